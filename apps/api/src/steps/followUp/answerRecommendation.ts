import {
  type AnswerRecommendation,
  answerRecommendation,
  type LocalDate,
  type RecommendationAnswer,
  type RecommendationId,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { RecommendationAnswerCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La réponse d’un secteur à une recommandation.' })
export class AnswerRecommendationInput implements AnswerRecommendation {
  @Field(() => ID, { description: 'Recommandation du dossier.' })
  @Text(shortText)
  recommendation!: RecommendationId

  @Field(() => RecommendationAnswerCode, { description: 'La réponse.' })
  answer!: RecommendationAnswer

  @Field(() => String, { description: 'Plan d’action, ou raison du refus ; 20 000 caractères au plus.' })
  @Text(longText)
  plan!: string

  @Field(() => LocalDateScalar, { nullable: true, description: 'Échéance que le secteur se donne, pas encore passée.' })
  dueOn?: LocalDate | null
}

@Resolver()
export class AnswerRecommendationResolver {
  @Mutation(() => StepOutcome, { description: answerRecommendation.title })
  answerRecommendation(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => AnswerRecommendationInput, answering) input: AnswerRecommendationInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(answerRecommendation, dossier, input)
  }
}
