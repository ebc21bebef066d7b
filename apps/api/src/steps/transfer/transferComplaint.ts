import { type LocalDate, type MatterId, type TransferComplaint, transferComplaint } from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Le transfert d’un motif à l’organisme compétent.' })
export class TransferComplaintInput implements TransferComplaint {
  @Field(() => ID, { description: 'Motif du dossier que l’étape concerne.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => String, {
    description: 'Ce qui a été transmis, sans rien qui identifie la personne ; 20 000 caractères au plus.',
  })
  @Text(longText)
  transmitted!: string

  @Field(() => LocalDateScalar, { description: 'Jour de l’envoi, ni avant la réception ni dans l’avenir.' })
  sentOn!: LocalDate
}

@Resolver()
export class TransferComplaintResolver {
  @Mutation(() => StepOutcome, { description: transferComplaint.title })
  transferComplaint(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => TransferComplaintInput, answering) input: TransferComplaintInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(transferComplaint, dossier, input)
  }
}
