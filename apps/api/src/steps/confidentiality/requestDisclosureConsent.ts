import {
  type ExchangeChannel,
  type InformationCategory,
  type RequestDisclosureConsent,
  requestDisclosureConsent,
  type SectorCode,
} from '@bienfonde/domain'
import { ArrayMaxSize } from 'class-validator'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { ExchangeChannelCode, InformationCategoryCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'
import { knownSectors } from '../knownSectors.ts'

@InputType({ description: 'La demande faite à la personne de lever l’anonymat auprès de secteurs.' })
export class RequestDisclosureConsentInput implements RequestDisclosureConsent {
  @Field(() => [String], { description: 'Codes des secteurs qui recevraient les renseignements, un au moins.' })
  @ArrayMaxSize(50)
  @Text(shortText, { each: true })
  sectors!: SectorCode[]

  @Field(() => String, { description: 'Pourquoi l’analyse en a besoin ; 20 000 caractères au plus.' })
  @Text(longText)
  purpose!: string

  @Field(() => [InformationCategoryCode], {
    description: 'Renseignements qui seraient communiqués, un genre au moins.',
  })
  @ArrayMaxSize(10)
  categories!: InformationCategory[]

  @Field(() => String, {
    description: 'Ce qui a été expliqué à la personne, en termes simples ; 20 000 caractères au plus.',
  })
  @Text(longText)
  explained!: string

  @Field(() => Boolean, {
    description: 'Vrai si la personne sait ce qui suit d’un accord et d’un refus ; sans quoi l’étape est refusée.',
  })
  consequencesExplained!: boolean

  @Field(() => ExchangeChannelCode, { description: 'Moyen par lequel la demande a été faite.' })
  channel!: ExchangeChannel
}

@Resolver()
export class RequestDisclosureConsentResolver {
  @Mutation(() => StepOutcome, { description: requestDisclosureConsent.title })
  async requestDisclosureConsent(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RequestDisclosureConsentInput, answering) input: RequestDisclosureConsentInput,
    @Ctx() context: Context,
  ) {
    await knownSectors(
      context,
      requestDisclosureConsent,
      Object.fromEntries(input.sectors.map((code, at) => [`sectors.${at}`, code])),
    )
    return context.perform(requestDisclosureConsent, dossier, input)
  }
}
