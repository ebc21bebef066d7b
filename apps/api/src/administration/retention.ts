import { type Disposition, dispositions, type RetentionRules, retentionFlaws, tidyRetention } from '@bienfonde/domain'
import { Arg, Ctx, Field, Float, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { recordChange } from '../journal/administrationJournal.ts'
import { canonical } from '../journal/canonical.ts'
import { permitted } from '../queries/permitted.ts'
import { codesOf } from '../schema/codes.ts'
import { shortText, Text } from '../schema/Text.ts'
import { AdministrationOutcome } from './AdministrationOutcome.ts'
import { administer } from './administer.ts'
import { lastLine, seenArgument } from './lastLine.ts'
import { retentionKept } from './retentionKept.ts'
import { keepSettings } from './settingsKept.ts'

const DispositionCode = codesOf('DispositionCode', 'Ce qu’il advient d’un dossier au terme.', dispositions)

const described = {
  code: { description: 'Numéro ou code de la règle du calendrier approuvé ; vide tant qu’il n’y en a pas.' },
  title: { description: 'Titre de la règle.' },
  activeYears: { description: 'Années à l’état actif, de la fermeture du dossier.' },
  semiActiveYears: { description: 'Années à l’état semi-actif, à la suite.' },
  disposition: { description: 'Ce qu’il advient du dossier ensuite.' },
  incidentYears: { description: 'Années pendant lesquelles un incident reste au registre.' },
}

@ObjectType({ simpleResolvers: true, description: 'Combien de temps le Ministère garde ce qui nomme les personnes.' })
export class RetentionRulesEntry implements RetentionRules {
  @Field(() => String, described.code)
  code!: string

  @Field(() => String, described.title)
  title!: string

  @Field(() => Int, described.activeYears)
  activeYears!: number

  @Field(() => Int, described.semiActiveYears)
  semiActiveYears!: number

  @Field(() => DispositionCode, described.disposition)
  disposition!: Disposition

  @Field(() => Int, described.incidentYears)
  incidentYears!: number

  @Field(() => Int, {
    description: 'Dernière ligne du journal de l’administration sur ces règles ; 0 s’il n’y en a pas.',
  })
  line!: number
}

// Any number is read: the domain says in a sentence which one is not accepted.
@InputType({ description: 'Les règles de conservation, telles qu’elles doivent être.' })
export class RetentionRulesInput implements RetentionRules {
  @Field(() => String, described.code)
  @Text(shortText)
  code!: string

  @Field(() => String, described.title)
  @Text(shortText)
  title!: string

  @Field(() => Float, described.activeYears)
  activeYears!: number

  @Field(() => Float, described.semiActiveYears)
  semiActiveYears!: number

  @Field(() => DispositionCode, described.disposition)
  disposition!: Disposition

  @Field(() => Float, described.incidentYears)
  incidentYears!: number
}

const subject = 'SETTING:RETENTION'
const findLine = statement('retention_line', `select ${lastLine(`'${subject}'`)} as line`)

@Resolver()
export class RetentionRulesResolver {
  @Query(() => RetentionRulesEntry, { description: 'Les règles de conservation, pour les administrer.' })
  async retentionRules(@Ctx() context: Context): Promise<RetentionRulesEntry> {
    permitted(context, 'MANAGE_SETTINGS')
    const { ask } = context.database
    const [last] = await ask<{ line: number }>(findLine)
    return { ...(await retentionKept(ask)), line: last?.line ?? 0 }
  }

  @Mutation(() => AdministrationOutcome, {
    description: 'Change les règles de conservation ; rien n’est effacé de ce seul fait.',
  })
  changeRetention(
    @Arg('seen', () => Int, seenArgument) seen: number,
    @Arg('input', () => RetentionRulesInput) input: RetentionRulesInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'MANAGE_SETTINGS', { subject, line: seen }, async (ask, stamp) => {
      const flaws = retentionFlaws(input)
      if (flaws.length > 0) return flaws
      const before = await retentionKept(ask)
      const after = tidyRetention({ ...input })
      if (canonical(before) === canonical(after)) return [{ code: 'NOTHING_CHANGED' }]
      await keepSettings(ask, { RETENTION: after })
      return { line: await recordChange(ask, stamp, { type: 'RETENTION_CHANGED', subject, before, after }) }
    })
  }
}
