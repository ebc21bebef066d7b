import {
  type FormulateRecommendation,
  formulateRecommendation,
  type LocalDate,
  type MatterId,
  type SectorCode,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'
import { knownSectors } from '../knownSectors.ts'

@InputType({ description: 'Un correctif recommandé à un secteur, à la suite d’un motif fondé.' })
export class FormulateRecommendationInput implements FormulateRecommendation {
  @Field(() => ID, { description: 'Motif du dossier que l’étape concerne.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => String, { description: 'Code du secteur chargé du correctif.' })
  @Text(shortText)
  sector!: SectorCode

  @Field(() => String, {
    description: 'La recommandation, sans rien qui identifie la personne ; 20 000 caractères au plus.',
  })
  @Text(longText)
  text!: string

  @Field(() => LocalDateScalar, { nullable: true, description: 'Échéance, pas encore passée, s’il y en a une.' })
  dueOn?: LocalDate | null
}

@Resolver()
export class FormulateRecommendationResolver {
  @Mutation(() => StepOutcome, { description: formulateRecommendation.title })
  async formulateRecommendation(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => FormulateRecommendationInput, answering) input: FormulateRecommendationInput,
    @Ctx() context: Context,
  ) {
    await knownSectors(context, formulateRecommendation, { sector: input.sector })
    return context.perform(formulateRecommendation, dossier, input)
  }
}
