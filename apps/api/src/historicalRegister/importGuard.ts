import type { Database } from '../database/Database.ts'
import { ImportRefusal } from './ImportRefusal.ts'

const hold = 'select pg_try_advisory_lock(4207002) as held'
const letGo = 'select pg_advisory_unlock(4207002)'

/** Two imports at once would take each other's lines for repeated ones: the second one is refused. */
export async function alone<Answer>({ pool }: Database, work: () => Promise<Answer>): Promise<Answer> {
  const guard = await pool.connect()
  let broken: Error | undefined
  const lost = (error: Error) => {
    broken = error
  }
  guard.on('error', lost)
  try {
    const { rows } = await guard.query<{ held: boolean }>(hold)
    if (!rows[0]?.held)
      throw new ImportRefusal('Une autre reprise de registre est en cours dans cette base. Attendez sa fin.')
    return await work()
  } finally {
    await guard.query(letGo).catch(lost)
    guard.off('error', lost)
    guard.release(broken)
  }
}
