import { type Application, openApplication } from '../application.ts'
import { hasRealAccounts } from '../demonstration/accounts.ts'
import { seedDemonstration } from '../demonstration/seed.ts'
import { verify as verifyJournal } from '../journal/verify.ts'
import { rebuild as rebuildAll } from '../readModels/rebuild.ts'
import { readSettings } from '../settings.ts'
import { StartupRefusal } from '../startupRefusal.ts'
import { tellProgress } from './progress.ts'

const realAccounts =
  'Des personnes réelles ont un compte dans cette base : la démonstration, dont le mot de passe est connu, n’y est pas ajoutée.'

async function withApplication(work: (application: Application) => Promise<number>): Promise<number> {
  const application = await openApplication(readSettings(), { unhurried: true })
  try {
    return await work(application)
  } finally {
    await application.close()
  }
}

/** Brings the tables to the present version, which opening does. */
export const migrate = () =>
  withApplication(async () => {
    console.log('Les tables sont à la version présente.')
    return 0
  })

/** Adds the demonstration. */
export const seed = () =>
  withApplication(async application => {
    if (await hasRealAccounts(application.database.ask)) throw new StartupRefusal(realAccounts)
    const { demonstration } = readSettings()
    const added = await seedDemonstration(application, { count: demonstration, tell: tellProgress })
    console.log(`Les données de démonstration sont en place (${added > 0 ? `${added} dossiers` : 'rien à ajouter'}).`)
    return 0
  })

/** Remakes the read models from the journal. */
export const rebuild = () =>
  withApplication(async ({ database }) => {
    console.log(`Les tableaux de lecture sont refaits : ${await rebuildAll(database)} dossiers.`)
    return 0
  })

/** Recomputes the chain of the journal; the seal is to be noted somewhere else. */
export const verify = () =>
  withApplication(async ({ database }) => {
    const { dossiers, lines, breaks, seal } = await verifyJournal(database)
    for (const { fileNumber, dossier, message } of breaks) console.log(`${fileNumber || dossier} : ${message}`)
    console.log(`${dossiers} dossiers, ${lines} lignes vérifiées, ${breaks.length} ruptures.`)
    console.log(`Sceau : ${seal}`)
    return breaks.length > 0 ? 1 : 0
  })
