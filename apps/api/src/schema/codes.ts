import {
  actingRoles,
  assessmentCriteria,
  authorizationAnswers,
  bodies,
  clearableFacts,
  consultationPurposes,
  type Entry,
  escalationInitiators,
  exchangeChannels,
  inadmissibilityGrounds,
  informationCategories,
  intakeChannels,
  languages,
  outcomes,
  packageBases,
  phases,
  prejudices,
  recommendationAnswers,
  referrals,
  relations,
  replyChannels,
  representativeCapacities,
  representativeErrors,
  roles,
  suspensionCauses,
  withoutFurtherActionCauses,
} from '@bienfonde/domain'
import { registerEnumType } from 'type-graphql'

/** A published table as a GraphQL enumeration: its codes, and its French words as their descriptions. */
export function codesOf<Code extends string>(name: string, description: string, table: readonly Entry<Code>[]) {
  const codes = Object.fromEntries(table.map(({ code }) => [code, code])) as { [Name in Code]: Name }
  const valuesConfig = Object.fromEntries(table.map(({ code, label }) => [code, { description: label }]))
  registerEnumType<typeof codes>(codes, { name, description, valuesConfig: valuesConfig as never })
  return codes
}

export const RoleCode = codesOf('RoleCode', 'Les rôles.', roles)
export const ActingRoleCode = codesOf('ActingRoleCode', 'Sous quel nom un acte est inscrit.', actingRoles)
export const PhaseCode = codesOf('PhaseCode', 'Où en est un dossier.', phases)
export const OutcomeCode = codesOf('OutcomeCode', 'Ce qu’il est advenu d’un motif.', outcomes)
export const IntakeChannelCode = codesOf('IntakeChannelCode', 'Par où une plainte arrive.', intakeChannels)
export const ReplyChannelCode = codesOf('ReplyChannelCode', 'Par où la personne peut être jointe.', replyChannels)
export const ExchangeChannelCode = codesOf(
  'ExchangeChannelCode',
  'Comment une question et sa réponse passent entre le Secrétariat et la personne.',
  exchangeChannels,
)
export const ClearableFactCode = codesOf(
  'ClearableFactCode',
  'Ce qu’une correction peut retirer de l’inscription.',
  clearableFacts,
)
export const LanguageCode = codesOf('LanguageCode', 'La langue de la personne.', languages)
export const RepresentativeCapacityCode = codesOf(
  'RepresentativeCapacityCode',
  'À quel titre une personne en représente une autre.',
  representativeCapacities,
)
export const CriterionCode = codesOf('CriterionCode', 'Les critères d’appréciation.', assessmentCriteria)
export const RepresentativeErrorCode = codesOf(
  'RepresentativeErrorCode',
  'Les erreurs qu’une personne représentant le Ministère peut faire.',
  representativeErrors,
)
export const PrejudiceCode = codesOf('PrejudiceCode', 'À qui la situation a porté préjudice.', prejudices)
export const InadmissibilityGroundCode = codesOf(
  'InadmissibilityGroundCode',
  'Les motifs d’irrecevabilité.',
  inadmissibilityGrounds,
)
export const ReferralSubjectCode = codesOf(
  'ReferralSubjectCode',
  'Les sujets qui relèvent d’un autre organisme.',
  referrals,
)
export const BodyCode = codesOf('BodyCode', 'Les organismes.', bodies)
export const ConsultationPurposeCode = codesOf(
  'ConsultationPurposeCode',
  'Ce qui est demandé à un secteur.',
  consultationPurposes,
)
export const InformationCategoryCode = codesOf(
  'InformationCategoryCode',
  'Les renseignements qu’une permission peut couvrir.',
  informationCategories,
)
export const AuthorizationAnswerCode = codesOf(
  'AuthorizationAnswerCode',
  'Ce que la personne répond à une demande de transfert.',
  authorizationAnswers,
)
export const SuspensionCauseCode = codesOf('SuspensionCauseCode', 'Pourquoi le délai s’arrête.', suspensionCauses)
export const WithoutFurtherActionCauseCode = codesOf(
  'WithoutFurtherActionCauseCode',
  'Pourquoi les faits ne peuvent être connus.',
  withoutFurtherActionCauses,
)
export const RelationCode = codesOf('RelationCode', 'Comment deux dossiers se rapportent l’un à l’autre.', relations)
export const RecommendationAnswerCode = codesOf(
  'RecommendationAnswerCode',
  'Ce qu’un secteur répond à une recommandation.',
  recommendationAnswers,
)
export const EscalationInitiatorCode = codesOf(
  'EscalationInitiatorCode',
  'Qui s’est adressé au Protecteur du citoyen.',
  escalationInitiators,
)
export const PackageBasisCode = codesOf(
  'PackageBasisCode',
  'Sur quoi repose un envoi au Protecteur du citoyen.',
  packageBases,
)
