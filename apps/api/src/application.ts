import { join } from 'node:path'
import { fileOutlet, postOutlet } from './checkpoints/outlets.ts'
import { createSigningKeyFile, readSigner } from './checkpoints/signingKey.ts'
import type { Checkpointing } from './checkpoints/writeCheckpoint.ts'
import type { Database } from './database/Database.ts'
import { openDatabase } from './database/dataSource.ts'
import { startEmbedded } from './database/embedded.ts'
import { limits } from './http/limits.ts'
import { checkpointFolder, type Settings } from './settings.ts'
import { StartupRefusal } from './startupRefusal.ts'
import { hasMasterKey, openMasterKey } from './vault/epochs.ts'
import { createMasterKeyFile, keyFile } from './vault/keyFile.ts'
import type { MasterKey } from './vault/keys.ts'

/** The database and the vault's key, open: what every command works with. */
export interface Application {
  database: Database
  master: MasterKey
  /** What signs checkpoints of the journal; nothing where no key was given. */
  checkpointing: Checkpointing | undefined
  /** True when the database is the one that lives in the application's own folder. */
  embedded: boolean
  close(): Promise<void>
}

export interface ApplicationOptions {
  /** An operator's command may take the time it needs; a visitor's request may not. */
  unhurried?: boolean
}

/** Opens the database, starting the embedded one where no server is given, and the vault's key. */
export async function openApplication(
  settings: Settings,
  { unhurried = false }: ApplicationOptions = {},
): Promise<Application> {
  const { databaseUrl, data } = settings
  const cluster = databaseUrl ? undefined : await startEmbedded({ directory: join(data, 'postgres') })
  const place = cluster ? { host: cluster.host } : { url: databaseUrl ?? '' }
  const statementTimeout = unhurried ? 0 : limits.statementMilliseconds
  let database: Database | undefined
  const close = async () => {
    await database?.close()
    await cluster?.stop()
  }
  try {
    database = await openDatabase(place, { statementTimeout }).catch(error => {
      throw databaseUrl && isUnreachable(error)
        ? new StartupRefusal('Le serveur de base de données indiqué par DATABASE_URL ne répond pas ou refuse l’accès.')
        : error
    })
    const master = await masterKey(database, settings)
    const checkpointing = checkpointsOf(database, settings)
    return { database, master, checkpointing, embedded: cluster !== undefined, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The first embedded start makes the key; a key that existed once is never made again in silence. */
async function masterKey(
  database: Database,
  { databaseUrl, masterKeyFile, masterKeyNextFile, data }: Settings,
): Promise<MasterKey> {
  const file = masterKeyFile ?? (databaseUrl ? undefined : join(data, 'master.key'))
  if (!masterKeyFile && file && !(await hasMasterKey(database))) createMasterKeyFile(file)
  const current = await keyFile(file).read()
  const next = masterKeyNextFile ? await keyFile(masterKeyNextFile).read() : undefined
  return openMasterKey(database, current, next)
}

/** The first embedded start makes the key that signs, too; a server's installation names its own. */
function checkpointsOf(database: Database, settings: Settings): Checkpointing | undefined {
  const { databaseUrl, data, checkpointKeyFile, checkpointUrl, publicUrl } = settings
  const file = checkpointKeyFile ?? (databaseUrl ? undefined : join(data, 'checkpoint.key'))
  if (!file) return undefined
  if (!checkpointKeyFile) createSigningKeyFile(file)
  const origin = `${publicUrl ? new URL(publicUrl).host : 'bienfonde.local'}/journal`
  const outlets = [fileOutlet(checkpointFolder(settings)), ...(checkpointUrl ? [postOutlet(checkpointUrl)] : [])]
  return { database, signer: readSigner(file, origin), outlets }
}

const isUnreachable = (error: unknown) =>
  error instanceof Error && 'code' in error && /^(ECONN|ENOTFOUND|EAI|ETIMEDOUT|28|3D000|57P)/.test(String(error.code))
