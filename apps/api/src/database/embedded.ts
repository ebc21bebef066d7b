import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { StartupRefusal } from '../startupRefusal.ts'
import { postgresBinaries } from './binaries.ts'
import { processIdentity } from './processIdentity.ts'
import { type Runner, runnerFor } from './runner.ts'

/** A PostgreSQL that lives with the application, reachable only through a private socket. */
export interface Cluster {
  /** The folder of its socket: what `pg` takes as `host`. */
  host: string
  stop(): Promise<void>
}

export interface ClusterOptions {
  directory: string
  /** For tests: gives up durability for speed. */
  throwaway?: boolean
}

/** Starts the PostgreSQL kept in `directory`, creating it the first time; joins it when it already runs. */
export async function startEmbedded({ directory, throwaway = false }: ClusterOptions): Promise<Cluster> {
  mkdirSync(directory, { recursive: true })
  const running = await joinRunning(directory)
  if (running) return running

  const bin = postgresBinaries()
  const data = join(directory, 'cluster')
  const runner = runnerFor(join(bin, 'postgres'), directory)
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(bin, data, runner, throwaway)

  const host = mkdtempSync(join(tmpdir(), 'bienfonde-'))
  runner.own(host)
  chmodSync(host, 0o700)
  const settings = { listen_addresses: '', unix_socket_directories: host, ...(throwaway ? careless : {}) }
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command = '', ...rest] = [...runner.prefix, join(bin, 'postgres'), '-D', data, ...words]
  // A group of its own: Ctrl-C reaches the application, which closes its connections before stopping the server.
  const server = spawn(command, rest, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment,
    ...runner.account,
  })
  let said = ''
  server.stderr.on('data', chunk => {
    said = (said + chunk).slice(-4000)
  })
  writeFileSync(join(directory, 'launcher'), processIdentity(process.pid) ?? '')
  await untilAnswering(host, server, () => said)
  return { host, stop: () => stop(server, host, directory) }
}

const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

function initialise(bin: string, data: string, { prefix, account }: Runner, throwaway: boolean): void {
  const builtin = majorVersion(bin) >= 17
  const locale = builtin
    ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : ['--locale=C.UTF-8']
  const words = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-instructions', ...locale]
  const [command = '', ...rest] = [...prefix, join(bin, 'initdb'), ...words, ...(throwaway ? ['--no-sync'] : [])]
  const made = spawnSync(command, rest, { encoding: 'utf8', env: environment, ...account })
  if (made.status !== 0) {
    throw new StartupRefusal(`La base de données n’a pu être créée dans « ${data} » : ${made.stderr || made.error}`)
  }
}

const majorVersion = (bin: string) =>
  Number(/\d+/.exec(spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout)?.[0])

/** A server left by a live application is shared; one left by a dead application is stopped first. */
async function joinRunning(directory: string): Promise<Cluster | undefined> {
  const lock = join(directory, 'cluster/postmaster.pid')
  if (!existsSync(lock)) return undefined
  const lines = readFileSync(lock, 'utf8').split('\n')
  const [pid, host] = [Number(lines[0]), lines[4] ?? '']
  if (!processIdentity(pid)) return undefined
  const owner = existsSync(join(directory, 'launcher')) ? readFileSync(join(directory, 'launcher'), 'utf8') : ''
  const ownerLives = owner !== '' && processIdentity(Number(owner.split(' ')[0])) === owner
  if (ownerLives && (await answers(host))) return { host, stop: async () => undefined }

  for (let waited = 0; existsSync(lock) && processIdentity(pid) && waited < 20_000; waited += 100) {
    // Where the system stops an orphan by itself, it is already on its way; elsewhere it is asked.
    if (waited === 2_000 && (await answers(host))) process.kill(pid, 'SIGINT')
    await pause(100)
  }
  return undefined
}

async function answers(host: string): Promise<boolean> {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres', connectionTimeoutMillis: 1000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

async function untilAnswering(host: string, server: ChildProcess, said: () => string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 25) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new StartupRefusal(`La base de données ne démarre pas. PostgreSQL répond : ${said().trim()}`)
    }
    if (await answers(host)) return
    await pause(25)
  }
  server.kill('SIGINT')
  throw new StartupRefusal('La base de données ne répond pas après une minute. Relancez la commande.')
}

async function stop(server: ChildProcess, host: string, directory: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const gone = new Promise(resolve => server.once('exit', resolve))
    server.kill('SIGINT')
    await gone
  }
  rmSync(host, { recursive: true, force: true })
  rmSync(join(directory, 'launcher'), { force: true })
}
