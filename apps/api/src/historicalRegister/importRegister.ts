import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type HistoricalFlaw, localDateAt } from '@bienfonde/domain'
import type { Application } from '../application.ts'
import type { Database } from '../database/Database.ts'
import { statement } from '../database/statement.ts'
import type { MasterKey } from '../vault/keys.ts'
import { csvSource } from './csvSource.ts'
import { type Examined, examineRegister, type TellReading } from './examineRegister.ts'
import { fileNature, refuseChanged } from './fileNature.ts'
import { type FlawReport, flawReport } from './flawReport.ts'
import { ImportRefusal } from './ImportRefusal.ts'
import { alone } from './importGuard.ts'
import { beginImport, type ImportSubject, type ImportUnderWay, importCutShort, type Tally } from './importJournal.ts'
import { lineReader } from './lineReader.ts'
import type { RegisterSource } from './RegisterRow.ts'
import { recordRegister } from './registerChain.ts'
import { columnsOf, type RegisterMapping, readMapping } from './registerMapping.ts'
import { takeUpRegister } from './takeUpRegister.ts'
import { xlsxSource } from './xlsxSource.ts'

/** What an operator asks of an import. */
export interface ImportAsked {
  file: string
  mapping: string
  /** Examine, and take nothing up. */
  dryRun: boolean
  /** Take up the sound lines of a register in which others are at fault. */
  partial: boolean
  report: string | undefined
}

/** Who hears how far an import is. */
export interface ImportHearing {
  /** A reading of the whole file begins. */
  stage(stage: 'EXAMINE' | 'TAKE_UP', source: RegisterSource, from: number): TellReading
  halted(): boolean
  now(): Date
}

/** What came of an import: what the register holds, and what was taken up of it when something was. */
export interface ImportDone {
  examined: Examined
  /** The first lines with each problem. */
  flaws: FlawSummary[]
  taken: { tally: Tally; ended: boolean; resumed: boolean } | null
}

/** A problem of a register, how many lines have it, and the first of them. */
interface FlawSummary extends HistoricalFlaw {
  lines: number
  first: number[]
}

const findSectors = statement('historical_sectors', 'select code from sector')
const shown = 5

/** Takes up an earlier register, after having read the whole of it: with a line at fault, nothing is taken up unless asked. */
export async function importRegister(
  { database, master }: Pick<Application, 'database' | 'master'>,
  asked: ImportAsked,
  hearing: ImportHearing,
): Promise<ImportDone> {
  const { mapping, fingerprint } = mappingAt(asked.mapping)
  refuseOverwriting(asked)
  const nature = await fileNature(asked.file)
  const { headerLine, delimiter, encoding, sheet } = mapping.file
  const source =
    nature.kind === 'SPREADSHEET'
      ? await xlsxSource(nature, { headerLine, sheet })
      : csvSource(nature, { headerLine, delimiter, encoding, columns: columnsOf(mapping) })
  const read = lineReader({
    mapping,
    source,
    sectors: await sectorsOf(database, mapping),
    today: localDateAt(hearing.now()),
  })
  const { register } = mapping
  const subject: ImportSubject = { register, file: nature.fingerprint, mapping: fingerprint, partial: asked.partial }
  const mark = marker(master)
  const work = async (): Promise<ImportDone> => {
    const report = asked.report === undefined ? undefined : await flawReport(asked.report, mapping)
    const { examined, flaws } = await examine(database, { source, read, mark }, hearing, report)
    const done: ImportDone = { examined, flaws, taken: null }
    if (asked.dryRun || examined.halted || (examined.refused > 0 && !asked.partial)) return done
    refuseChanged(nature)
    const cutShort = await importCutShort(database.ask, subject)
    const underWay = cutShort ?? (await begun(database, subject, hearing.now()))
    const taken = await takeUpRegister(database, {
      ...{ underWay, source, read, mark },
      tell: hearing.stage('TAKE_UP', source, underWay.lastLine),
      halted: hearing.halted,
      now: hearing.now,
      ended: async (ask, { added, refused }) => {
        refuseChanged(nature)
        await recordRegister(ask, 'REGISTER_IMPORTED', hearing.now(), { register, added, refused })
      },
    })
    return { ...done, taken: { ...taken, resumed: cutShort !== undefined } }
  }
  return asked.dryRun ? work() : alone(database, work)
}

const begun = (database: Database, subject: ImportSubject, at: Date): Promise<ImportUnderWay> =>
  database.transaction(async ask => {
    const { register, file, mapping } = subject
    await recordRegister(ask, 'REGISTER_IMPORT_BEGUN', at, { register, file, mapping })
    return beginImport(ask, subject, at)
  })

function refuseOverwriting({ file, mapping, report }: ImportAsked): void {
  if (report !== undefined && [file, mapping].some(path => resolve(path) === resolve(report)))
    throw new ImportRefusal('Le rapport prendrait la place du registre ou du mappage. Donnez-lui un autre nom.')
}

function mappingAt(path: string): { mapping: RegisterMapping; fingerprint: string } {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw new ImportRefusal(`Le mappage ${path} n’est pas du JSON.`)
    throw new ImportRefusal(`Le mappage ${path} est introuvable ou ne peut être lu.`)
  }
  const mapping = readMapping(json)
  if (Array.isArray(mapping))
    throw new ImportRefusal(
      `Le mappage ${path} ne peut servir :\n${mapping.map(({ key, message }) => `  ${key} : ${message}`).join('\n')}`,
    )
  return { mapping, fingerprint: createHash('sha256').update(JSON.stringify(json)).digest('hex') }
}

/** The sectors that exist or existed; one that the mapping names and that never was is refused at once. */
async function sectorsOf({ ask }: Database, { fields }: RegisterMapping): Promise<Set<string>> {
  const sectors = new Set((await ask<{ code: string }>(findSectors)).map(({ code }) => code))
  const declared = fields.find(({ field }) => field.kind === 'SECTOR')
  const named = declared
    ? [declared.constant, declared.whenEmpty, declared.otherwise, ...(declared.codes?.values() ?? [])]
    : []
  const unknown = named.filter(each => typeof each === 'string' && !sectors.has(each))
  if (unknown.length > 0)
    throw new ImportRefusal(
      `Le mappage nomme des secteurs qui n’existent pas : ${[...new Set(unknown)].join(', ')}. Ajoutez-les d’abord ; un secteur peut être fermé ensuite.`,
    )
  return sectors
}

/** A line is known again by a mark that tells nothing of it without the ministry's key. */
const marker = (master: MasterKey) => (identity: string) => {
  const hex = master.mark(identity, 'historical_complaint|id').toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

async function examine(
  database: Database,
  reading: Pick<Parameters<typeof examineRegister>[1], 'source' | 'read' | 'mark'>,
  hearing: ImportHearing,
  report: FlawReport | undefined,
) {
  const flaws = new Map<string, FlawSummary>()
  try {
    const examined = await examineRegister(database, {
      ...reading,
      tell: hearing.stage('EXAMINE', reading.source, 0),
      halted: hearing.halted,
      async flawed(line, found) {
        for (const flaw of found) {
          const key = `${flaw.code}|${flaw.field}`
          const before = flaws.get(key) ?? { ...flaw, lines: 0, first: [] }
          flaws.set(key, { ...before, lines: before.lines + 1, first: [...before.first, line].slice(0, shown) })
        }
        await report?.add(line, found)
      },
    })
    if (examined.halted) report?.discard()
    else await report?.end()
    return { examined, flaws: [...flaws.values()].toSorted((a, b) => b.lines - a.lines) }
  } catch (error) {
    report?.discard()
    throw error
  }
}
