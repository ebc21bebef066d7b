import type { Actor, Lateness, TodayList } from '@bienfonde/domain'
import { permits, todayLists } from '@bienfonde/domain'
import { codesOf } from '../schema/codes.ts'

export const TodayListCode = codesOf('TodayListCode', 'Les listes de la journée d’une personne.', todayLists)

/** Whom the lists are for: the values of a statement, and the places that it gives them. */
export const theirValues = (actor: Actor): [string, boolean, string | null] => [
  actor.id,
  permits(actor, 'DECIDE'),
  actor.sector,
]

export interface TheirPlaces {
  person: string
  decides: string
  sector: string
}

/**
 * The rows of `today_item` that are for one person, in SQL over rows that say whose they are. A dossier whose officer
 * has left is carried, like one that never had any, by those who decide.
 */
export function theirItems({ person, decides, sector }: TheirPlaces): string {
  const subject = `(${person}::text = any (i.subject_staff) or coalesce(${sector}::text = any (i.subject_sectors), false))`
  const columns = 'i.dossier_id, i.position, i.kind, i.due_on, i.since'
  const left = `array(select id::text from staff where not active or role not in ('OFFICER', 'RESPONSIBLE_OFFICER'))`
  return `select ${columns} from today_item i where i.whose <> 'DECIDERS' and i.carrier_id = ${person}::text
    union all
    select ${columns} from today_item i where ${decides}::boolean and i.whose <> 'CARRIER' and not ${subject}
      and (i.whose = 'DECIDERS' or i.carrier_id is distinct from ${person}::text)
    union all
    select ${columns} from today_item i where ${decides}::boolean and i.whose <> 'DECIDERS'
      and (i.carrier_id is null or i.carrier_id = any (${left})) and (i.whose = 'CARRIER' or ${subject})`
}

/** Each lateness of a date, over the days that the ministry counts. */
export const latenessConditions = (
  dueOn: string,
  today: () => string,
  soon: () => string,
): Record<Lateness, () => string> => ({
  OVERDUE: () => `${dueOn} < ${today()}`,
  DUE_TODAY: () => `${dueOn} = ${today()}`,
  DUE_SOON: () => `${dueOn} > ${today()} and ${dueOn} <= ${soon()}`,
  LATER: () => `(${dueOn} is null or ${dueOn} > ${soon()})`,
})

/** A value that a statement does not use would be refused: each day is given when it is first needed. */
interface ListPlaces extends TheirPlaces {
  today: () => string
  soon: () => string
  /** The first day whose returns are still in sight. */
  returned: () => string
}

/** The dossiers of one list of somebody's day. */
export function dossiersOf(list: TodayList, { today, soon, returned, ...places }: ListPlaces): string {
  const of = (kind: string, rest = '') =>
    `select dossier_id from (${theirItems(places)}) theirs where kind = '${kind}' ${rest}`
  if (list === 'WAITING') return of('WAIT')
  if (list === 'RETURNED') return of('RETURNED', `and since >= ${returned()}`)
  if (list === 'TO_DO') return of('TO_DO')
  return of('TO_DO', `group by dossier_id having ${latenessConditions('min(due_on)', today, soon)[list]()}`)
}
