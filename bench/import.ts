/**
 * The taking up of an earlier register beside a plain COPY of the same lines, in the same run, and its counts beside those
 * of the file. `pnpm build`, then `node bench/import.ts <signalconso.csv> [copies]`: each copy has keys of its own.
 * Everything happens in a database thrown away at the end.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openDatabase } from '../apps/api/dist/database/dataSource.js'
import { startEmbedded } from '../apps/api/dist/database/embedded.js'
import { importRegister } from '../apps/api/dist/historicalRegister/importRegister.js'
import { statisticsOf } from '../apps/api/dist/statistics/Statistics.js'
import { openMasterKey } from '../apps/api/dist/vault/epochs.js'

const [given, copies = '1'] = process.argv.slice(2)
if (!given) {
  console.error('Usage : node bench/import.ts <signalconso.csv> [copies]')
  process.exit(2)
}
const mapping = fileURLToPath(new URL('./signalconso.mapping.json', import.meta.url))
const number = new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 1 })
const say = (...cells: (string | number)[]) =>
  console.log(
    cells
      .map((cell, at) =>
        at === 0 ? String(cell).padEnd(58) : (typeof cell === 'number' ? number.format(cell) : cell).padStart(12),
      )
      .join(''),
  )
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const held = () => {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const timed = async (work: () => Promise<unknown>) => {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}

const directory = mkdtempSync(join(tmpdir(), 'bienfonde-bench-'))
chmodSync(directory, 0o755)
const cluster = await startEmbedded({ directory: join(directory, 'postgres'), throwaway: true })
const database = await openDatabase({ host: cluster.host }, { statementTimeout: 0 })
const ask = async (text: string) => (await database.pool.query(text)).rows

/** The given file, so many times over; the server reads it too. */
async function written(): Promise<{ file: string; lines: number }> {
  const file = join(directory, 'registre.csv')
  const out = createWriteStream(file)
  let lines = 0
  for (let copy = 0; copy < Number(copies); copy++) {
    let first = true
    for await (const line of createInterface({ input: createReadStream(given ?? '') })) {
      if (first) {
        if (copy === 0) out.write(`${line}\n`)
        first = false
        continue
      }
      lines += 1
      if (
        !out.write(`${copy * 10_000_000 + Number(line.slice(0, line.indexOf(',')))}${line.slice(line.indexOf(','))}\n`)
      )
        await new Promise(resolve => out.once('drain', () => resolve(undefined)))
    }
  }
  out.end()
  await finished(out)
  chmodSync(file, 0o644)
  return { file, lines }
}

const columns = '"row", "date", dep, category, subcategories, status, contact_agreement, tags, handling'

async function plainCopy(file: string): Promise<number> {
  await ask('drop table if exists plain')
  await ask(`create table plain (${columns.replace(/"?\w+"?/g, '$& text')})`)
  return timed(() => ask(`copy plain (${columns}) from '${file}' with (format csv, header)`))
}

interface Stage {
  name: string
  seconds: number
  memory: number[]
  /** What the process as a whole took at its highest, in megabytes. */
  resident: number
}

async function takenUp(file: string, dryRun = false) {
  const master = await openMasterKey(database, randomBytes(32))
  const stages: Stage[] = []
  const asked = { file, mapping, dryRun, partial: false, report: undefined }
  const whole = await timed(async () => {
    const { examined, taken } = await importRegister({ database, master }, asked, {
      stage(name) {
        const begun = performance.now()
        const stage: Stage = { name, seconds: 0, memory: [], resident: 0 }
        stages.push(stage)
        let next = 0
        return ({ lines }) => {
          stage.seconds = (performance.now() - begun) / 1000
          stage.resident = Math.max(stage.resident, process.memoryUsage.rss() / 1e6)
          if (lines < next) return
          // Weighing stops the work: a few times in all.
          stage.memory.push(held())
          next = lines + Math.max(5_000, Math.floor((Number(copies) * 52_383) / 8))
        }
      },
      halted: () => false,
      now: () => new Date(),
    })
    if (examined.refused > 0 || !taken?.ended) throw new Error(JSON.stringify({ examined, taken }))
  })
  return { whole, stages }
}

// The reading of each status, written here once more and in SQL: the mapping is not asked what it did.
const reading = `case status when 'Promesse d''action' then 'FOUNDED' when 'Infonde' then 'UNFOUNDED'
  when 'Mal attribué' then 'INADMISSIBLE' when 'Consulté/Ignoré' then 'CLOSED_WITHOUT_FURTHER_ACTION' end`

/** How many lines the file has of each result, month and category. */
async function countedInFile(): Promise<Map<string, number>> {
  const rows = await ask(
    `select ${reading} as outcome, left("date", 7) as month, category, count(*)::int as n from plain group by 1, 2, 3`,
  )
  return new Map(rows.map(({ outcome, month, category, n }) => [[outcome, month, category].join('|'), n]))
}

/** The same, as the statistics answer: what is open by the month it came in, what is closed by the month it left. */
async function countedInFigures(): Promise<Map<string, number>> {
  const { figures } = await statisticsOf(database).now('2026-11-24')
  const found = figures({
    ...{ unit: 'DOSSIERS', from: '2000-01-01', to: '2026-11-24', asOf: null, delays: false },
    groupBy: ['OUTCOME', 'MONTH', 'SUBJECT'],
    filter: { ORIGIN: ['REGISTER'] },
  })
  return new Map(
    found.flatMap(({ key, flows }) => {
      const [outcome] = key.map(({ value }) => value)
      const n = flows(outcome === null ? 'RECEIVED' : 'CLOSED')
      return n > 0 ? [[key.map(({ value }) => value).join('|'), n] as const] : []
    }),
  )
}

async function compared() {
  const [file, figures] = [await countedInFile(), await countedInFigures()]
  const keys = [...new Set([...file.keys(), ...figures.keys()])]
  return {
    cells: keys.length,
    lines: [...figures.values()].reduce((sum, n) => sum + n, 0),
    differences: keys.filter(key => file.get(key) !== figures.get(key)).length,
  }
}

try {
  const { file, lines } = await written()
  const copied = [await plainCopy(file), await plainCopy(file), await plainCopy(file)]
  const plain = lines / median(copied)
  const before = held()
  const { whole, stages } = await takenUp(file)
  console.log(`\n${number.format(lines)} lignes`)
  say('', 'lignes/s', '× COPY')
  say('COPY seul, de neuf colonnes de texte', plain, 1)
  for (const { name, seconds } of stages)
    say(
      name === 'EXAMINE' ? 'première lecture, qui n’écrit rien' : 'reprise',
      lines / seconds,
      plain / (lines / seconds),
    )
  say('la commande entière, les deux lectures', lines / whole, plain / (lines / whole))
  console.log('\nMémoire retenue de plus qu’avant (Mo), à mesure')
  for (const { name, memory } of stages)
    say(name === 'EXAMINE' ? 'première lecture' : 'reprise', ...memory.map(weight => weight - before))
  say('le processus entier, au plus haut', Math.max(...stages.map(({ resident }) => resident)))
  const { cells, lines: counted, differences } = await compared()
  console.log('\nComptes de /statistics par résultat, mois et catégorie, à côté de ceux du fichier')
  say('cases comparées, dossiers, différences', cells, counted, differences)
  if (differences > 0) process.exitCode = 1
} finally {
  await database.close()
  await cluster.stop()
  rmSync(directory, { recursive: true, force: true })
}
