import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playScenarios } from '../acceptance/playScenarios.ts'
import { readScenarios } from '../acceptance/Scenario.ts'
import { endReached, passed, scenariosPage } from '../acceptance/scenariosPage.ts'
import { openDatabase } from '../database/dataSource.ts'
import { startEmbedded } from '../database/embedded.ts'
import { openMasterKey } from '../vault/epochs.ts'

/** Plays a file of scenarios through the API on a throwaway database; the code is 1 when one of them fails. */
export async function scenarios(file: string, markdown?: string): Promise<number> {
  const wanted = readScenarios(file)
  const directory = mkdtempSync(join(tmpdir(), 'bienfonde-scenarios-'))
  const cluster = await startEmbedded({ directory, throwaway: true })
  try {
    const database = await openDatabase({ host: cluster.host })
    try {
      const master = await openMasterKey(database, randomBytes(32))
      const results = await playScenarios({ database, master }, wanted, played => {
        const mark = played.differences.length === 0 ? 'réussi' : 'ÉCHEC '
        const confirmed = played.confirmed > 0 ? `, ${played.confirmed} passages confirmés` : ''
        const { scenario, steps, milliseconds } = played
        console.log(
          `${mark}  ${scenario.id}  ${endReached(played)}  (${steps.length} étapes, ${milliseconds} ms${confirmed})`,
        )
      })
      console.log(`\n${passed(results)} scénarios réussis sur ${results.length}.`)
      if (markdown) writeFileSync(markdown, scenariosPage(results))
      return passed(results) === results.length ? 0 : 1
    } finally {
      await database.close()
    }
  } finally {
    await cluster.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
