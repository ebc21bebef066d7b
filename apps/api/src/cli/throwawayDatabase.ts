import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Application } from '../application.ts'
import { openDatabase } from '../database/dataSource.ts'
import { startEmbedded } from '../database/embedded.ts'
import { openMasterKey } from '../vault/epochs.ts'

/** Works on a database of its own, of which nothing is left afterwards. */
export async function onThrowawayDatabase<Result>(
  work: (application: Pick<Application, 'database' | 'master'>) => Promise<Result>,
): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'bienfonde-jetable-'))
  const cluster = await startEmbedded({ directory, throwaway: true })
  try {
    const database = await openDatabase({ host: cluster.host })
    try {
      return await work({ database, master: await openMasterKey(database, randomBytes(32)) })
    } finally {
      await database.close()
    }
  } finally {
    await cluster.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
