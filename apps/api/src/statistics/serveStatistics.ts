import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import { localDateAt } from '@bienfonde/domain'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Database } from '../database/Database.ts'
import { errorFormatter } from '../http/formatError.ts'
import { costLimit, faithfulText, limits, plainJsonStatus, shapeRule } from '../http/limits.ts'
import { jsonByPost, sameOrigin } from '../http/sameOrigin.ts'
import { BearerRefused } from '../personalTokens/bearer.ts'
import { plainGateway } from './plainGateway.ts'
import { readerDoor } from './readerDoor.ts'
import { StatisticsContext } from './StatisticsContext.ts'
import { makeStatisticsSchema } from './statisticsSchema.ts'

export interface StatisticsOptions {
  database: Database
  secure: boolean
  publicUrl: string | undefined
  log: Logger
  now: () => Date
}

/** Apollo's own sentences may quote what was sent: failures are logged by the error formatter alone. */
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

/** `/statistics`: the figures, for whoever may read them, by the session's cookie or a personal token. */
export async function serveStatistics(server: FastifyInstance, options: StatisticsOptions): Promise<void> {
  const { database, secure, publicUrl, log, now } = options
  const apollo = new ApolloServer<StatisticsContext>({
    gateway: plainGateway(await makeStatisticsSchema()),
    nodeEnv: 'production',
    introspection: true,
    csrfPrevention: true,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [shapeRule],
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
  const readerOf = readerDoor({ database, secure, now })
  const readers = new WeakMap<FastifyRequest, StatisticsContext>()
  await server.register(async scope => {
    scope.addHook('onRequest', jsonByPost)
    scope.addHook('onRequest', sameOrigin(publicUrl))
    scope.addHook('onRequest', async (request, reply) => {
      try {
        readers.set(request, new StatisticsContext(await readerOf(request, reply), database, localDateAt(now())))
      } catch (error) {
        if (!(error instanceof BearerRefused)) throw error
        const { statusCode, message } = error
        return reply.code(statusCode).send({ errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] })
      }
    })
    await scope.register(fastifyApollo(apollo), {
      path: '/statistics',
      method: ['GET', 'POST'],
      context: async (request: FastifyRequest): Promise<StatisticsContext> =>
        readers.get(request) ?? new StatisticsContext(undefined, database, localDateAt(now())),
    })
  })
}
