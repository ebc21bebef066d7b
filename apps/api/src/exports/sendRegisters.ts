import { isUUID } from 'class-validator'
import { retentionKept } from '../administration/retentionKept.ts'
import type { Database } from '../database/Database.ts'
import { permitted } from '../queries/permitted.ts'
import { InputRefused } from '../schema/InputRefused.ts'
import type { csvDoors } from './csvDoors.ts'
import { csvStream } from './csvStream.ts'
import { communicationsFile, escalationsFile, incidentsFile, openingsFile } from './registersCsv.ts'

/** The registers of a public body as files: the openings of one dossier when it is named, otherwise all of each. */
export function sendRegisters(door: ReturnType<typeof csvDoors>, database: Database): void {
  door('openings', 'ouvertures', async (context, { body }) => {
    permitted(context, 'READ_OPENINGS')
    const { dossier = null } = (body ?? {}) as { dossier?: unknown }
    if (dossier !== null && !isUUID(dossier))
      throw new InputRefused([{ field: 'dossier', message: 'Cet identifiant n’est pas valide.' }])
    return () => csvStream(database, openingsFile(dossier as string | null))
  })
  door('communications', 'communications', async context => {
    permitted(context, 'READ_OPENINGS')
    return () => csvStream(database, communicationsFile)
  })
  door('escalations', 'recours', async context => {
    permitted(context, 'READ_OPENINGS')
    return () => csvStream(database, escalationsFile)
  })
  door('incidents', 'incidents', async context => {
    permitted(context, 'READ_OPENINGS')
    const { incidentYears } = await retentionKept(database.ask)
    return () => csvStream(database, incidentsFile(incidentYears))
  })
}
