import type { Entry } from './entry.ts'

/** What an inadmissibility ground must be shown by. */
export type GroundEvidence = 'PROCEEDING' | 'PASSAGE' | 'UNREACHABLE' | 'BODIES'

/** The only grounds on which the process does not apply to a complaint; anonymity is none of them. */
export const inadmissibilityGrounds = [
  {
    code: 'COURT_PROCEEDINGS',
    label: 'Procédure judiciaire en cours',
    hint: 'La contestation fait l’objet d’une procédure inscrite à la cour ; nommez la procédure.',
    evidence: 'PROCEEDING',
  },
  {
    code: 'HATEFUL_THREATENING_HARASSING',
    label: 'Propos haineux, menaçants ou harcelants',
    hint: 'Une critique vive n’en est pas un. Le passage est gardé au coffre.',
    evidence: 'PASSAGE',
  },
  {
    code: 'SENDER_UNREACHABLE',
    label: 'Communication impossible avec la personne',
    hint: 'Des essais de communication consignés, ou l’absence de tout moyen de répondre.',
    evidence: 'UNREACHABLE',
  },
  {
    code: 'OUTSIDE_MINISTRY_RESPONSIBILITY',
    label: 'Hors de la responsabilité du Ministère',
    hint: 'Nommez l’organisme ou les organismes compétents.',
    evidence: 'BODIES',
  },
] as const satisfies readonly (Entry & { evidence: GroundEvidence })[]

export type InadmissibilityGround = (typeof inadmissibilityGrounds)[number]['code']
