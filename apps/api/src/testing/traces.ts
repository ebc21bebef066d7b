import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
} from 'graphql'
import type { Chance } from '../demonstration/chance.ts'
import { acts, documentOf, type Field, isStep, questions } from './contract.ts'

/** One request of a trace, the same whatever the world it is sent to. */
export interface Request {
  path: string
  method: 'GET' | 'POST'
  body?: object
}

/** What texts, identifiers and days are drawn from. */
export interface Pool {
  texts: readonly string[]
  dossiers: readonly string[]
  days: readonly string[]
  /** The dossiers about which a sector is asked something. */
  consulted: readonly string[]
  /** How many lines each dossier has now. */
  versions: ReadonlyMap<string, number>
}

/** A value of a type, drawn at random; what may be left out often is. */
function drawn(type: GraphQLInputType, name: string, chance: Chance, pool: Pool): unknown {
  if (!isNonNullType(type) && chance.happens(name === 'confirmation' ? 0.9 : 0.5)) return undefined
  const bare = getNullableType(type)
  if (isListType(bare))
    return Array.from({ length: chance.between(0, 2) }, () => drawn(bare.ofType, name, chance, pool) ?? null)
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields())
    return Object.fromEntries(fields.map(field => [field.name, drawn(field.type, field.name, chance, pool)]))
  }
  if (isEnumType(bare)) return chance.pick(bare.getValues()).name
  switch (bare.name) {
    case 'Int':
      return chance.pick([0, 1, 2, 3, 25, 100])
    case 'Float':
      return chance.next()
    case 'Boolean':
      return chance.happens(0.5)
    case 'LocalDate':
      return chance.pick(pool.days)
  }
  if (/^(id|dossier|ids|opening|attachment)$/.test(name)) return chance.pick(pool.dossiers)
  if (name === 'idempotencyKey') return `00000000-0000-4000-9000-${String(chance.between(0, 1e9)).padStart(12, '0')}`
  if (/^(matter|consultation|recommendation)$/.test(name))
    return `${name[0]?.toUpperCase()}${chance.happens(0.8) ? 1 : 2}`
  if (/sector/i.test(name)) return chance.pick(['HOUSING', 'ROADS', 'MUNICIPAL_AFFAIRS'])
  return chance.pick(pool.texts)
}

function asked(kind: 'query' | 'mutation', field: Field, chance: Chance, pool: Pool): Request {
  const values = Object.fromEntries(
    field.args
      .filter(arg => isRequiredArgument(arg) || chance.happens(0.7))
      .map(arg => [arg.name, drawn(arg.type, arg.name, chance, pool)])
      .filter(([, value]) => value !== undefined),
  )
  const { dossier } = values
  // A version drawn blindly would stop nearly every step before its rule is asked.
  if (typeof dossier === 'object' && dossier && 'id' in dossier && chance.happens(0.8))
    Object.assign(dossier, { expectedVersion: pool.versions.get(String(dossier.id)) ?? 0 })
  const query = documentOf(kind, field, values, chance.happens(0.8))
  return { path: '/graphql', method: 'POST', body: { query, variables: values } }
}

/** Steps, and the acts that give nothing made at random to whoever is refused. */
const tried = acts.filter(({ name }) => isStep(name) || name === 'discloseIdentity')
const administered = acts.filter(({ name }) =>
  /^(add|change|set|reset|order)(Staff|Sector|Calendar|Rules|Contacts)/.test(name),
)

/** What a sector may answer. */
const answered = acts.filter(({ name }) => /^(recordSectorReply|answerRecommendation|recordImplementation)$/.test(name))

const columns = ['FILE_NUMBER', 'PHASE', 'RECEIVED_ON', 'SUBJECTS', 'SECTORS', 'EXCERPT', 'CHANGED_AT']

/** One request drawn at random: a question, a step, an act of administration, an export, a document or a page. */
export function requestDrawn(chance: Chance, pool: Pool, mayAdminister: boolean): Request {
  return chance.weighted<() => Request>([
    [() => asked('query', chance.pick(questions), chance, pool), 50],
    [() => asked('mutation', chance.pick(tried), chance, pool), 20],
    [() => asked('mutation', chance.pick(answered), chance, { ...pool, dossiers: pool.consulted }), 14],
    [() => asked('mutation', chance.pick(mayAdminister ? tried : administered), chance, pool), 6],
    [
      () => ({
        path: '/files/caseload.csv',
        method: 'POST',
        body: {
          filter: chance.happens(0.6) ? { search: chance.pick(pool.texts) } : null,
          sort: chance.pick(['REPLY_DUE_ASC', 'FILE_NUMBER_DESC', 'CHANGED_DESC']),
          columns: columns.filter(() => chance.happens(0.6)),
        },
      }),
      8,
    ],
    [() => ({ path: '/files/original', method: 'POST', body: { opening: chance.pick(pool.dossiers) } }), 3],
    [() => ({ path: chance.pick(['/', '/healthz', '/graphql', '/dossiers/x', '/live?after=zzz']), method: 'GET' }), 3],
  ])()
}
