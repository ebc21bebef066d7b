import type { Entry } from './entry.ts'

/** What a sector is asked for. */
export const consultationPurposes = [
  { code: 'FACTS', label: 'Éclairer les faits', hint: 'Ce qui s’est passé, et ce qui le montre.' },
  { code: 'ADVICE', label: 'Conseiller', hint: 'Un avis sur une règle, une pratique ou un correctif possible.' },
] as const satisfies readonly Entry[]

/** The kinds of information that a permission can cover. */
export const informationCategories = [
  { code: 'IDENTITY', label: 'Nom et coordonnées' },
  { code: 'WORDS', label: 'Propos de la personne' },
  { code: 'ATTACHMENTS', label: 'Documents remis par la personne' },
] as const satisfies readonly Entry[]

/** What a person answers to a request to transfer. */
export const authorizationAnswers = [
  { code: 'GRANTED', label: 'Autorisé' },
  { code: 'REFUSED', label: 'Refusé' },
  { code: 'NO_ANSWER', label: 'Sans réponse' },
] as const satisfies readonly Entry[]

/** Why the reply clock stops. */
export const suspensionCauses = [
  { code: 'AWAITING_COMPLAINANT', label: 'Attente de la personne plaignante' },
  { code: 'AWAITING_CONSENT', label: 'Attente d’une permission' },
  { code: 'AWAITING_BODY', label: 'Attente d’un autre organisme' },
] as const satisfies readonly Entry[]

/** Why the facts of a complaint cannot be known. */
export const withoutFurtherActionCauses = [
  { code: 'CONSENT_REFUSED', label: 'Refus de lever l’anonymat' },
  { code: 'ANONYMITY', label: 'Plainte anonyme' },
] as const satisfies readonly Entry[]

/** What a correction can take out of the registration without putting anything in its place. */
export const clearableFacts = [
  { code: 'FACTS_KNOWN_ON', label: 'Jour où la personne a connu les faits' },
  { code: 'REPRESENTATIVE', label: 'Personne représentante' },
] as const satisfies readonly Entry[]

/** How two dossiers are related. */
export const relations = [
  { code: 'SAME_FACTS', label: 'Mêmes faits' },
  { code: 'SAME_SERVICE', label: 'Même service' },
  { code: 'FOLLOWS', label: 'Suite d’un dossier antérieur' },
] as const satisfies readonly Entry[]

/** How a unit answers a recommendation. */
export const recommendationAnswers = [
  { code: 'ACCEPTED', label: 'Acceptée' },
  { code: 'PARTLY_ACCEPTED', label: 'Acceptée en partie' },
  { code: 'REFUSED', label: 'Refusée' },
] as const satisfies readonly Entry[]

/** Who turned to the Protecteur du citoyen. */
export const escalationInitiators = [
  { code: 'COMPLAINANT', label: 'La personne plaignante' },
  { code: 'OMBUDSMAN', label: 'Le Protecteur du citoyen' },
  { code: 'MINISTRY', label: 'Le Ministère' },
] as const satisfies readonly Entry[]

/** On what basis a package for the Protecteur du citoyen is prepared. */
export const packageBases = [
  { code: 'NONE', label: 'Sans identité' },
  { code: 'CONSENT', label: 'Consentement de la personne' },
  { code: 'LEGAL_DEMAND', label: 'Demande fondée sur la loi' },
] as const satisfies readonly Entry[]

export type ConsultationPurpose = (typeof consultationPurposes)[number]['code']
export type InformationCategory = (typeof informationCategories)[number]['code']
export type AuthorizationAnswer = (typeof authorizationAnswers)[number]['code']
export type SuspensionCause = (typeof suspensionCauses)[number]['code']
export type WithoutFurtherActionCause = (typeof withoutFurtherActionCauses)[number]['code']
export type ClearableFact = (typeof clearableFacts)[number]['code']
export type Relation = (typeof relations)[number]['code']
export type RecommendationAnswer = (typeof recommendationAnswers)[number]['code']
export type EscalationInitiator = (typeof escalationInitiators)[number]['code']
export type PackageBasis = (typeof packageBases)[number]['code']
