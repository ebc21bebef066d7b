import { type Entry, roles } from '@bienfonde/domain'
import { registerEnumType } from 'type-graphql'

/** A published table as a GraphQL enumeration: its codes, and its French words as their descriptions. */
export function codesOf<Code extends string>(name: string, description: string, table: readonly Entry<Code>[]) {
  const codes = Object.fromEntries(table.map(({ code }) => [code, code])) as { [Name in Code]: Name }
  const valuesConfig = Object.fromEntries(table.map(({ code, label }) => [code, { description: label }]))
  registerEnumType<typeof codes>(codes, { name, description, valuesConfig: valuesConfig as never })
  return codes
}

export const RoleCode = codesOf('RoleCode', 'Les rôles.', roles)
