import { type Application, openApplication } from '../application.ts'
import { readSettings } from '../settings.ts'

/** Opens everything for an operator's command, which may take the time it needs, and closes it again. */
export async function withApplication(work: (application: Application) => Promise<number>): Promise<number> {
  const application = await openApplication(readSettings(), { unhurried: true })
  try {
    return await work(application)
  } finally {
    await application.close()
  }
}
