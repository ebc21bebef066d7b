import { hasRealAccounts } from '../demonstration/accounts.ts'
import { seedDemonstration } from '../demonstration/seed.ts'
import { readSettings } from '../settings.ts'
import { StartupRefusal } from '../startupRefusal.ts'
import { rotateKeys as rotateAll } from '../vault/rotateKeys.ts'
import { tellProgress } from './progress.ts'
import { remakeReadModels, remakeReshaped } from './remakeReadModels.ts'
import { stopAsked } from './stopAsked.ts'
import { withApplication } from './withApplication.ts'

const realAccounts =
  'Des personnes réelles ont un compte dans cette base : la démonstration, dont le mot de passe est connu, n’y est pas ajoutée.'

/** Brings the tables to the present version, which opening does, and fills those that it changed. */
export const migrate = () =>
  withApplication(async application => {
    await remakeReshaped(application)
    console.log('Les tables sont à la version présente.')
    return 0
  })

/** Adds the demonstration. */
export const seed = () =>
  withApplication(async application => {
    if (await hasRealAccounts(application.database.ask)) throw new StartupRefusal(realAccounts)
    const { demonstration } = readSettings()
    const added = await seedDemonstration(application, {
      count: demonstration,
      tell: tellProgress('Préparation de la démonstration'),
    })
    console.log(`Les données de démonstration sont en place (${added > 0 ? `${added} dossiers` : 'rien à ajouter'}).`)
    return 0
  })

/** Remakes the read models from the journal. */
export const rebuild = () =>
  withApplication(async application => {
    const { played, takenUp } = await remakeReadModels(application)
    console.log(`Les tableaux de lecture sont refaits : ${played} dossiers.`)
    if (takenUp > 0) console.log(`Les chiffres des registres repris aussi : ${takenUp} dossiers.`)
    return 0
  })

const nextKeyMissing =
  'Aucune clé nouvelle n’est indiquée. Créez-la, donnez le chemin de son fichier par BIENFONDE_MASTER_KEY_NEXT_FILE, redémarrez l’application avec les deux clés, puis relancez bienfonde rotate-keys.'

/** Puts everything under the next master key; stopped, it goes on another time from where it was. */
export async function rotateKeys(batch?: number): Promise<number> {
  if (!readSettings().masterKeyNextFile) throw new StartupRefusal(nextKeyMissing)
  let stopping = false
  void stopAsked().then(() => {
    stopping = true
    console.log('\nArrêt demandé : la rotation s’arrête après le lot en cours.')
  })
  return withApplication(async ({ database, master }) => {
    const { left, ended } = await rotateAll(database, master, {
      ...(batch ? { batch } : {}),
      tell: tellProgress('Rotation de la clé maîtresse'),
      halted: () => stopping,
    })
    console.log(
      ended
        ? 'La rotation est terminée : plus rien n’est sous l’ancienne clé. Mettez la nouvelle dans BIENFONDE_MASTER_KEY_FILE, retirez BIENFONDE_MASTER_KEY_NEXT_FILE et redémarrez l’application.'
        : `La rotation n’est pas terminée : ${left} dossiers sont encore sous l’ancienne clé. Gardez les deux clés et relancez bienfonde rotate-keys.`,
    )
    return ended ? 0 : 1
  })
}
