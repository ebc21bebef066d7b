import {
  type ExchangeChannel,
  type LocalDate,
  type SectorCode,
  type WithdrawDisclosureConsent,
  withdrawDisclosureConsent,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { ExchangeChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Le retrait d’une permission.' })
export class WithdrawDisclosureConsentInput implements WithdrawDisclosureConsent {
  @Field(() => String, { description: 'Code du secteur dont la permission est retirée.' })
  @Text(shortText)
  sector!: SectorCode

  @Field(() => ExchangeChannelCode, { description: 'Moyen par lequel le retrait est venu.' })
  channel!: ExchangeChannel

  @Field(() => LocalDateScalar, { description: 'Jour du retrait, ni avant la permission ni dans l’avenir.' })
  withdrawnOn!: LocalDate
}

@Resolver()
export class WithdrawDisclosureConsentResolver {
  @Mutation(() => StepOutcome, { description: withdrawDisclosureConsent.title })
  withdrawDisclosureConsent(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => WithdrawDisclosureConsentInput, answering) input: WithdrawDisclosureConsentInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(withdrawDisclosureConsent, dossier, input)
  }
}
