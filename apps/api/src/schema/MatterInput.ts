import type { MatterContent, MatterId, ReferralSubject, SectorCode, StaffId } from '@bienfonde/domain'
import { ArrayMaxSize, IsUUID } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { ReferralSubjectCode } from './codes.ts'
import { longText, shortText, Text } from './Text.ts'

const subject = 'Sujet du motif, en peu de mots ; 200 caractères au plus.'
const sector = 'Code du secteur que le motif concerne.'
const service = 'Service en cause dans le secteur, s’il est connu ; 200 caractères au plus.'
const statement = 'Les faits, sans rien qui identifie la personne ; 20 000 caractères au plus.'
const concernedStaff = 'Identifiants des membres du personnel que le motif vise : ces personnes ne peuvent en décider.'
const referralSubject = 'Ligne de la table des renvois dont le motif semble relever, s’il y en a une.'

@InputType({ description: 'Un motif de plainte.' })
export class MatterInput implements MatterContent {
  @Field(() => String, { description: subject })
  @Text(shortText)
  subject!: string

  @Field(() => String, { description: sector })
  @Text(shortText)
  sector!: SectorCode

  @Field(() => String, { nullable: true, defaultValue: null, description: service })
  @Text(shortText)
  service!: string | null

  @Field(() => String, { description: statement })
  @Text(longText)
  statement!: string

  @Field(() => [ID], { defaultValue: [], description: concernedStaff })
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  concernedStaff!: StaffId[]

  @Field(() => ReferralSubjectCode, { nullable: true, defaultValue: null, description: referralSubject })
  referralSubject!: ReferralSubject | null
}

@InputType({ description: 'Un motif à corriger ; ce qui est laissé de côté ne change pas.' })
export class MatterCorrectionInput {
  @Field(() => ID, { description: 'Motif à corriger.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => String, { nullable: true, description: subject })
  @Text(shortText)
  subject?: string | null

  @Field(() => String, { nullable: true, description: sector })
  @Text(shortText)
  sector?: SectorCode | null

  @Field(() => String, { nullable: true, description: `${service} Un null explicite l’enlève.` })
  @Text(shortText)
  service?: string | null

  @Field(() => String, { nullable: true, description: statement })
  @Text(longText)
  statement?: string | null

  @Field(() => [ID], { nullable: true, description: concernedStaff })
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  concernedStaff?: StaffId[] | null

  @Field(() => ReferralSubjectCode, { nullable: true, description: `${referralSubject} Un null explicite l’enlève.` })
  referralSubject?: ReferralSubject | null
}

/** What the correction changes: a null says « enlevé » only where a matter may do without. */
export function matterCorrection({
  matter,
  subject,
  sector,
  service,
  statement,
  concernedStaff,
  referralSubject,
}: MatterCorrectionInput): { matter: MatterId } & Partial<MatterContent> {
  return {
    matter,
    ...(subject != null && { subject }),
    ...(sector != null && { sector }),
    ...(service !== undefined && { service }),
    ...(statement != null && { statement }),
    ...(concernedStaff != null && { concernedStaff }),
    ...(referralSubject !== undefined && { referralSubject }),
  }
}
