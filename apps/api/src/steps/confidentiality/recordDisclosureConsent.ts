import {
  type ExchangeChannel,
  type LocalDate,
  type RecordDisclosureConsent,
  recordDisclosureConsent,
  type SectorCode,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { ExchangeChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La réponse de la personne pour un secteur.' })
export class RecordDisclosureConsentInput implements RecordDisclosureConsent {
  @Field(() => String, { description: 'Code du secteur pour lequel la permission a été demandée.' })
  @Text(shortText)
  sector!: SectorCode

  @Field(() => Boolean, { description: 'Vrai si la personne donne sa permission.' })
  granted!: boolean

  @Field(() => ExchangeChannelCode, { description: 'Moyen par lequel la réponse est venue.' })
  channel!: ExchangeChannel

  @Field(() => LocalDateScalar, { description: 'Jour de la réponse, ni avant la demande ni dans l’avenir.' })
  answeredOn!: LocalDate

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Dernier jour de la permission ; aucun quand elle dure autant que l’analyse.',
  })
  validUntil?: LocalDate | null
}

@Resolver()
export class RecordDisclosureConsentResolver {
  @Mutation(() => StepOutcome, { description: recordDisclosureConsent.title })
  recordDisclosureConsent(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RecordDisclosureConsentInput, answering) input: RecordDisclosureConsentInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(recordDisclosureConsent, dossier, input)
  }
}
