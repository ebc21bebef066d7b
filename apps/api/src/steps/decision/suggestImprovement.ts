import {
  type LocalDate,
  type MatterId,
  type SectorCode,
  type SuggestImprovement,
  suggestImprovement,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'
import { knownSectors } from '../knownSectors.ts'

@InputType({ description: 'Une piste d’amélioration, quel que soit le résultat du motif.' })
export class SuggestImprovementInput implements SuggestImprovement {
  @Field(() => ID, { description: 'Motif du dossier que l’étape concerne.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => String, { description: 'Code du secteur concerné.' })
  @Text(shortText)
  sector!: SectorCode

  @Field(() => String, { description: 'La piste, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  text!: string

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Jour où elle est attendue du secteur, pas encore passé ; sans date, personne ne la suit.',
  })
  dueOn?: LocalDate | null
}

@Resolver()
export class SuggestImprovementResolver {
  @Mutation(() => StepOutcome, { description: suggestImprovement.title })
  async suggestImprovement(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => SuggestImprovementInput, answering) input: SuggestImprovementInput,
    @Ctx() context: Context,
  ) {
    await knownSectors(context, suggestImprovement, { sector: input.sector })
    return context.perform(suggestImprovement, dossier, input)
  }
}
