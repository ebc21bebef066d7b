import { GraphQLError } from 'graphql'

/** Where a page ended: the values of the sort for its last row. */
export type Cursor = readonly (string | number)[]

/** What one value of a cursor may look like. */
export type CursorValue = 'flag' | 'day' | 'instant' | 'fileNumber' | 'uuid' | 'code' | 'position'

const shapes: Record<CursorValue, RegExp> = {
  flag: /^[01]$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  fileNumber: /^\d{4}-\d{1,12}$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  code: /^[A-Z]\d{1,6}$/,
  position: /^\d{1,18}$/,
}

/** A day or an instant of the right shape that does not exist would be an error of the database. */
const exists: Partial<Record<CursorValue, (text: string) => boolean>> = {
  day: text => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text),
  instant: text => !Number.isNaN(Date.parse(text)),
}

export const cursorOf = (order: string, values: Cursor): string =>
  Buffer.from(JSON.stringify([order, ...values])).toString('base64url')

/** The values of a cursor that this very order gave; anything else is refused in a sentence. */
export function readCursor(cursor: string, order: string, expected: readonly CursorValue[]): string[] {
  const values = parsed(cursor)
  const [first, ...rest] = values
  const fits =
    first === order &&
    rest.length === expected.length &&
    expected.every((kind, at) => shapes[kind].test(rest[at] ?? '') && (exists[kind]?.(rest[at] ?? '') ?? true))
  if (fits) return rest
  const fields = [{ field: 'after', message: 'Ce repère de page n’est pas valide.' }]
  throw new GraphQLError('cursor', { extensions: { code: 'BAD_USER_INPUT', fields } })
}

function parsed(cursor: string): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(values) ? values.map(String) : []
  } catch {
    return []
  }
}
