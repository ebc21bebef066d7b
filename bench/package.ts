/**
 * The packages for the Protecteur du citoyen: a dossier of each end, its package made once, beside a limit of
 * one second, and verified by both programs; then altered copies, which both must refuse. `pnpm build`, then
 * `node bench/package.ts [altered copies]`; everything happens in a database thrown away at the end.
 */
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../apps/api/dist/database/dataSource.js'
import { startEmbedded } from '../apps/api/dist/database/embedded.js'
import { seedDemonstration } from '../apps/api/dist/demonstration/seed.js'
import { perform } from '../apps/api/dist/journal/perform.js'
import { journalOf } from '../apps/api/dist/journal/recorded.js'
import { press } from '../apps/api/dist/letters/pressLetter.js'
import { keepShippedTemplates } from '../apps/api/dist/letters/templates.js'
import { keepPackage } from '../apps/api/dist/ombudsman/keepPackage.js'
import { verifyPackage } from '../apps/api/dist/ombudsman/verifyPackage.js'
import { openMasterKey } from '../apps/api/dist/vault/epochs.js'
import { alteredPackages } from '../apps/api/src/testing/alteredPackages.ts'
import {
  escalateToOmbudsman,
  labelOf,
  localDateAt,
  outcomes,
  preparePackage,
  replay,
} from '../packages/domain/dist/index.js'

const limit = 1000
const batch = 100
const altered = Number(process.argv[2] ?? 1000)
const number = new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 1 })
const say = (name: string, ...cells: (string | undefined)[]) =>
  console.log(name.padEnd(36) + cells.map(each => (each ?? '').padStart(14)).join(''))
const program = fileURLToPath(new URL('../tools/verify_package.py', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'bienfonde-bench-'))
const cluster = await startEmbedded({ directory, throwaway: true })
const database = await openDatabase({ host: cluster.host })
const master = await openMasterKey(database, randomBytes(32))
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const pem = join(directory, 'cle.pem')
writeFileSync(pem, publicKey.export({ type: 'spki', format: 'pem' }))
const silent = { error: () => undefined } as never
const signer = { origin: 'exemple.test/journal', key: privateKey, publicKey }
const making = { database, master, log: silent, checkpointing: { database, signer, outlets: [] } }
const contact = { name: 'Rose Exemple', title: 'Responsable des plaintes', telephone: '418 555-0100', extension: null }

/** One closed dossier for each end that a matter may have. */
async function dossiers() {
  const { rows } = await database.pool.query(
    `select distinct on (outcomes) dossier_id as id, outcomes[1] as end from caseload
     where closed_on is not null and cardinality(outcomes) = 1 order by outcomes, dossier_id`,
  )
  return rows as { id: string; end: (typeof outcomes)[number]['code'] }[]
}

/** Escalates a dossier and prepares its package; gives the line that prepared it. */
async function prepared(id: string): Promise<number> {
  const { rows } = await database.pool.query(`select id::text from staff where role = 'RESPONSIBLE_OFFICER' limit 1`)
  const actor = { id: rows[0].id, role: 'RESPONSIBLE_OFFICER', sector: null } as const
  const at = new Date()
  const take = async (step: typeof escalateToOmbudsman | typeof preparePackage, command: object) => {
    const { version } = replay(await journalOf(database.ask, id))
    const reference = { id, expectedVersion: version, idempotencyKey: randomUUID() } as never
    const taken = await perform({ database, master, actor, now: () => at }, step as never, reference, command)
    if (!('lines' in taken)) throw new Error(JSON.stringify(taken))
    return taken.lines.at(-1) ?? 0
  }
  const escalation = { initiatedBy: 'COMPLAINANT', escalatedOn: localDateAt(at), reason: 'Une autre lecture.' }
  await take(escalateToOmbudsman, escalation)
  const known = replay(await journalOf(database.ask, id)).escalations.at(-1)?.id ?? ''
  return take(preparePackage, { escalation: known, withIdentity: false, basis: 'NONE', contact })
}

/** How many the second program accepts, among those that it gives a verdict on: all of them, in one process. */
function secondVerdicts(copies: readonly Buffer[]): { accepted: number; refused: number } {
  const files = copies.map((bytes, n) => {
    const file = join(directory, `envoi-${n}.zip`)
    writeFileSync(file, bytes)
    return file
  })
  const said = spawnSync('python3', [program, ...files, pem], { encoding: 'utf8' }).stdout.split('\n')
  const refused = files.filter(file => said.includes(`${file} : REFUSÉ`)).length
  return { accepted: said.filter(line => line.includes(' : entier')).length, refused }
}

/** Makes a package once for each end, and says how long it took and who accepts it. */
async function made(): Promise<{ packages: Buffer[]; faults: number }> {
  const packages: Buffer[] = []
  let faults = 0
  say('Envoi', 'temps (ms)', 'part de 1 s', 'poids (Ko)', 'accepté par')
  for (const { id, end } of await dossiers()) {
    const line = await prepared(id)
    const began = performance.now()
    const kept = await keepPackage(making, id, line)
    const took = performance.now() - began
    if (!kept) throw new Error('no package')
    packages.push(kept.content)
    const accepted =
      Number(verifyPackage(kept.content, publicKey).faults.length === 0) + secondVerdicts([kept.content]).accepted
    if (took > limit || accepted < 2) faults += 1
    const [time, share, weight] = [took, took / limit, kept.bytes / 1000].map(each => number.format(each))
    say(labelOf(outcomes, end), time, share, weight, `${accepted} sur 2`)
  }
  return { packages, faults }
}

/** How many altered copies each program refuses. */
function refusals(packages: readonly Buffer[]): { first: number; second: number } {
  const copyOf = packages.map(whole => alteredPackages(whole, privateKey))
  const refused = { first: 0, second: 0 }
  for (let from = 0; from < altered; from += batch) {
    const copies = Array.from({ length: Math.min(batch, altered - from) }, (_, at) => {
      const n = from + at
      return copyOf[n % copyOf.length]?.(Math.floor(n / copyOf.length)) as Buffer
    })
    refused.first += copies.filter(copy => verifyPackage(copy, publicKey).faults.length > 0).length
    refused.second += secondVerdicts(copies).refused
  }
  return refused
}

try {
  await keepShippedTemplates(database)
  await seedDemonstration({ database, master }, { count: 400 })
  const { packages, faults } = await made()
  const { first, second } = refusals(packages)
  console.log(
    `\nCopies modifiées : ${altered} ; refusées : ${first} par Bienfondé, ${second} par tools/verify_package.py.`,
  )
  process.exitCode =
    packages.length === outcomes.length && faults === 0 && first === altered && second === altered ? 0 : 1
} finally {
  press.close()
  await database.close()
  await cluster.stop()
  rmSync(directory, { recursive: true, force: true })
}
