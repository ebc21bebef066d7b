import type { Application } from '../application.ts'
import { remakeHistoricalFacts } from '../historicalRegister/remakeFacts.ts'
import { rebuild } from '../readModels/rebuild.ts'
import { isReshaped } from '../readModels/shape.ts'
import { tellProgress } from './progress.ts'

/** Remakes everything that is counted or listed from what is kept for good; gives how many dossiers of each origin. */
export async function remakeReadModels({ database }: Pick<Application, 'database'>) {
  const played = await rebuild(database, tellProgress('Réfection des tableaux de lecture'))
  return { played, takenUp: await remakeHistoricalFacts(database) }
}

/** The same, only when the tables are not those that were last filled: no page opens on a table that lacks something. */
export async function remakeReshaped(application: Pick<Application, 'database'>): Promise<void> {
  if (await isReshaped(application.database.ask)) await remakeReadModels(application)
}
