import {
  assessmentCriteria,
  authorizationAnswers,
  type BodyCode,
  bodies,
  type Criterion,
  type CriterionDetail,
  consultationPurposes,
  type Edition,
  escalationInitiators,
  type GroundEvidence,
  guidingPrinciples,
  type InadmissibilityGround,
  inadmissibilityGrounds,
  informationCategories,
  intakeChannels,
  languages,
  outcomes,
  packageBases,
  phases,
  prejudices,
  type ReferralSubject,
  recommendationAnswers,
  referrals,
  refusals,
  relations,
  replyChannels,
  representativeCapacities,
  representativeErrors,
  roles,
  suspensionCauses,
  withoutFurtherActionCauses,
} from '@bienfonde/domain'
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import {
  BodyCode as BodyCodes,
  CriterionCode,
  InadmissibilityGroundCode,
  ReferralSubjectCode,
} from '../schema/codes.ts'
import { LocalDateScalar } from '../schema/scalars.ts'
import { settingsNow } from './settings.ts'

@ObjectType({ simpleResolvers: true, description: 'Une ligne d’une table publiée.' })
export class TableEntry {
  @Field(() => String, { description: 'Code, tel qu’il est gardé.' })
  code!: string

  @Field(() => String, { description: 'Ce que les personnes lisent.' })
  label!: string

  @Field(() => String, { nullable: true, description: 'Précision, s’il y en a une.' })
  hint?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Un critère d’appréciation.' })
export class CriterionEntry extends TableEntry {
  @Field(() => String, {
    nullable: true,
    description: 'Ce qu’un critère rencontré doit nommer : STANDARD, ERROR_KIND ou RULE.',
  })
  detail!: CriterionDetail
}

@ObjectType({ simpleResolvers: true, description: 'Un motif d’irrecevabilité.' })
export class GroundEntry extends TableEntry {
  @Field(() => String, { description: 'Par quoi il se montre : PROCEEDING, PASSAGE, UNREACHABLE ou BODIES.' })
  evidence!: GroundEvidence
}

@ObjectType({ simpleResolvers: true, description: 'Un sujet qui relève d’un autre organisme.' })
export class ReferralEntry extends TableEntry {
  @Field(() => [BodyCodes], { description: 'Organismes que la table suggère.' })
  bodies!: readonly BodyCode[]
}

@ObjectType({ simpleResolvers: true, description: 'Une édition des règles publiées.' })
class EditionEntry implements Edition {
  @Field(() => String, { description: 'Identifiant de l’édition.' })
  id!: string

  @Field(() => LocalDateScalar, { description: 'Premier jour d’application.' })
  effectiveOn!: string

  @Field(() => String, { description: 'Nom de l’édition.' })
  label!: string

  @Field(() => [CriterionCode], { description: 'Ses critères.' })
  criteria!: readonly Criterion[]

  @Field(() => [InadmissibilityGroundCode], { description: 'Ses motifs d’irrecevabilité.' })
  grounds!: readonly InadmissibilityGround[]

  @Field(() => [ReferralSubjectCode], { description: 'Ses sujets dirigés ailleurs.' })
  referrals!: readonly ReferralSubject[]
}

const table = (description: string) => Field(() => [TableEntry], { description })

@ObjectType({ simpleResolvers: true, description: 'Les tables publiées : les codes gardés et les mots qui se lisent.' })
export class PublishedTables {
  @Field(() => [EditionEntry], { description: 'Les éditions des règles publiées.' })
  editions!: readonly Edition[]

  @Field(() => [CriterionEntry], { description: 'Les critères d’appréciation.' })
  assessmentCriteria!: readonly CriterionEntry[]

  @table('Les genres d’erreur d’une personne représentant le Ministère.')
  representativeErrors!: readonly TableEntry[]

  @table('À qui la situation a porté préjudice.')
  prejudices!: readonly TableEntry[]

  @Field(() => [GroundEntry], { description: 'Les motifs d’irrecevabilité.' })
  inadmissibilityGrounds!: readonly GroundEntry[]

  @Field(() => [ReferralEntry], { description: 'Les sujets qui relèvent d’un autre organisme.' })
  referrals!: readonly ReferralEntry[]

  @table('Les organismes.')
  bodies!: readonly TableEntry[]

  @table('Par où une plainte arrive.')
  intakeChannels!: readonly TableEntry[]

  @table('Par où la personne peut être jointe.')
  replyChannels!: readonly TableEntry[]

  @table('Les langues.')
  languages!: readonly TableEntry[]

  @table('À quel titre une personne en représente une autre.')
  representativeCapacities!: readonly TableEntry[]

  @table('Où en est un dossier.')
  phases!: readonly TableEntry[]

  @table('Ce qu’il est advenu d’un motif.')
  outcomes!: readonly TableEntry[]

  @table('Ce qui est demandé à un secteur.')
  consultationPurposes!: readonly TableEntry[]

  @table('Les renseignements qu’une permission peut couvrir.')
  informationCategories!: readonly TableEntry[]

  @table('Ce que la personne répond à une demande de transfert.')
  authorizationAnswers!: readonly TableEntry[]

  @table('Pourquoi le délai s’arrête.')
  suspensionCauses!: readonly TableEntry[]

  @table('Pourquoi les faits ne peuvent être connus.')
  withoutFurtherActionCauses!: readonly TableEntry[]

  @table('Comment deux dossiers se rapportent l’un à l’autre.')
  relations!: readonly TableEntry[]

  @table('Ce qu’un secteur répond à une recommandation.')
  recommendationAnswers!: readonly TableEntry[]

  @table('Qui s’est adressé au Protecteur du citoyen.')
  escalationInitiators!: readonly TableEntry[]

  @table('Sur quoi repose un envoi au Protecteur du citoyen.')
  packageBases!: readonly TableEntry[]

  @table('Les rôles.')
  roles!: readonly TableEntry[]

  @table('Les principes qui guident le traitement.')
  guidingPrinciples!: readonly TableEntry[]

  @table('Les refus : code et phrase.')
  refusals!: readonly TableEntry[]
}

const tables: Omit<PublishedTables, 'editions'> = {
  assessmentCriteria,
  representativeErrors,
  prejudices,
  inadmissibilityGrounds,
  referrals,
  bodies,
  intakeChannels,
  replyChannels,
  languages,
  representativeCapacities,
  phases,
  outcomes,
  consultationPurposes,
  informationCategories,
  authorizationAnswers,
  suspensionCauses,
  withoutFurtherActionCauses,
  relations,
  recommendationAnswers,
  escalationInitiators,
  packageBases,
  roles,
  guidingPrinciples,
  refusals: Object.entries(refusals).map(([code, label]) => ({ code, label })),
}

@Resolver()
export class PublishedTablesResolver {
  @Query(() => PublishedTables, { description: 'Les tables publiées, telles qu’elles sont en vigueur.' })
  async publishedTables(@Ctx() context: Context): Promise<PublishedTables> {
    const { actor: _ } = context
    const { editions } = await settingsNow(context)
    return { ...tables, editions }
  }
}
