import { type AcknowledgeReceipt, acknowledgeReceipt, type LocalDate, type ReplyChannel } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { ReplyChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Ce que l’accusé de réception a dit, et comment.' })
export class AcknowledgeReceiptInput implements AcknowledgeReceipt {
  @Field(() => ReplyChannelCode, { description: 'Moyen par lequel l’accusé a été envoyé.' })
  channel!: ReplyChannel

  @Field(() => LocalDateScalar, { description: 'Jour de l’envoi, ni avant la réception ni dans l’avenir.' })
  sentOn!: LocalDate

  @Field(() => String, { description: 'Texte envoyé, sans le nom de la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  text!: string
}

@Resolver()
export class AcknowledgeReceiptResolver {
  @Mutation(() => StepOutcome, { description: acknowledgeReceipt.title })
  acknowledgeReceipt(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => AcknowledgeReceiptInput, answering) input: AcknowledgeReceiptInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(acknowledgeReceipt, dossier, input)
  }
}
