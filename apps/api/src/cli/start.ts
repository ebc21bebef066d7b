import { join } from 'node:path'
import { type Application, openApplication } from '../application.ts'
import { startClock } from '../clock/startClock.ts'
import { demonstrationPassword, demonstrationStaff } from '../demonstration/accounts.ts'
import { awaitsDemonstration, seedDemonstration } from '../demonstration/seed.ts'
import { serve } from '../main.ts'
import { readSettings, type Settings } from '../settings.ts'
import { tellProgress } from './progress.ts'
import { remakeReshaped } from './remakeReadModels.ts'
import { stopAsked } from './stopAsked.ts'

/** Starts everything, tells where, and stops everything cleanly when asked to. */
export async function start(): Promise<number> {
  let stopping = false
  const asked = stopAsked().then(() => {
    stopping = true
  })
  const settings = readSettings()
  const application = await openApplication(settings)
  try {
    await remakeReshaped(application)
    if (application.embedded && settings.demonstration > 0 && (await awaitsDemonstration(application)))
      await seedDemonstration(application, {
        count: settings.demonstration,
        tell: tellProgress('Préparation de la démonstration'),
        halted: () => stopping,
      })
    if (stopping) return 0
    const { server, address } = await serve(application, settings)
    const clock = await startClock(application, settings)
    const people = (await hasDemonstration(application)) ? accounts : (await isEmpty(application)) ? firstAccount : ''
    console.log(`
Bienfondé est prêt : ${address}

${whereDataAre(application, settings)}

${people && `${people}\n`}Ctrl-C arrête tout.`)
    await asked
    await clock?.stop()
    await server.close()
  } finally {
    await application.close()
  }
  return 0
}

async function isEmpty({ database }: Application): Promise<boolean> {
  const { rowCount } = await database.pool.query('select 1 from staff where active limit 1')
  return rowCount === 0
}

const whereDataAre = ({ embedded }: Application, { data, masterKeyFile }: Settings): string =>
  embedded
    ? `Données : base embarquée, dans ${data}. La clé du coffre est ${masterKeyFile ?? join(data, 'master.key')} : gardez-en une copie ailleurs.`
    : `Données : serveur de DATABASE_URL, sans démonstration. La clé du coffre est ${masterKeyFile} : gardez-en une copie ailleurs.`

async function hasDemonstration({ database }: Application): Promise<boolean> {
  const { rowCount } = await database.pool.query('select 1 from staff where email = $1 and active', [
    demonstrationStaff[0]?.email,
  ])
  return rowCount === 1
}

const firstAccount = `Aucun compte n’existe : personne ne peut encore entrer. Ajoutez le premier, qui administrera :

  pnpm bienfonde account add --email vous@ministere.example --name "Votre nom" --role ADMINISTRATOR

(avec les mêmes variables d’environnement que celles de ce démarrage).
`

const accounts = `Comptes de démonstration (mot de passe : ${demonstrationPassword})
${demonstrationStaff.map(({ email, title }) => `  ${email.padEnd(28)} ${title}`).join('\n')}
`
