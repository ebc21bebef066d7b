import {
  type Complaint,
  evolve,
  type LocalDate,
  type Outcome,
  type Recorded,
  type SectorCode,
  unregistered,
} from '@bienfonde/domain'
import { statement } from '../database/statement.ts'
import type { ReadModel } from './ReadModel.ts'

/** A coming in or a going out of the caseload; `matter_id` is empty when the dossier itself moves. */
export interface Movement {
  line: number
  matter_id: string
  kind: 'RECEIVED' | 'CLOSED' | 'REOPENED'
  moved_on: LocalDate
  /** What became of the matter, when it goes out. */
  outcome: Outcome | null
  sector: SectorCode | null
}

/**
 * Every movement of a dossier and of its matters, so that what was open on a day is those that came in less those that
 * went out, and a year told again gives the same figures. A matter goes out when its dossier closes.
 */
export function movementsOf(complaint: Complaint, lines: readonly Recorded[]): Movement[] {
  const movements: Movement[] = []
  const open = new Set<string>()
  let then = unregistered
  const move = (line: number, kind: Movement['kind'], moved_on: LocalDate, matter_id: string) => {
    const outcome = kind === 'CLOSED' ? (then.matters.find(({ id }) => id === matter_id)?.outcome ?? null) : null
    const sector = complaint.matters.find(({ id }) => id === matter_id)?.sector ?? null
    movements.push({ line, matter_id, kind, moved_on, outcome, sector })
  }
  const comeIn = (line: number, kind: 'RECEIVED' | 'REOPENED', moved_on: LocalDate, id: string) => {
    if (open.has(id)) return
    open.add(id)
    move(line, kind, moved_on, id)
  }
  for (const line of lines) {
    then = evolve(then, line)
    const { seq, on, at, event } = line
    switch (event.type) {
      case 'COMPLAINT_REGISTERED':
        comeIn(seq, 'RECEIVED', complaint.registration?.receivedOn ?? on, dossierItself)
        break
      case 'MATTER_ADDED': {
        // What is written with the registration came in with the complaint; what is added later, on its own day.
        const first = at === lines[0]?.at
        comeIn(seq, 'RECEIVED', first ? (complaint.registration?.receivedOn ?? on) : on, event.matter)
        break
      }
      case 'COMPLAINANT_INFORMED':
      case 'IMPOSSIBILITY_TO_INFORM_RECORDED':
        for (const id of open) move(seq, 'CLOSED', on, id)
        open.clear()
        break
      case 'COMPLAINT_REOPENED':
        for (const id of [dossierItself, ...event.matters]) comeIn(seq, 'REOPENED', on, id)
        break
    }
  }
  return movements
}

const dossierItself = ''

const write = statement(
  'movement_write',
  `insert into movement as kept
   select * from jsonb_to_recordset($1::jsonb) as row (dossier_id uuid, line int, matter_id text, kind text,
     moved_on date, outcome text, sector text)
   on conflict (dossier_id, line, matter_id) do update set (moved_on, sector) = (excluded.moved_on, excluded.sector)
     where (kept.moved_on, kept.sector) is distinct from (excluded.moved_on, excluded.sector)`,
)

/** What the figures of a year are counted from: no text, and no person, can be reached from it. */
export const movements: ReadModel = {
  table: 'movement',
  write: async (ask, dossiers) => {
    const rows = dossiers.flatMap(({ id, complaint, lines }) =>
      movementsOf(complaint, lines).map(movement => ({ dossier_id: id, ...movement })),
    )
    await ask(write, [JSON.stringify(rows)])
  },
}
