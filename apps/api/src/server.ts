import { randomUUID } from 'node:crypto'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Logger, pino } from 'pino'
import { sessionCookie } from './access/cookie.ts'
import { endLocalSessions, endSessionsWithoutFactor, signedInBy } from './access/session.ts'
import type { SignOnSettings } from './access/signOn/SignOnSettings.ts'
import { serveSignOn } from './access/signOn/serveSignOn.ts'
import type { AntivirusPlace } from './attachments/antivirus.ts'
import { receiveDocuments } from './attachments/receive.ts'
import { sendOriginal } from './attachments/sendOriginal.ts'
import { serveCopies } from './attachments/serveCopies.ts'
import type { Checkpointing } from './checkpoints/writeCheckpoint.ts'
import { Context } from './context.ts'
import type { Database } from './database/Database.ts'
import { csvDoors } from './exports/csvDoors.ts'
import { sendCaseload } from './exports/sendCaseload.ts'
import { sendRegisters } from './exports/sendRegisters.ts'
import { extractDoors } from './extracts/extractDoors.ts'
import { sendFigures } from './extracts/sendFigures.ts'
import { sendReport } from './extracts/sendReport.ts'
import { errorFormatter, failureForLog, unexpected } from './http/formatError.ts'
import { costLimit, faithfulText, limits, plainJsonStatus, shapeRule } from './http/limits.ts'
import { servePortal } from './http/portal.ts'
import { jsonByPost, sameOrigin } from './http/sameOrigin.ts'
import { trustedDocuments } from './http/trustedDocuments.ts'
import { sendLetters } from './letters/sendLetters.ts'
import { keepShippedTemplates } from './letters/templates.ts'
import { serveLive } from './live/serveLive.ts'
import { receiveMessage } from './mailbox/receiveMessage.ts'
import { servePackages } from './ombudsman/servePackages.ts'
import { sendPerson } from './personExport/sendPerson.ts'
import { makeSchema } from './schema.ts'
import { serveStatistics } from './statistics/serveStatistics.ts'
import { makeStatisticsSchema } from './statistics/statisticsSchema.ts'
import type { MasterKey } from './vault/keys.ts'

/** What the server is made with. */
export interface ServerOptions {
  database: Database
  master: MasterKey
  /** What signs checkpoints of the journal, one of which goes with each export. */
  checkpointing?: Checkpointing | undefined
  /** The address people write, when it is not the loopback; https makes the session's cookie secure. */
  publicUrl?: string | undefined
  /** How the organisation signs people on; local accounts alone where it does not. */
  signOn?: SignOnSettings | undefined
  /** True when whoever decides or administers must have a second factor with a local account. */
  secondFactor?: boolean
  /** What examines the documents that are received; nothing where none is named. */
  antivirus?: AntivirusPlace | undefined
  /** The proxies whose word is taken for a visitor's address. */
  trustProxy?: string | undefined
  /** The folder of the portal as it was built. */
  portal?: string | undefined
  /** True when the contract runs any document, and not those of the portal alone. */
  anyDocument?: boolean
  requestsPerMinute?: number
  /** How often the live streams are looked at again, in seconds. */
  beatSeconds?: number
  log?: Logger
  /** The clock: the server's own, unless a test sets it. */
  now?: () => Date
}

/** The application behind one port: the contract on /graphql, the portal everywhere else. */
export async function makeServer(options: ServerOptions): Promise<FastifyInstance> {
  const {
    database,
    master,
    checkpointing,
    publicUrl,
    signOn,
    antivirus,
    secondFactor = false,
    portal,
    anyDocument = false,
    requestsPerMinute = 3_000,
    now = () => new Date(),
    log = pino({ level: 'warn' }),
  } = options
  const secure = publicUrl?.startsWith('https:') ?? false
  const server: FastifyInstance = Fastify({
    bodyLimit: limits.bodyBytes,
    trustProxy: options.trustProxy ?? false,
    forceCloseConnections: 'idle',
  })

  server.setErrorHandler((error: Error & { statusCode?: number }, _, reply) => answerFailure(error, reply, log))
  await server.register(helmet, protections(secure))
  await server.register(rateLimit, { max: requestsPerMinute, timeWindow: '1 minute' })
  await server.register(cookie)

  await keepShippedTemplates(database)
  const ways = { organisation: signOn !== undefined, local: signOn?.localAccounts ?? true, secondFactor }
  if (!ways.local) await endLocalSessions(database.ask)
  if (secondFactor) await endSessionsWithoutFactor(database.ask)
  const schema = await makeSchema()
  const apollo = new ApolloServer<Context>({
    schema,
    nodeEnv: 'production',
    csrfPrevention: true,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [shapeRule],
    hideSchemaDetailsFromClientErrors: true,
    formatError: errorFormatter(log),
    stopOnTerminationSignals: false,
    logger: quiet,
    plugins: [
      fastifyApolloDrainPlugin(server),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      faithfulText,
      costLimit,
      plainJsonStatus,
    ],
  })
  await apollo.start()
  await server.register(async scope => {
    scope.addHook('onRequest', jsonByPost)
    scope.addHook('onRequest', sameOrigin(publicUrl))
    scope.addHook('preHandler', trustedDocuments(portal, anyDocument))
    await scope.register(fastifyApollo(apollo), {
      path: '/graphql',
      method: ['GET', 'POST'],
      context: async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
        const held = sessionCookie(request, reply, secure)
        const signedIn = await signedInBy(database.ask, held.value)
        return new Context({
          signedIn,
          database,
          master,
          cookie: held,
          address: request.ip,
          now,
          ways,
          antivirus: antivirus !== undefined,
        })
      },
    })
  })

  await server.register(async scope => {
    scope.addHook('onRequest', sameOrigin(publicUrl))
    await receiveDocuments(scope, { database, master, secure, antivirus })
    await sendOriginal(scope, { database, master, secure, now })
    await serveCopies(scope, { database, master, secure, now })
    await sendPerson(scope, { database, master, secure, now })
    await sendLetters(scope, { database, master, secure, now })
    await servePackages(scope, { database, master, checkpointing, secure, now, log })
  })
  await server.register(async scope => {
    scope.addHook('onRequest', sameOrigin(publicUrl))
    await receiveMessage(scope, { database, master, secure, now })
  })
  await server.register(async scope => {
    scope.addHook('onRequest', sameOrigin(publicUrl))
    const door = csvDoors(scope, { database, master, checkpointing, secure, log, now })
    sendCaseload(door, database, schema)
    sendRegisters(door, database)
  })

  if (signOn) await serveSignOn(server, { settings: signOn, database, master, secure, publicUrl, log, now })
  await server.register(async scope => {
    scope.addHook('onRequest', sameOrigin(publicUrl))
    const door = extractDoors(scope, { database, secure, log, now })
    sendReport(door)
    sendFigures(door, await makeStatisticsSchema())
  })
  await serveStatistics(server, { database, secure, publicUrl, log, now })
  await serveLive(server, { database, secure, publicUrl, log, beatSeconds: options.beatSeconds })

  server.get('/healthz', async (_, reply) => {
    const lives = await database.pool.query('select 1').then(
      () => true,
      () => false,
    )
    return reply.code(lives ? 200 : 503).send({ database: lives ? 'ok' : 'absent' })
  })
  if (portal) await servePortal(server, portal)
  return server
}

/** Apollo's own sentences may quote what was sent: failures are logged by the error formatter alone. */
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

const protections = (secure: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      // No text becomes markup: only what Vue compiled with the portal does.
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['vue'],
    },
  },
  strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
  referrerPolicy: { policy: 'no-referrer' as const },
})

const sentences: Record<number, string> = {
  400: 'La requête n’est pas formée comme il se doit.',
  413: 'L’envoi est trop volumineux.',
  415: 'Envoyez la requête en JSON.',
  429: 'Il y a trop de requêtes. Attendez une minute.',
}

function answerFailure(error: Error & { statusCode?: number }, reply: FastifyReply, log: Logger) {
  const status = error.statusCode ?? 500
  if (status < 500) {
    const message = sentences[status] ?? 'La requête n’est pas acceptée.'
    return reply.code(status).send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] })
  }
  const reference = randomUUID()
  log.error({ reference, failure: failureForLog(error) }, 'unexpected error')
  return reply.code(500).send({ errors: [unexpected(reference)] })
}
