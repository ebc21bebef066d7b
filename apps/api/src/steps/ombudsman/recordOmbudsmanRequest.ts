import {
  type EscalationId,
  type LocalDate,
  type RecordOmbudsmanRequest,
  recordOmbudsmanRequest,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Une demande du Protecteur du citoyen.' })
export class RecordOmbudsmanRequestInput implements RecordOmbudsmanRequest {
  @Field(() => ID, { description: 'Recours consigné au dossier.' })
  @Text(shortText)
  escalation!: EscalationId

  @Field(() => LocalDateScalar, {
    description: 'Jour de la demande, ni avant la réception de la plainte ni dans l’avenir.',
  })
  receivedOn!: LocalDate

  @Field(() => String, { description: 'La demande, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  text!: string

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'Jour où la réponse est attendue, pas avant la demande ; il peut être passé si elle est consignée en retard.',
  })
  dueOn?: LocalDate | null

  @Field(() => String, {
    nullable: true,
    description: 'Référence de la demande fondée sur la loi, si c’en est une ; 200 caractères au plus.',
  })
  @Text(shortText)
  legalDemand?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Numéro du dossier chez le Protecteur du citoyen, si la demande l’apporte ; 200 caractères au plus.',
  })
  @Text(shortText)
  ombudsmanFileNumber?: string | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Jour où la personne a consenti à ce que son identité soit transmise, si la demande l’apporte.',
  })
  consentGivenOn?: LocalDate | null
}

@Resolver()
export class RecordOmbudsmanRequestResolver {
  @Mutation(() => StepOutcome, { description: recordOmbudsmanRequest.title })
  recordOmbudsmanRequest(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RecordOmbudsmanRequestInput, answering) input: RecordOmbudsmanRequestInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(recordOmbudsmanRequest, dossier, input)
  }
}
