import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Application } from './application.ts'
import { keepCheckpoints } from './checkpoints/keepCheckpoints.ts'
import { makeServer } from './server.ts'
import type { Settings } from './settings.ts'
import { StartupRefusal } from './startupRefusal.ts'
import { statisticsOf } from './statistics/Statistics.ts'
import { purgeDrafts } from './vault/drafts.ts'

/** Opens the door on the chosen port; gives the address that people write. */
export async function serve(
  { database, master, checkpointing }: Application,
  settings: Settings,
): Promise<{ server: FastifyInstance; address: string }> {
  const {
    host,
    port,
    publicUrl,
    signOn,
    antivirus,
    secondFactor,
    trustProxy,
    requestsPerMinute,
    portal,
    anyDocument,
    logLevel,
  } = settings
  await purgeDrafts(database.ask)
  const log = pino({ level: logLevel })
  const server = await makeServer({
    database,
    master,
    checkpointing,
    publicUrl,
    signOn,
    antivirus,
    secondFactor,
    trustProxy,
    requestsPerMinute,
    portal,
    anyDocument,
    log,
  })
  if (checkpointing) {
    const kept = keepCheckpoints({ ...checkpointing, log }, log)
    server.addHook('onClose', kept.stop)
  }
  try {
    await server.listen({ host, port })
    // The facts are read ahead; were it to fail, the first question about figures reads them.
    void statisticsOf(database)
      .warm()
      .catch(() => undefined)
  } catch (error) {
    await server.close()
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new StartupRefusal(
        `Le port ${port} est déjà occupé par un autre programme. Fermez-le, ou choisissez un autre port : PORT=${port + 1} npm start.`,
      )
    }
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      throw new StartupRefusal(`Le port ${port} est réservé. Choisissez un port au-dessus de 1023 : PORT=4000.`)
    }
    throw error
  }
  const bound = server.server.address()
  const chosen = typeof bound === 'object' && bound ? bound.port : port
  return { server, address: publicUrl ?? `http://${host}:${chosen}` }
}
