import { addDays, editionFlaws, type FiscalYear, identifyingPassages } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { AdministrationOutcome, AdministrationRefused } from '../administration/AdministrationOutcome.ts'
import { administer } from '../administration/administer.ts'
import { momentFor } from '../annualReport/reader.ts'
import { reportAt } from '../annualReport/reportAt.ts'
import { Context } from '../context.ts'
import { permitted } from '../queries/permitted.ts'
import { today } from '../queries/settings.ts'
import { InputRefused } from '../schema/InputRefused.ts'
import { longText, Text } from '../schema/Text.ts'
import { keepEdition, lastEdition, publishedEarlier } from './frozenEditions.ts'

@InputType({ description: 'Une édition à arrêter.' })
export class FreezeEditionInput {
  @Field(() => Int, { description: 'Année civile où l’exercice commence ; il doit être terminé.' })
  fiscalYear!: FiscalYear

  @Field(() => String, { description: 'Ce qu’il faut savoir de cette édition, sans rien qui nomme une personne.' })
  @Text(longText)
  note!: string

  @Field(() => Boolean, {
    description: 'Vrai quand la personne a confirmé : une édition arrêtée ne se change ni ne s’efface.',
  })
  confirmed!: boolean
}

@Resolver()
export class FreezeEditionResolver {
  @Mutation(() => AdministrationOutcome, {
    description: 'Arrête une édition du rapport annuel, avec tout ce qui était connu la veille au soir.',
  })
  async freezeEdition(
    @Arg('input', () => FreezeEditionInput) input: FreezeEditionInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    permitted(context, 'FREEZE_EDITION')
    const { fiscalYear, confirmed } = input
    const note = input.note.trim()
    namesNobody(note)
    const { ask } = context.database
    // The evening before is over: what was known of it can no longer change, and can be counted again to the digit.
    const knownOn = addDays(today(context), -1)
    const last = await lastEdition(ask, fiscalYear)
    const flaws = editionFlaws({ fiscalYear, note, confirmed }, { knownOn, last: last.knownOn })
    if (flaws.length > 0) return AdministrationRefused.of(flaws)
    const moment = await momentFor(context)
    const earlier = await publishedEarlier(ask, fiscalYear)
    const counted = reportAt(moment, fiscalYear, knownOn)
    const draft = { fiscalYear, knownOn, note, settings: moment.settings, counted, earlier }
    return administer(context, 'FREEZE_EDITION', undefined, async (within, stamp) => {
      if ((await publishedEarlier(within, fiscalYear)).length > earlier.length) return [{ code: 'CHANGED_MEANWHILE' }]
      const { knownOn: latest } = await lastEdition(within, fiscalYear)
      if (latest !== last.knownOn) return [{ code: 'CHANGED_MEANWHILE' }]
      return { line: await keepEdition(within, stamp, draft) }
    })
  }
}

/** What an edition says is public for good: what identifies a person has no place in it. */
function namesNobody(note: string): void {
  if (identifyingPassages(note).some(({ kind }) => kind !== 'NUMBER')) {
    throw new InputRefused([
      { field: 'note', message: 'Ce texte paraît identifier une personne : une édition n’en garde rien.' },
    ])
  }
}
