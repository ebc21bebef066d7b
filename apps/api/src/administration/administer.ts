import type { Act, AdministrationRefusal } from '@bienfonde/domain'
import type { Context } from '../context.ts'
import { type Ask, statement } from '../database/statement.ts'
import { type AdministrationStamp, holdAdministration } from '../journal/administrationJournal.ts'
import { permitted } from '../queries/permitted.ts'
import { type AdministrationLine, lineColumns } from './AdministrationLine.ts'
import { AdministrationDone, AdministrationRefused, type Made } from './AdministrationOutcome.ts'

/** What a change is about, and up to which line its author had seen it; nothing when it is new. */
export interface Seen {
  subject: string
  line: number
}

const findSince = statement(
  'administration_since',
  `select ${lineColumns} from administration_journal j left join staff s on s.id::text = j.actor_id
   where j.event ->> 'subject' = $1 and j.seq > $2 order by j.seq limit 20`,
)

/** Makes one change of administration, whole or not at all, unless somebody changed the same thing meanwhile. */
export async function administer(
  context: Context,
  act: Act,
  seen: Seen | undefined,
  change: (ask: Ask, stamp: AdministrationStamp) => Promise<Made | AdministrationRefusal[]>,
): Promise<AdministrationDone | AdministrationRefused> {
  const by = permitted(context, act)
  return context.database.transaction(
    async ask => {
      await holdAdministration(ask)
      const meanwhile = seen ? await ask<AdministrationLine>(findSince, [seen.subject, seen.line]) : []
      if (meanwhile.length > 0) return AdministrationRefused.of([{ code: 'CHANGED_MEANWHILE' }], meanwhile)
      const made = await change(ask, { by, at: context.now() })
      return Array.isArray(made) ? AdministrationRefused.of(made) : AdministrationDone.of(made)
    },
    answer => answer instanceof AdministrationDone,
  )
}
