import { type Complaint, replay } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'
import { journalsOf } from '../journal/recorded.ts'

const nextOpen = statement(
  'administration_open_dossiers',
  `select dossier_id as id, file_number as "fileNumber" from caseload
   where closed_on is null and dossier_id > $1 order by dossier_id limit 200`,
)

/** A dossier that is not closed, as its journal tells it. */
export interface OpenDossier {
  id: string
  fileNumber: string
  complaint: Complaint
}

/** Every open dossier, some at a time: memory does not grow with their number. */
export async function* openDossiers(ask: Ask): AsyncGenerator<OpenDossier> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const found = await ask<{ id: string; fileNumber: string }>(nextOpen, [after])
    const last = found.at(-1)
    if (!last) return
    after = last.id
    const journals = await journalsOf(
      ask,
      found.map(({ id }) => id),
    )
    for (const { id, fileNumber } of found) yield { id, fileNumber, complaint: replay(journals.get(id) ?? []) }
  }
}
