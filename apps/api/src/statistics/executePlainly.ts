import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getVariableValues,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  locatedError,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

type Variables = Record<string, unknown>

interface Asked {
  schema: GraphQLSchema
  operation: OperationDefinitionNode
  fragments: Record<string, FragmentDefinitionNode>
  variables: Variables
}

/** Below the root, something is to be asked rather than read. */
class NotPlain extends Error {}

/** How a value is told: its fields under the names asked for, or itself. */
type Teller = (value: unknown) => unknown

const isLeftOut = ({ variables }: Asked, node: Parameters<typeof getDirectiveValues>[1]): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false

/** The fields asked of an object, by the name under which each is answered. */
function fieldsOf(asked: Asked, sets: readonly SelectionSetNode[], found = new Map<string, FieldNode[]>()) {
  for (const { selections } of sets) {
    for (const selection of selections) {
      if (isLeftOut(asked, selection)) continue
      if (selection.kind === 'Field') {
        const key = (selection.alias ?? selection.name).value
        found.set(key, [...(found.get(key) ?? []), selection])
      } else {
        const fragment = selection.kind === 'InlineFragment' ? selection : asked.fragments[selection.name.value]
        if (fragment) fieldsOf(asked, [fragment.selectionSet], found)
      }
    }
  }
  return found
}

const setsOf = (nodes: readonly FieldNode[]) => nodes.flatMap(({ selectionSet }) => selectionSet ?? [])

/** What is asked of a type, made ready once for all the values that follow. */
function tellerOf(asked: Asked, type: GraphQLOutputType, nodes: readonly FieldNode[]): Teller {
  if (isNonNullType(type)) return tellerOf(asked, type.ofType, nodes)
  if (isListType(type)) {
    const each = tellerOf(asked, type.ofType, nodes)
    return value => (value as unknown[] | null)?.map(each) ?? null
  }
  if (isAbstractType(type)) throw new NotPlain()
  if (!isObjectType(type)) return value => value ?? null
  const fields = type.getFields()
  const tellers = [...fieldsOf(asked, setsOf(nodes))].map(([key, [first, ...more]]) => {
    const name = first?.name.value ?? ''
    const field = fields[name]
    if (field?.resolve || (field && field.args.length > 0)) throw new NotPlain()
    return { key, name, tell: field && first ? tellerOf(asked, field.type, [first, ...more]) : () => type.name }
  })
  return value => {
    if (value === null || value === undefined) return null
    const told: Record<string, unknown> = {}
    for (const { key, name, tell } of tellers) told[key] = tell((value as Record<string, unknown>)[name])
    return told
  }
}

/** One question of the root, and how its answer is told. */
interface Question {
  key: string
  node: FieldNode
  nodes: FieldNode[]
  field: GraphQLField<unknown, unknown>
  tell: Teller
}

async function answer(
  asked: Asked,
  root: GraphQLObjectType,
  { key, node, nodes, field, tell }: Question,
  context: unknown,
) {
  const { schema, operation, fragments, variables } = asked
  const info = {
    ...{ fieldName: field.name, fieldNodes: nodes, returnType: field.type, parentType: root, schema, fragments },
    ...{ path: { prev: undefined, key, typename: root.name }, rootValue: undefined, operation },
    variableValues: variables,
  }
  try {
    return tell(await field.resolve?.(undefined, getArgumentValues(field, node, variables), context, info))
  } catch (error) {
    throw locatedError(error, nodes, [key])
  }
}

/** The questions of an operation, when the answers to all of them are plain. */
function questionsOf(asked: Asked, root: GraphQLObjectType): Question[] | undefined {
  try {
    return [...fieldsOf(asked, [asked.operation.selectionSet])].map(([key, nodes]) => {
      const [node] = nodes
      const field = node && root.getFields()[node.name.value]
      if (!field) throw new NotPlain()
      return { key, node, nodes, field, tell: tellerOf(asked, field.type, nodes) }
    })
  } catch (error) {
    if (error instanceof NotPlain) return undefined
    throw error
  }
}

/**
 * Executes an operation whose answers below the root are plain data, as every answer about figures is: it says what
 * graphql itself would say, without asking field by field what it already knows. Everything else is left to graphql.
 */
export async function executePlainly(given: ExecutionArgs): Promise<ExecutionResult> {
  const { schema, document, contextValue, variableValues, operationName } = given
  const operations = document.definitions.filter(each => each.kind === 'OperationDefinition')
  const operation = operations.find(({ name }) => !operationName || name?.value === operationName)
  const root = schema.getQueryType()
  if (operation?.operation !== 'query' || !root) return execute(given)
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {})
  if (!coerced) return execute(given)
  const fragments = Object.fromEntries(
    document.definitions.flatMap(each => (each.kind === 'FragmentDefinition' ? [[each.name.value, each]] : [])),
  )
  const asked: Asked = { schema, operation, fragments, variables: coerced }
  const questions = questionsOf(asked, root)
  if (!questions) return execute(given)
  try {
    const told = await Promise.all(
      questions.map(async question => [question.key, await answer(asked, root, question, contextValue)] as const),
    )
    return { data: Object.fromEntries(told) }
  } catch (error) {
    return { errors: [error as GraphQLError], data: null }
  }
}
