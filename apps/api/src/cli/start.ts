import { type Application, openApplication } from '../application.ts'
import { demonstrationPassword, demonstrationStaff } from '../demonstration/accounts.ts'
import { awaitsDemonstration, seedDemonstration } from '../demonstration/seed.ts'
import { serve } from '../main.ts'
import { readSettings } from '../settings.ts'
import { tellProgress } from './progress.ts'

/** Starts everything, tells where, and stops everything cleanly when asked to. */
export async function start(): Promise<number> {
  let stopping = false
  const asked = stopAsked().then(() => {
    stopping = true
  })
  const settings = readSettings()
  const application = await openApplication(settings)
  try {
    if (application.embedded && (await awaitsDemonstration(application)))
      await seedDemonstration(application, {
        count: settings.demonstration,
        tell: tellProgress,
        halted: () => stopping,
      })
    if (stopping) return 0
    const { server, address } = await serve(application, settings)
    console.log(`\nBienfondé est prêt : ${address}\n`)
    if (await hasDemonstration(application)) console.log(accounts)
    console.log('Ctrl-C arrête tout.')
    await asked
    await server.close()
  } finally {
    await application.close()
  }
  return 0
}

/** Settles when the terminal, the system or a lost output asks to stop. */
function stopAsked(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    process.stdout.on('error', () => resolve())
  })
}

async function hasDemonstration({ database }: Application): Promise<boolean> {
  const { rowCount } = await database.pool.query('select 1 from staff where email = $1 and active', [
    demonstrationStaff[0]?.email,
  ])
  return rowCount === 1
}

const accounts = `Comptes de démonstration (mot de passe : ${demonstrationPassword})
${demonstrationStaff.map(({ email, title }) => `  ${email.padEnd(28)} ${title}`).join('\n')}
`
