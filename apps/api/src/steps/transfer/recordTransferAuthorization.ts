import {
  type AuthorizationAnswer,
  type ExchangeChannel,
  type LocalDate,
  type MatterId,
  type RecordTransferAuthorization,
  recordTransferAuthorization,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { AuthorizationAnswerCode, ExchangeChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La réponse de la personne à la demande de transfert.' })
export class RecordTransferAuthorizationInput implements RecordTransferAuthorization {
  @Field(() => ID, { description: 'Motif du dossier que l’étape concerne.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => AuthorizationAnswerCode, { description: 'La réponse.' })
  answer!: AuthorizationAnswer

  @Field(() => ExchangeChannelCode, { description: 'Moyen par lequel la réponse est venue.' })
  channel!: ExchangeChannel

  @Field(() => LocalDateScalar, { description: 'Jour de la réponse, ni avant la demande ni dans l’avenir.' })
  answeredOn!: LocalDate
}

@Resolver()
export class RecordTransferAuthorizationResolver {
  @Mutation(() => StepOutcome, { description: recordTransferAuthorization.title })
  recordTransferAuthorization(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RecordTransferAuthorizationInput, answering) input: RecordTransferAuthorizationInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(recordTransferAuthorization, dossier, input)
  }
}
