import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import { executePlainly } from './executePlainly.ts'

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway']

/** Apollo reads a request, checks it and refuses it; what it answers is told plainly. */
export const plainGateway = (schema: GraphQLSchema): Gateway => ({
  load: async () => ({
    executor: ({ document, operationName, request, context }) =>
      executePlainly({
        ...{ schema, document, operationName, contextValue: context },
        variableValues: request.variables ?? {},
      }),
  }),
  onSchemaLoadOrUpdate(tell) {
    tell({ apiSchema: schema, coreSupergraphSdl: '' })
    return () => undefined
  },
  stop: async () => undefined,
})
