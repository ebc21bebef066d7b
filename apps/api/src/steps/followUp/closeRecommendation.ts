import { type CloseRecommendation, closeRecommendation, type RecommendationId } from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La fin du suivi d’une recommandation refusée ou mise en œuvre.' })
export class CloseRecommendationInput implements CloseRecommendation {
  @Field(() => ID, { description: 'Recommandation du dossier.' })
  @Text(shortText)
  recommendation!: RecommendationId

  @Field(() => String, { description: 'La raison de terminer le suivi ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string
}

@Resolver()
export class CloseRecommendationResolver {
  @Mutation(() => StepOutcome, { description: closeRecommendation.title })
  closeRecommendation(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => CloseRecommendationInput, answering) input: CloseRecommendationInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(closeRecommendation, dossier, input)
  }
}
