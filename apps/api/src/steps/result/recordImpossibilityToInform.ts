import { type RecordImpossibilityToInform, recordImpossibilityToInform } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Pourquoi la personne ne peut être avisée.' })
export class RecordImpossibilityToInformInput implements RecordImpossibilityToInform {
  @Field(() => String, { description: 'Ce qui empêche d’aviser la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string

  @Field(() => String, {
    nullable: true,
    description: 'Pourquoi un motif fondé reste sans recommandation, le cas échéant ; 20 000 caractères au plus.',
  })
  @Text(longText)
  noRecommendationReason?: string | null
}

@Resolver()
export class RecordImpossibilityToInformResolver {
  @Mutation(() => StepOutcome, { description: recordImpossibilityToInform.title })
  recordImpossibilityToInform(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RecordImpossibilityToInformInput, answering) input: RecordImpossibilityToInformInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(recordImpossibilityToInform, dossier, input)
  }
}
