import type { Opener } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'

// Two openings of one person are counted one after the other, whatever the dossiers: together they could pass a cap.
const oneAtATime = statement('opener_lock', `select pg_advisory_xact_lock(hashtextextended('opening|' || $1, 0))`)
const countOpenings = statement(
  'opener_openings',
  `select count(*) filter (where at > $2::timestamptz - interval '1 hour')::int as "openingsPastHour",
     count(*)::int as "openingsPastDay"
   from journal
   where type = 'IDENTITY_OPENED' and actor_id = $1 and at > $2::timestamptz - interval '1 day' and at <= $2`,
)

/** What the journal says of whoever is about to open an identity, inside the transaction that will write it. */
export async function openerOf(ask: Ask, actor: string, signedInRecently: boolean, at: Date): Promise<Opener> {
  await ask(oneAtATime, [actor])
  const [counted] = await ask<Omit<Opener, 'signedInRecently'>>(countOpenings, [actor, at])
  return { signedInRecently, openingsPastHour: 0, openingsPastDay: 0, ...counted }
}
