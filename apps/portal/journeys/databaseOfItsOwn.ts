import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** A database of their own for the journeys on the server of `DATABASE_URL`; without it, the product brings its own. */
export async function databaseOfItsOwn(folder: string) {
  const server = process.env.DATABASE_URL
  if (!server) return undefined
  const name = `parcours_${randomBytes(6).toString('hex')}`
  const order = async (sql: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await order(`create database ${name} template template0`)
  const address = new URL(server)
  address.pathname = `/${name}`
  const key = join(folder, 'master.key')
  writeFileSync(key, randomBytes(32).toString('base64'), { mode: 0o600 })
  return {
    env: { DATABASE_URL: address.href, BIENFONDE_MASTER_KEY_FILE: key },
    drop: () => order(`drop database ${name} with (force)`),
  }
}
