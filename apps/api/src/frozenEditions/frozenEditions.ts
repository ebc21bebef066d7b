import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  type AnnualReport,
  type FiscalYear,
  fiscalYearLabel,
  type LocalDate,
  type PublishedBefore,
  type Settings,
} from '@bienfonde/domain'
import type { ReportAt } from '../annualReport/reportAt.ts'
import { type Ask, statement } from '../database/statement.ts'
import { type AdministrationStamp, recordChange } from '../journal/administrationJournal.ts'
import { canonical } from '../journal/canonical.ts'

/** An edition as it is kept, the report whole and the report as it may be published. */
export interface KeptEdition {
  id: string
  fiscalYear: FiscalYear
  number: number
  /** The evening up to which everything known is counted. */
  knownOn: LocalDate
  frozenAt: Date
  frozenBy: string
  note: string
  software: string
  threshold: number
  settings: FrozenSettings
  report: AnnualReport
  published: AnnualReport
  exposed: number
  digest: string
}

/** What else the figures of an edition depend on. */
export type FrozenSettings = Pick<Settings, 'calendar' | 'commitments'>

/** The version of this software, kept with each edition. */
const software: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version

const columns = `id, fiscal_year as "fiscalYear", number, known_on::text as "knownOn", frozen_at as "frozenAt",
  frozen_by as "frozenBy", note, software, threshold, settings, report, published, exposed, digest`
const findEdition = statement('edition', `select ${columns} from frozen_edition where id = $1`)
const findEarlier = statement(
  'editions_earlier',
  `select publication from frozen_edition where fiscal_year between $1::int - 1 and $1::int + 1
   order by frozen_at, number`,
)
const findLast = statement(
  'editions_last',
  `select count(*)::int as kept, max(known_on)::text as "knownOn", max(number) as number from frozen_edition where fiscal_year = $1`,
)
const addEdition = statement(
  'edition_add',
  `insert into frozen_edition (id, fiscal_year, number, known_on, frozen_at, frozen_by, note, software, threshold,
     settings, report, published, publication, exposed, digest)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
)

interface StoredPublication {
  cells: [string, number][]
  balances: PublishedBefore['balances']
  hidden: string[]
  unsaid: string[]
}

const stored = ({ cells, balances, hidden, unsaid }: PublishedBefore): StoredPublication => ({
  ...{ cells: [...cells], balances, hidden: [...hidden], unsaid: [...(unsaid ?? [])] },
})
const restored = ({ cells, balances, hidden, unsaid }: StoredPublication): PublishedBefore => ({
  ...{ cells: new Map(cells), balances, hidden: new Set(hidden), unsaid: new Set(unsaid) },
})

/** What went out of this year's figures, and of its neighbours', which share a column with it. */
export async function publishedEarlier(ask: Ask, fiscalYear: FiscalYear): Promise<PublishedBefore[]> {
  const rows = await ask<{ publication: StoredPublication }>(findEarlier, [fiscalYear])
  return rows.map(({ publication }) => restored(publication))
}

/** The last edition of a year: its number, 0 when there is none, and up to when it counts. */
export async function lastEdition(ask: Ask, fiscalYear: FiscalYear) {
  const [row] = await ask<{ knownOn: LocalDate | null; number: number | null }>(findLast, [fiscalYear])
  return { number: row?.number ?? 0, knownOn: row?.knownOn ?? null }
}

/** The one edition of that name; everything in one look-up. */
export async function editionOf(ask: Ask, id: string): Promise<KeptEdition | undefined> {
  return (await ask<KeptEdition>(findEdition, [id]))[0]
}

type Digested = Omit<KeptEdition, 'digest' | 'exposed'>

/** The digest of all that an edition says, when and by whom. */
export const digestOf = (edition: Digested): string => {
  const { fiscalYear, number, knownOn, frozenBy, note, threshold, settings, report, published } = edition
  const said = { fiscalYear, number, knownOn, frozenBy, note, threshold, settings, report, published }
  const sealed = { ...said, software: edition.software, frozenAt: edition.frozenAt.toISOString() }
  return createHash('sha256')
    .update(canonical(JSON.parse(JSON.stringify(sealed))))
    .digest('hex')
}

/** What an edition is made of before it is kept. */
export interface EditionDraft {
  fiscalYear: FiscalYear
  knownOn: LocalDate
  note: string
  settings: Settings
  counted: ReportAt
  /** What went out before, as it was when the report was counted. */
  earlier: readonly PublishedBefore[]
}

/** Keeps an edition for good, with its digest in the journal of administration; within a transaction. */
export async function keepEdition(ask: Ask, { by, at }: AdministrationStamp, draft: EditionDraft): Promise<number> {
  const { fiscalYear, knownOn, note, settings, counted, earlier } = draft
  const { report, publication, exposed } = counted.published(earlier)
  const { number } = await lastEdition(ask, fiscalYear)
  const edition: Digested = {
    ...{ id: randomUUID(), fiscalYear, number: number + 1, knownOn, note, software },
    ...{ frozenAt: at, frozenBy: by.id, threshold: settings.smallCells.threshold },
    settings: { calendar: settings.calendar, commitments: settings.commitments },
    ...{ report: counted.report, published: report },
  }
  const digest = digestOf(edition)
  await ask(addEdition, [
    ...[edition.id, fiscalYear, edition.number, knownOn, at, by.id, note, software, edition.threshold],
    ...[edition.settings, edition.report, report, stored(publication)].map(value => JSON.stringify(value)),
    ...[exposed, digest],
  ])
  const after = { edition: `${fiscalYearLabel(fiscalYear)}, édition ${edition.number}`, knownOn, note, digest }
  return recordChange(
    ask,
    { by, at },
    { type: 'EDITION_FROZEN', subject: `EDITION:${edition.id}`, before: null, after },
  )
}
