import type { Entry } from './entry.ts'

/** What a criterion that is met must name beside its reason. */
export type CriterionDetail = 'STANDARD' | 'ERROR_KIND' | 'RULE' | null

/** The criteria in whose light a complaint is found founded. */
export const assessmentCriteria = [
  {
    code: 'GENERAL_COMMITMENT_BREACH',
    label: 'Engagement général non respecté',
    hint: 'Un engagement sur la qualité des services, pris dans la déclaration de services, n’a pas été tenu.',
    detail: null,
  },
  {
    code: 'BELOW_SERVICE_STANDARD',
    label: 'Norme de service non atteinte',
    hint: 'La personne a reçu moins que ce que promet une norme de la déclaration ; nommez la norme et l’écart.',
    detail: 'STANDARD',
  },
  {
    code: 'REPRESENTATIVE_ERROR',
    label: 'Erreur d’une personne représentant le Ministère',
    hint: 'Un oubli, une information erronée ou une méprise.',
    detail: 'ERROR_KIND',
  },
  {
    code: 'MANIFEST_RULE_DISCREPANCY',
    label: 'Écart manifeste avec une règle',
    hint: 'La façon de faire contredit une loi, un règlement, une politique ou une norme ; nommez-la.',
    detail: 'RULE',
  },
  {
    code: 'SERVICE_CULTURE_BREACH',
    label: 'Manquement à la culture de service',
    hint: 'La situation contredit manifestement ce qu’est un bon service à la clientèle.',
    detail: null,
  },
] as const satisfies readonly (Entry & { detail: CriterionDetail })[]

export type Criterion = (typeof assessmentCriteria)[number]['code']

/** The kinds of error that a person representing the ministry can make. */
export const representativeErrors = [
  { code: 'OMISSION', label: 'Oubli' },
  { code: 'WRONG_INFORMATION', label: 'Information erronée' },
  { code: 'MISUNDERSTANDING', label: 'Méprise' },
] as const satisfies readonly Entry[]

export type RepresentativeError = (typeof representativeErrors)[number]['code']
