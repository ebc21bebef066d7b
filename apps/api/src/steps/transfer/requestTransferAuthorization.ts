import {
  type ExchangeChannel,
  type MatterId,
  type RequestTransferAuthorization,
  requestTransferAuthorization,
} from '@bienfonde/domain'
import { ValidateNested } from 'class-validator'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { BodyReferenceInput } from '../../schema/BodyReferenceInput.ts'
import { ExchangeChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La demande faite à la personne de transférer sa plainte.' })
export class RequestTransferAuthorizationInput implements RequestTransferAuthorization {
  @Field(() => ID, { description: 'Motif du dossier que l’étape concerne.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => BodyReferenceInput, { description: 'Organisme auquel la plainte serait transférée.' })
  @ValidateNested()
  body!: BodyReferenceInput

  @Field(() => ExchangeChannelCode, { description: 'Moyen par lequel la personne a été jointe.' })
  channel!: ExchangeChannel

  @Field(() => String, {
    description:
      'Ce qui a été expliqué : ce qui serait transmis, à qui, pourquoi, et le droit de refuser ; 20 000 caractères au plus.',
  })
  @Text(longText)
  explained!: string
}

@Resolver()
export class RequestTransferAuthorizationResolver {
  @Mutation(() => StepOutcome, { description: requestTransferAuthorization.title })
  requestTransferAuthorization(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RequestTransferAuthorizationInput, answering) input: RequestTransferAuthorizationInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(requestTransferAuthorization, dossier, input)
  }
}
