import { type AnnualReport, frenchDate, labelOf, reportTables, reportUnits, type SmallCells } from '@bienfonde/domain'
import type { KeptEdition } from '../frozenEditions/frozenEditions.ts'
import type { Sheet } from './Sheet.ts'

const hidden = 'caché'
const nothing = 's. o.'

/** The sign before a line of the movement is for the eye; in a file it would be read as a formula. */
const plain = (label: string) => label.replace(/^[+−=] /, '')

/** What goes with figures that may be published. */
export const hidingNote = ({ threshold, label }: SmallCells): string =>
  `« ${hidden} » : un nombre de 1 à ${threshold - 1}, ou un nombre qui le ferait retrouver (seuil de ${threshold}, ${label}).`

/** The annual report as a table: one line to a row, its definition beside it. */
export function reportSheet(report: AnnualReport, notes: readonly string[]): Sheet {
  const said = (value: number | null, isHidden: boolean) => value ?? (isHidden ? hidden : nothing)
  return {
    name: `Rapport ${report.label}`,
    header: [
      ...['Tableau', 'Ligne', 'Unité', report.previousLabel, report.label, 'Variation'],
      ...['Définition', 'Population', 'Code'],
    ],
    rows: report.tables.flatMap(({ code, population, lines }) =>
      lines.map(({ key, label, definition, unit, previous, current, variation, previousHidden, currentHidden }) => [
        ...[labelOf(reportTables, code), plain(label), labelOf(reportUnits, unit)],
        said(previous, previousHidden),
        said(current, currentHidden),
        said(variation, previousHidden || currentHidden),
        ...[definition, population, key],
      ]),
    ),
    notes: [
      `Rapport annuel sur les plaintes, exercice ${report.label} (du ${frenchDate(report.from)} au ${frenchDate(report.to)}).`,
      report.rounding,
      `« ${nothing} » : sans objet, il n’y a rien à mesurer.`,
      ...notes,
    ],
  }
}

/** What a file of an edition says of where its figures come from. */
export const editionNotes = ({ number, knownOn, software, digest, note }: KeptEdition): string[] => [
  `Édition ${number}, arrêtée avec tout ce qui était connu le ${frenchDate(knownOn)} au soir.`,
  `Note : ${note}`,
  `Logiciel : Bienfondé ${software}. Empreinte SHA-256 de l’édition : ${digest}.`,
]
