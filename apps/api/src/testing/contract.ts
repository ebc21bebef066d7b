import { randomUUID } from 'node:crypto'
import { type StepName, steps } from '@bienfonde/domain'
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql'
import { makeSchema } from '../schema.ts'
import { today } from './ministry.ts'

export type Field = GraphQLField<unknown, unknown>

/** The contract as the server makes it, and every door in it. */
const schema = await makeSchema()
export const questions: Field[] = Object.values(schema.getQueryType()?.getFields() ?? {})
export const acts: Field[] = Object.values(schema.getMutationType()?.getFields() ?? {})

export const isStep = (name: string): name is StepName => name in steps

/** A value that the type accepts, and that a step could take for an answer. */
export const plausible: Record<string, () => unknown> = {
  id: randomUUID,
  ids: randomUUID,
  content: () => '{}',
  idempotencyKey: randomUUID,
  attachment: randomUUID,
  copy: randomUUID,
  opening: randomUUID,
  registeredAs: randomUUID,
  email: () => 'personne@exemple.test',
  telephone: () => '418 555-0142',
  postalCode: () => 'A1B 2C3',
  sector: () => 'HOUSING',
  sectors: () => 'HOUSING',
  matter: () => 'M1',
  matters: () => 'M1',
  password: () => 'inconnu',
  fiscalYear: () => 2026,
}

/** A value for everything in the type, or for what must be given alone. */
export function valueFor(type: GraphQLInputType, name: string, whole = true): unknown {
  const bare = getNullableType(type)
  if (isListType(bare)) return [valueFor(bare.ofType, name, whole)]
  if (isInputObjectType(bare)) {
    return Object.fromEntries(
      Object.values(bare.getFields())
        .filter(field => whole || isRequiredInputField(field))
        .map(field => [field.name, valueFor(field.type, field.name, whole)]),
    )
  }
  if (isEnumType(bare)) return bare.getValues()[0]?.name
  switch (bare.name) {
    case 'Int':
    case 'Float':
      return plausible[name]?.() ?? 1
    case 'Boolean':
      return true
    case 'LocalDate':
      return today
    default:
      return plausible[name]?.() ?? 'texte'
  }
}

/** The arguments of a door, each with a value that it accepts: all of them, or those that must be given. */
export const valuesFor = ({ args }: Field, whole = true): Record<string, unknown> =>
  Object.fromEntries(
    args.filter(arg => whole || isRequiredArgument(arg)).map(arg => [arg.name, valueFor(arg.type, arg.name, whole)]),
  )

const deepest = 6

/** Everything that can be asked of a type without arguments, down to its leaves. */
function selectionOf(type: GraphQLOutputType, above: readonly string[] = [], prefix = ''): string {
  const named = getNamedType(type)
  if (isLeafType(named)) return ''
  if (isUnionType(named)) {
    // Two members may give one name to fields of different types: each is asked under a name of its own.
    const members = named.getTypes().map(one => `... on ${one.name} ${selectionOf(one, above, `${one.name}_`)}`)
    return `{ __typename ${members.join(' ')} }`
  }
  if (!isObjectType(named) || above.includes(named.name) || above.length === deepest) return '{ __typename }'
  const asked = Object.values(named.getFields())
    .filter(({ args }) => args.length === 0)
    .map(({ name, type: inner }) => {
      const alias = prefix && `${prefix}${name}: `
      return `${alias}${name} ${selectionOf(inner, [...above, named.name])}`
    })
  return `{ __typename ${asked.join(' ')} }`
}

/** A whole document that knocks at one door and asks for all it can give, or only whether it opens. */
export function documentOf(kind: 'query' | 'mutation', field: Field, values: object, whole = true): string {
  const { name, type } = field
  const args = field.args.filter(arg => arg.name in values)
  const declared = args.map(arg => `$${arg.name}: ${arg.type}`).join(', ')
  const passed = args.map(arg => `${arg.name}: $${arg.name}`).join(', ')
  return `${kind} ${declared && `(${declared})`} { ${name} ${passed && `(${passed})`} ${whole || isLeafType(getNamedType(type)) ? selectionOf(type) : '{ __typename }'} }`
}
