import { createServer } from 'node:http'
import { PgAggregatesPreset } from '@graphile/pg-aggregates'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter'

/** The median and the ninth decile, which the aggregates plugin leaves to whoever needs them. */
const quantiles = {
  name: 'QuantilesPlugin',
  version: '1.0.0',
  after: ['PgAggregatesSpecsPlugin'],
  schema: {
    hooks: {
      build(build) {
        const { sql, dataplanPg } = build
        const number = codec => codec.extensions?.isNumberLike === true
        const spec = (id, wrap, type) => ({
          id,
          humanLabel: id,
          HumanLabel: id,
          isSuitableType: number,
          sqlAggregateWrap: wrap,
          pgTypeCodecModifier: () => type,
        })
        build.pgAggregateSpecs.push(
          spec('median', of => sql`percentile_cont(0.5) within group (order by ${of})`, dataplanPg.TYPES.float),
          spec('ninthDecile', of => sql`percentile_disc(0.9) within group (order by ${of})`, dataplanPg.TYPES.int),
        )
        return build
      },
    },
  },
}

/** PostGraphile over the tables of one schema, on a port of its own. */
export async function servePostGraphile(connectionString, schema) {
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset, PgAggregatesPreset, PostGraphileConnectionFilterPreset],
    plugins: [quantiles],
    // Grouping by a column is refused where no index orders it.
    disablePlugins: ['PgIndexBehaviorsPlugin'],
    pgServices: [makePgService({ connectionString, schemas: [schema] })],
    grafserv: { port: 0, graphiql: false },
    schema: { defaultBehavior: '+aggregates +aggregates:filterBy +filter' },
    grafast: { explain: false },
  })
  const server = createServer()
  await instance.createServ(grafserv).addTo(server)
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}/graphql`,
    async stop() {
      server.closeAllConnections()
      server.close()
      await instance.release()
    },
  }
}
