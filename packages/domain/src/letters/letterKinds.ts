import type { Entry } from '../tables/entry.ts'

/** The letters by which a person is told something, in the order of the process; each has its template. */
export const letterKinds = [
  { code: 'ACKNOWLEDGEMENT', label: 'Accusé de réception' },
  { code: 'CONSENT_REQUEST', label: 'Demande de permission' },
  { code: 'TRANSFER_REQUEST', label: 'Demande d’autorisation de transfert' },
  { code: 'EXTENSION', label: 'Avis de report' },
  { code: 'INADMISSIBLE', label: 'Plainte irrecevable' },
  { code: 'REFERRED', label: 'Renvoi vers un autre organisme' },
  { code: 'TRANSFERRED', label: 'Plainte transférée' },
  { code: 'FOUNDED', label: 'Plainte fondée' },
  { code: 'UNFOUNDED', label: 'Plainte non fondée' },
  { code: 'CLOSED_WITHOUT_FURTHER_ACTION', label: 'Classement sans suite' },
  { code: 'WITHDRAWN', label: 'Désistement' },
  { code: 'RESOLVED_INFORMALLY', label: 'Résolution informelle' },
  { code: 'SEVERAL_RESULTS', label: 'Résultats différents selon le motif' },
  { code: 'TELEPHONE', label: 'Réponse par téléphone' },
] as const satisfies readonly Entry[]

export type LetterKind = (typeof letterKinds)[number]['code']

/** The templates that the Secretariat edits: the page that all letters share, then one for each kind. */
export const letterTemplates = [
  { code: 'LAYOUT', label: 'Mise en page commune' },
  ...letterKinds,
] as const satisfies readonly Entry[]

export type LetterTemplate = (typeof letterTemplates)[number]['code']
