import {
  type ClearableFact,
  type CorrectRegistration,
  correctRegistration,
  type IntakeChannel,
  type Language,
  type LocalDate,
  type ReplyChannel,
} from '@bienfonde/domain'
import { ArrayMaxSize, ValidateNested } from 'class-validator'
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { FieldError } from '../../http/fieldSentences.ts'
import { ClearableFactCode, IntakeChannelCode, LanguageCode, ReplyChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { InputRefused } from '../../schema/InputRefused.ts'
import { MatterCorrectionInput, matterCorrection } from '../../schema/MatterInput.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, Text } from '../../schema/Text.ts'
import {
  IdentityInput,
  identityDeposit,
  missingContacts,
  RepresentativeInput,
  representativeDeposit,
  representativeInJournal,
  representativeRemoved,
} from '../../vault/identityInput.ts'
import { knownSectors } from '../knownSectors.ts'
import { knownStaff } from '../knownStaff.ts'

@InputType({ description: 'Ce qui était inexact dans l’inscription. Ce qui est laissé de côté ne change pas.' })
export class CorrectRegistrationInput implements Omit<CorrectRegistration, 'identity' | 'representative' | 'matter'> {
  @Field(() => Int, { description: 'Numéro de la ligne du journal que l’on corrige.' })
  corrects!: number

  @Field(() => String, { description: 'La raison de corriger ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string

  @Field(() => IntakeChannelCode, { nullable: true, description: 'Moyen par lequel la plainte est arrivée.' })
  intakeChannel?: IntakeChannel | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Jour de la réception, pas dans l’avenir ; les délais sont recalculés.',
  })
  receivedOn?: LocalDate | null

  @Field(() => Boolean, { nullable: true, description: 'Vrai si la personne ne s’est pas nommée.' })
  anonymous?: boolean | null

  @Field(() => [ReplyChannelCode], {
    nullable: true,
    description: 'Moyens de répondre ; donnés avec l’identité, dont ils demandent les coordonnées.',
  })
  @ArrayMaxSize(10)
  replyChannels?: ReplyChannel[] | null

  @Field(() => LanguageCode, { nullable: true, description: 'Langue dans laquelle la personne s’est exprimée.' })
  language?: Language | null

  @Field(() => RepresentativeInput, { nullable: true, description: 'Personne qui porte plainte pour une autre.' })
  @ValidateNested()
  representative?: RepresentativeInput | null

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour où la personne a connu les faits.' })
  factsKnownOn?: LocalDate | null

  @Field(() => [ClearableFactCode], {
    nullable: true,
    description: 'Ce qui n’aurait pas dû être inscrit et que rien ne remplace.',
  })
  @ArrayMaxSize(10)
  clears?: ClearableFact[] | null

  @Field(() => IdentityInput, {
    nullable: true,
    description: 'Identité et coordonnées, au coffre : elles remplacent en entier les précédentes.',
  })
  @ValidateNested()
  identity?: IdentityInput | null

  @Field(() => MatterCorrectionInput, { nullable: true, description: 'Motif à corriger, s’il y en a un.' })
  @ValidateNested()
  matter?: MatterCorrectionInput | null
}

/** The vault cannot be compared with what is registered: contact details and the ways to answer are corrected together. */
function contactErrors({ replyChannels, identity, representative }: CorrectRegistrationInput): FieldError[] {
  const renewed = identityDeposit(identity) !== undefined
  const message = 'Les moyens de répondre et l’identité se corrigent ensemble.'
  if (renewed && !replyChannels) return [{ field: 'replyChannels', message }]
  if (!renewed && replyChannels && replyChannels.length > 0) return [{ field: 'identity', message }]
  return missingContacts(replyChannels ?? [], identity, representative)
}

@Resolver()
export class CorrectRegistrationResolver {
  @Mutation(() => StepOutcome, { description: correctRegistration.title })
  async correctRegistration(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => CorrectRegistrationInput, answering) input: CorrectRegistrationInput,
    @Ctx() context: Context,
  ) {
    await knownSectors(context, correctRegistration, { 'matter.sector': input.matter?.sector })
    await knownStaff(context, correctRegistration, { 'matter.concernedStaff': input.matter?.concernedStaff })
    const wrong = contactErrors(input)
    if (wrong.length > 0) throw new InputRefused(wrong)

    const identity = identityDeposit(input.identity)
    const removed = !input.representative && input.clears?.includes('REPRESENTATIVE')
    const representative = removed ? representativeRemoved() : representativeDeposit(input.representative)
    const deposits = [identity, representative].filter(each => each !== undefined)
    const command = {
      ...input,
      representative: representativeInJournal(input.representative),
      identity: identity?.ref ?? null,
      matter: input.matter ? matterCorrection(input.matter) : null,
    }
    return context.perform(correctRegistration, dossier, command, { deposits, sent: input })
  }
}
