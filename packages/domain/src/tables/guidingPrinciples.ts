import type { Entry } from './entry.ts'

/** What guides whoever handles a complaint. */
export const guidingPrinciples = [
  { code: 'IMPARTIALITY', label: 'Traiter chaque plainte avec impartialité et esprit critique.' },
  { code: 'IMPROVEMENT', label: 'Viser les correctifs et les améliorations qui s’imposent.' },
  { code: 'OPENNESS', label: 'Montrer de l’ouverture envers ce que la personne demande.' },
  { code: 'LEADS_FROM_UNFOUNDED', label: 'Tirer des pistes d’amélioration même d’une plainte non fondée.' },
  { code: 'IDENTITY_PROTECTED', label: 'Protéger l’identité par défaut ; demander avant de la communiquer.' },
] as const satisfies readonly Entry[]
