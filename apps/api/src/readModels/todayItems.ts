import { dutiesOf, returnedTo, waitsOf } from '@bienfonde/domain'
import { statement } from '../database/statement.ts'
import type { ReadModel, ReplayedDossier } from './ReadModel.ts'

/** What is kept of a dossier for the people who carry it or decide of it, whatever the day. */
function itemsOf({ complaint, lines }: ReplayedDossier) {
  const { officer, matters } = complaint
  const items = [
    ...dutiesOf(complaint).map(({ steps, dueOn, whose }) => ({ kind: 'TO_DO', steps, due_on: dueOn, whose })),
    ...waitsOf(complaint).map(({ step, dueOn, whose, since, party, sector, body }) => ({
      ...{ kind: 'WAIT', steps: [step], due_on: dueOn, whose },
      ...{ since, party, sector, body },
    })),
    ...[returnedTo(officer, lines) ?? []].flat().map(({ seq, on }) => ({
      ...{ kind: 'RETURNED', steps: [], whose: 'CARRIER' },
      ...{ since: on, line: seq },
    })),
  ]
  const everywhere = {
    carrier_id: officer,
    subject_staff: matters.flatMap(({ concernedStaff }) => concernedStaff),
    subject_sectors: matters.map(({ sector }) => sector),
  }
  return items.map((item, position) => ({ position, ...everywhere, ...item }))
}

const columns = [
  'position int',
  'kind text',
  'whose text',
  'carrier_id text',
  'subject_staff text[]',
  'subject_sectors text[]',
  'steps text[]',
  'due_on date',
  'since date',
  'party text',
  'sector text',
  'body jsonb',
  'line int',
]
const names = columns.map(column => column.split(' ')[0])

// What is done leaves the end of the dossier's list; the rest takes the places that are left.
const write = statement(
  'today_item_write',
  `with gone as (
     delete from today_item item using jsonb_to_recordset($2::jsonb) as kept (dossier_id uuid, items int)
     where item.dossier_id = kept.dossier_id and item.position >= kept.items
   )
   insert into today_item as kept (dossier_id, ${names.join(', ')})
   select dossier_id, ${names.join(', ')}
   from jsonb_to_recordset($1::jsonb) as row (dossier_id uuid, ${columns.join(', ')})
   on conflict (dossier_id, position) do update
     set (${names.join(', ')}) = (${names.map(name => `excluded.${name}`).join(', ')})
     where kept is distinct from excluded`,
)

/** What a dossier asks, awaits and has had back: one row for each thing, in the order of the process. */
export const todayItems: ReadModel = {
  table: 'today_item',
  write: async (ask, dossiers) => {
    const lists = dossiers.map(dossier => ({ dossier_id: dossier.id, items: itemsOf(dossier) }))
    const rows = lists.flatMap(({ dossier_id, items }) => items.map(item => ({ dossier_id, ...item })))
    const counts = lists.map(({ dossier_id, items }) => ({ dossier_id, items: items.length }))
    await ask(write, [JSON.stringify(rows), JSON.stringify(counts)])
  },
}
