import {
  type IntakeChannel,
  type Language,
  type LocalDate,
  type RegisterComplaint,
  type ReplyChannel,
  registerComplaint,
} from '@bienfonde/domain'
import { ArrayMaxSize, ValidateNested } from 'class-validator'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { IntakeChannelCode, LanguageCode, ReplyChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { InputRefused } from '../../schema/InputRefused.ts'
import { MatterInput } from '../../schema/MatterInput.ts'
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
  wordsDeposit,
} from '../../vault/identityInput.ts'
import { knownSectors } from '../knownSectors.ts'
import { knownStaff } from '../knownStaff.ts'

@InputType({
  description: 'Une plainte reçue. L’identité et les propos sont scellés au coffre ; le reste est inscrit au journal.',
})
export class RegisterComplaintInput
  implements Omit<RegisterComplaint, 'fileNumber' | 'identity' | 'words' | 'representative'>
{
  @Field(() => IntakeChannelCode, { description: 'Moyen par lequel la plainte est arrivée.' })
  intakeChannel!: IntakeChannel

  @Field(() => LocalDateScalar, { description: 'Jour de la réception, pas dans l’avenir ; les délais en partent.' })
  receivedOn!: LocalDate

  @Field(() => Boolean, { description: 'Vrai si la personne ne s’est pas nommée ; sinon, l’identité est requise.' })
  anonymous!: boolean

  @Field(() => [ReplyChannelCode], {
    description: 'Moyens de répondre que la personne laisse ; chacun demande sa coordonnée dans l’identité.',
  })
  @ArrayMaxSize(10)
  replyChannels!: ReplyChannel[]

  @Field(() => LanguageCode, { description: 'Langue dans laquelle la personne s’est exprimée.' })
  language!: Language

  @Field(() => RepresentativeInput, { nullable: true, description: 'Personne qui porte plainte pour une autre.' })
  @ValidateNested()
  representative?: RepresentativeInput | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Jour où la personne a connu les faits : le Protecteur du citoyen compte un an à partir de lui.',
  })
  factsKnownOn?: LocalDate | null

  @Field(() => IdentityInput, { nullable: true, description: 'Identité et coordonnées, au coffre.' })
  @ValidateNested()
  identity?: IdentityInput | null

  @Field(() => String, { description: 'Propos de la personne, au coffre ; 20 000 caractères au plus.' })
  @Text(longText)
  words!: string

  @Field(() => [MatterInput], { description: 'Motifs de la plainte, un au moins, vingt au plus.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  matters!: MatterInput[]
}

@Resolver()
export class RegisterComplaintResolver {
  @Mutation(() => StepOutcome, { description: registerComplaint.title })
  async registerComplaint(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RegisterComplaintInput, answering) input: RegisterComplaintInput,
    @Ctx() context: Context,
  ) {
    const sectors = input.matters.map(({ sector }, at) => [`matters.${at}.sector`, sector])
    await knownSectors(context, registerComplaint, Object.fromEntries(sectors))
    const people = input.matters.map(({ concernedStaff }, at) => [`matters.${at}.concernedStaff`, concernedStaff])
    await knownStaff(context, registerComplaint, Object.fromEntries(people))
    const lacking = missingContacts(input.replyChannels, input.identity, input.representative)
    if (lacking.length > 0) throw new InputRefused(lacking)

    const identity = identityDeposit(input.identity)
    const words = wordsDeposit('WORDS', input.words)
    const deposits = [identity, representativeDeposit(input.representative), words].filter(each => each !== undefined)
    const inJournal = {
      ...input,
      representative: representativeInJournal(input.representative),
      identity: identity?.ref ?? null,
      words: words?.ref ?? '',
    }
    return context.perform(registerComplaint, dossier, fileNumber => ({ ...inJournal, fileNumber }), {
      deposits,
      sent: input,
    })
  }
}
