import type { AdministrationAct } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'

/** A register of a public body: its entries are lines of the sealed journal of administration, the last one of each in force. */
export interface Register {
  recorded: AdministrationAct
  corrected: AdministrationAct
  /** What an entry is called in the journal, before its number. */
  subject: string
}

export const incidentRegister: Register = {
  recorded: 'INCIDENT_RECORDED',
  corrected: 'INCIDENT_CORRECTED',
  subject: 'INCIDENT',
}

export const communicationRegister: Register = {
  recorded: 'COMMUNICATION_RECORDED',
  corrected: 'COMMUNICATION_CORRECTED',
  subject: 'COMMUNICATION',
}

/** The argument that names an entry. */
export const numberArgument = { description: 'Numéro au registre.' }

/** The entries of a register as rows: its number, what it says, the last line about it, who wrote that line and when. */
export const entriesOf = ({ recorded, corrected }: Register) => `(
  select distinct on (j.event ->> 'subject') (j.event -> 'after' ->> 'number')::int as number,
    j.event -> 'after' as entry, j.seq as line, j.at, j.type = '${corrected}' as corrected, s.name as "byName"
  from administration_journal j left join staff s on s.id::text = j.actor_id
  where j.type in ('${recorded}', '${corrected}') order by j.event ->> 'subject', j.seq desc
)`

const findEntry = statement(
  'register_entry',
  `select event -> 'after' as entry from administration_journal where event ->> 'subject' = $1 order by seq desc limit 1`,
)
const countEntries = statement(
  'register_count',
  'select count(*)::int as entries from administration_journal where type = $1',
)

/** What an entry says now; nothing when there is none of that number. */
export async function entryNow(ask: Ask, { subject }: Register, number: number): Promise<object | undefined> {
  return (await ask<{ entry: object }>(findEntry, [`${subject}:${number}`]))[0]?.entry
}

/** The number of the next entry; to be asked while the journal is held. */
export async function nextNumber(ask: Ask, { recorded }: Register): Promise<number> {
  return ((await ask<{ entries: number }>(countEntries, [recorded]))[0]?.entries ?? 0) + 1
}
