import type { Entry } from '../tables/entry.ts'

export interface DimensionEntry extends Entry {
  readonly definition: string
  /** True when one matter may be counted under several values: the groups then add up to more than the whole. */
  readonly several: boolean
  /** True when it may be read inside the Secretariat only, never published. */
  readonly internal: boolean
}

const of = <Code extends string>(
  code: Code,
  label: string,
  definition: string,
  { several = false, internal = false } = {},
) => ({ code, label, definition, several, internal })

/** By what the figures can be told apart. */
export const dimensions = [
  of('FISCAL_YEAR', 'Exercice financier', 'L’exercice, du 1er avril au 31 mars, du jour compté par chaque indicateur.'),
  of('QUARTER', 'Trimestre', 'Le trimestre de l’exercice financier du jour compté.'),
  of('MONTH', 'Mois', 'Le mois du jour compté.'),
  of('WEEK', 'Semaine', 'La semaine, du lundi au dimanche, du jour compté.'),
  of('DAY', 'Jour', 'Le jour compté.'),
  of('SECTOR', 'Secteur', 'Le secteur visé par le motif, tel qu’il est inscrit maintenant.'),
  of('SERVICE', 'Service', 'Le service visé par le motif, s’il est inscrit.'),
  of('SUBJECT', 'Sujet', 'Le sujet du motif.'),
  of('CHANNEL', 'Mode de réception', 'Le mode par lequel la plainte est arrivée.'),
  of('OUTCOME', 'Résultat', 'Le résultat du motif quand son dossier ferme ; aucun tant qu’il est ouvert.'),
  of('CRITERION', 'Critère', 'Chaque critère qui fonde un motif fondé.', { several: true }),
  of('GROUND', 'Motif d’irrecevabilité', 'Chaque motif cité pour un motif de plainte irrecevable.', { several: true }),
  of('BODY', 'Organisme', 'Chaque organisme vers lequel la personne est dirigée, ou à qui le motif est transféré.', {
    several: true,
  }),
  of('OFFICER', 'Personne chargée du dossier', 'La personne chargée du dossier, par son identifiant.', {
    internal: true,
  }),
  of('LANGUAGE', 'Langue', 'La langue de la personne.'),
  of('ANONYMITY', 'Anonymat', 'Si la plainte est anonyme : oui ou non.'),
  of(
    'ORIGIN',
    'Origine',
    'Dossiers traités ici, ou repris d’un registre antérieur. De ces derniers, ce que le registre ne dit pas reste inconnu ; s’il ne dit pas le jour de la fermeture, le dossier ferme au jour de sa réception, sans délai.',
  ),
] as const satisfies readonly DimensionEntry[]

export type Dimension = (typeof dimensions)[number]['code']
