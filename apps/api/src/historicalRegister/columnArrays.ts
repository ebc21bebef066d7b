/** A column of a statement, as « name type ». */
const typeOf = (column: string) => column.slice(column.indexOf(' ') + 1)
const nameOf = (column: string) => column.slice(0, column.indexOf(' '))
const isList = (column: string) => typeOf(column).endsWith('[]')

/**
 * Rows as one array for each column, which PostgreSQL reads several times faster than JSON. A list goes as its own text
 * and becomes a list again where it is selected.
 */
export function columnArrays(columns: readonly string[], rows: readonly Record<string, unknown>[]): string[] {
  return columns.map(column => {
    const name = nameOf(column)
    const text = isList(column) || typeOf(column) === 'text'
    return `{${rows.map(row => element(row[name], text)).join(',')}}`
  })
}

/** « unnest($1::uuid[], …) as row (id, …) », for arrays that begin at a parameter. */
export function unnested(columns: readonly string[], parameter: number, alias: string): string {
  const arrays = columns.map((column, at) => `$${parameter + at}::${isList(column) ? 'text' : typeOf(column)}[]`)
  return `unnest(${arrays.join(', ')}) as ${alias} (${columns.map(nameOf).join(', ')})`
}

/** What is selected of the columns, each with its type. */
export const selected = (columns: readonly string[], alias: string): string =>
  columns.map(column => `${alias}.${nameOf(column)}${isList(column) ? `::${typeOf(column)}` : ''}`).join(', ')

function element(value: unknown, text: boolean): string {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value)) return quoted(`{${value.map(each => element(each, true)).join(',')}}`)
  return text ? quoted(String(value)) : String(value)
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
