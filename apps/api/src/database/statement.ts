import type { QueryResultRow } from 'pg'

/** An SQL statement with the name under which PostgreSQL keeps its plan. */
export interface Statement {
  name: string
  text: string
}

/** Asks one statement and gives its rows. */
export type Ask = <Row extends QueryResultRow>(statement: Statement, values?: unknown[]) => Promise<Row[]>

/** Declares a statement; its name must be unique in the application. */
export const statement = (name: string, text: string): Statement => ({ name, text })
