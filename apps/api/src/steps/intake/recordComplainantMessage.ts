import {
  type IntakeChannel,
  type LocalDate,
  type RecordComplainantMessage,
  recordComplainantMessage,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { IntakeChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, Text } from '../../schema/Text.ts'
import { wordsDeposit } from '../../vault/identityInput.ts'

@InputType({ description: 'Un message de la personne. Ses propos sont scellés au coffre.' })
export class RecordComplainantMessageInput implements RecordComplainantMessage {
  @Field(() => IntakeChannelCode, { description: 'Moyen par lequel le message est arrivé.' })
  channel!: IntakeChannel

  @Field(() => LocalDateScalar, { description: 'Jour du message, ni avant la réception ni dans l’avenir.' })
  receivedOn!: LocalDate

  @Field(() => String, { description: 'Propos de la personne, au coffre ; 20 000 caractères au plus.' })
  @Text(longText)
  words!: string

  @Field(() => String, {
    description: 'Ce que dit le message, sans rien qui identifie la personne ; 20 000 caractères au plus.',
  })
  @Text(longText)
  summary!: string
}

@Resolver()
export class RecordComplainantMessageResolver {
  @Mutation(() => StepOutcome, { description: recordComplainantMessage.title })
  recordComplainantMessage(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RecordComplainantMessageInput, answering) input: RecordComplainantMessageInput,
    @Ctx() { perform }: Context,
  ) {
    const message = wordsDeposit('MESSAGE', input.words)
    const command = { ...input, words: message?.ref ?? '' }
    return perform(recordComplainantMessage, dossier, command, { deposits: message ? [message] : [], sent: input })
  }
}
