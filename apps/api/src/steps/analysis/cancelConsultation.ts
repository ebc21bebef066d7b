import { type CancelConsultation, type ConsultationId, cancelConsultation } from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'L’annulation d’une consultation restée sans réponse.' })
export class CancelConsultationInput implements CancelConsultation {
  @Field(() => ID, { description: 'Consultation du dossier.' })
  @Text(shortText)
  consultation!: ConsultationId

  @Field(() => String, { description: 'La raison de l’annulation ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string
}

@Resolver()
export class CancelConsultationResolver {
  @Mutation(() => StepOutcome, { description: cancelConsultation.title })
  cancelConsultation(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => CancelConsultationInput, answering) input: CancelConsultationInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(cancelConsultation, dossier, input)
  }
}
