import {
  addYears,
  type FiscalYear,
  fiscalYearBounds,
  fiscalYearLabel,
  fiscalYearOf,
  frenchDate,
  type IntakeChannel,
  intakeChannels,
  isLocalDate,
  type LocalDate,
  type Outcome,
  outcomes,
  type Unit,
} from '@bienfonde/domain'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** What the figures are asked about, as the address bar says it: an address can be kept and sent. */
export interface Choice {
  year: FiscalYear
  unit: Unit
  sector: string | null
  channel: IntakeChannel | null
  outcome: Outcome | null
  /** What was known on the evening of this day; what is known now, without it. */
  knownOn: LocalDate | ''
}

export const units = [
  { code: 'DOSSIERS', label: 'Dossiers' },
  { code: 'MATTERS', label: 'Motifs de plainte' },
] as const

/** How many fiscal years can be chosen, the present one included. */
const yearsBack = 10
export const yearsUpTo = (today: LocalDate): FiscalYear[] =>
  Array.from({ length: yearsBack }, (_, ago) => fiscalYearOf(today) - ago)

const codeIn = <Code extends string>(table: readonly { code: Code }[], said: unknown): Code | null =>
  table.find(({ code }) => code === said)?.code ?? null

/** What an address asks for; what it says wrongly is as if it were not said. */
export function choiceIn(query: LocationQuery, today: LocalDate): Choice {
  const { exercice, unite, secteur, canal, resultat, connu } = query
  const present = fiscalYearOf(today)
  return {
    year: yearsUpTo(today).find(year => String(year) === exercice) ?? present,
    unit: codeIn(units, unite) ?? 'DOSSIERS',
    sector: typeof secteur === 'string' && /^[A-Z0-9_]{1,40}$/.test(secteur) ? secteur : null,
    channel: codeIn(intakeChannels, canal),
    outcome: codeIn(outcomes, resultat),
    knownOn: isLocalDate(connu) && connu <= today ? connu : '',
  }
}

/** The address of a choice, which does not say what goes without saying. */
export function addressOf(
  { year, unit, sector, channel, outcome, knownOn }: Choice,
  today: LocalDate,
): LocationQueryRaw {
  return {
    ...(year !== fiscalYearOf(today) && { exercice: String(year) }),
    ...(unit !== 'DOSSIERS' && { unite: unit }),
    ...(sector && { secteur: sector }),
    ...(channel && { canal: channel }),
    ...(outcome && { resultat: outcome }),
    ...(knownOn && { connu: knownOn }),
  }
}

/** What every picture asks for: the year so far, the same days of the year before, and what is kept. */
export interface Asked {
  period: { from: LocalDate; to: LocalDate }
  before: { from: LocalDate; to: LocalDate }
  /** The period, in words. */
  told: string
  toldBefore: string
  unit: Unit
  filter: { sectors?: string[]; channels?: IntakeChannel[]; outcomes?: Outcome[] }
  asOf: LocalDate | null
}

const between = ({ from, to }: { from: LocalDate; to: LocalDate }) => `du ${frenchDate(from)} au ${frenchDate(to)}`

/** The questions of a choice; none when the year had not begun on the day of what is known. */
export function askedBy(
  { year, unit, sector, channel, outcome, knownOn }: Choice,
  today: LocalDate,
): Asked | undefined {
  const whole = fiscalYearBounds(year)
  const known = knownOn || today
  if (known < whole.from) return undefined
  const period = known < whole.to ? { from: whole.from, to: known } : whole
  const last = fiscalYearBounds(year - 1)
  // Of a year that goes on, only the same days of the year before compare with it.
  const before = { from: last.from, to: known < whole.to ? addYears(known, -1) : last.to }
  return {
    ...{ period, before, unit, asOf: knownOn || null },
    told: `Exercice ${fiscalYearLabel(year)}, ${between(period)}`,
    toldBefore: `${fiscalYearLabel(year - 1)}, ${between(before)}`,
    filter: {
      ...(sector && { sectors: [sector] }),
      ...(channel && { channels: [channel] }),
      ...(outcome && { outcomes: [outcome] }),
    },
  }
}

/** What one period is asked. */
export const periodAsked = ({ period, unit, filter, asOf }: Asked) => ({ period, unit, filter, asOf })
