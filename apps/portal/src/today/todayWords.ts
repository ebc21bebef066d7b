import {
  type CalendarOverrides,
  dayKind,
  frenchDate,
  frenchDay,
  type LocalDate,
  labelOf,
  parties,
  type StepName,
  stepNames,
  steps,
} from '@bienfonde/domain'
import type { WaitingRow } from './TodayQuery.ts'

/** The day at a glance: « Lundi 1er juin 2026 », and why nobody works when nobody does. */
export function dayWords(on: LocalDate, calendar: CalendarOverrides): string {
  const { kind, name } = dayKind(on, calendar)
  const day = frenchDay(on).replace(/^./, letter => letter.toUpperCase())
  if (kind === 'ORDINARY') return `${day}.`
  if (kind === 'OPENED') return `${day}, jour ouvert par exception.`
  const why = kind === 'WEEKEND' ? 'la fin de semaine' : name || 'un jour de fermeture'
  return `${day}. Ce n’est pas un jour ouvrable : c’est ${kind === 'HOLIDAY' ? `un jour férié (${name})` : why}.`
}

/** The steps under their own titles, in the order given; a name that this portal does not know is left out. */
export const titled = (names: readonly string[]): { name: StepName; title: string }[] =>
  names.flatMap(named => {
    const name = stepNames.find(known => known === named)
    return name ? [{ name, title: steps[name].title }] : []
  })

/** Who is waited for, and since when: « Le secteur Habitation, depuis le 2 juin 2026 ». */
export function waitWords(
  { party, sector, body, since }: WaitingRow['waits'][number],
  nameOf: (sector: string) => string,
): string {
  const whom = sector ? `Le secteur ${nameOf(sector)}` : (body ?? labelOf(parties, party))
  return `${whom}, depuis le ${frenchDate(since)}`
}

/** « Voir le dossier », « Voir les 12 dossiers ». */
export const seeWords = (count: number): string => (count === 1 ? 'Voir le dossier' : `Voir les ${count} dossiers`)
