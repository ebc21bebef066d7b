import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase, type Place } from '../database/dataSource.ts'

/** A database of its own for a spec file, migrated; `drop` closes and removes it. */
export async function freshDatabase() {
  const server = inject('server')
  const name = `essai_${randomBytes(6).toString('hex')}`
  const order = async (sql: string) => {
    const client = new pg.Client(
      'url' in server
        ? { connectionString: server.url }
        : { host: server.host, user: 'postgres', database: 'postgres' },
    )
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await order(`create database ${name} template template0`)
  const place: Place = 'url' in server ? { url: withDatabase(server.url, name) } : { host: server.host, database: name }
  const database = await openDatabase(place, { statementTimeout: 10_000 })
  return {
    database,
    place,
    async drop() {
      await database.close()
      await order(`drop database ${name} with (force)`)
    },
  }
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
