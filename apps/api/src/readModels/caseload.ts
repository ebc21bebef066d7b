import { type Complaint, phaseOf, type Recorded } from '@bienfonde/domain'
import { statement } from '../database/statement.ts'
import type { ReadModel, ReplayedDossier } from './ReadModel.ts'

const excerptLength = 200

const excerptOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= excerptLength ? line : `${line.slice(0, excerptLength).replace(/\s+\S*$/, '')} …`
}

const distinct = <T>(values: (T | null)[]): T[] => [...new Set(values.filter(value => value !== null))]

/** A dossier as the list of dossiers shows it; nothing of it comes from the vault. */
function caseloadRow(fileNumber: string, complaint: Complaint, lines: readonly Recorded[]) {
  const { registration, clock, matters, version } = complaint
  if (!registration || !clock) return undefined
  return {
    file_number: fileNumber,
    phase: phaseOf(complaint),
    received_on: registration.receivedOn,
    registered_on: complaint.registeredOn,
    intake_channel: registration.intakeChannel,
    language: registration.language,
    anonymous: registration.anonymous,
    officer_id: complaint.officer,
    sectors: distinct(matters.map(({ sector }) => sector)),
    subjects: distinct(matters.map(({ subject }) => subject)),
    outcomes: distinct(matters.map(({ outcome }) => outcome)),
    matters: matters.length,
    acknowledgement_due_on: clock.acknowledgementDueOn,
    acknowledged_on: complaint.acknowledgedOn,
    reply_due_on: clock.replyDueOn,
    suspended: clock.suspendedFrom !== null,
    closed_on: complaint.closedOn,
    informed: complaint.informed,
    escalated: complaint.escalations.length > 0,
    version,
    changed_at: lines.at(-1)?.at,
    excerpt: complaint.erasedOn ? '' : excerptOf(matters[0]?.statement ?? ''),
  }
}

const rowOf = ({ id, fileNumber, complaint, lines }: ReplayedDossier) => {
  const row = caseloadRow(fileNumber, complaint, lines)
  return row ? [{ dossier_id: id, ...row }] : []
}

const columns = [
  'file_number text',
  'phase text',
  'received_on date',
  'registered_on date',
  'intake_channel text',
  'language text',
  'anonymous boolean',
  'officer_id text',
  'sectors text[]',
  'subjects text[]',
  'outcomes text[]',
  'matters int',
  'acknowledgement_due_on date',
  'acknowledged_on date',
  'reply_due_on date',
  'suspended boolean',
  'closed_on date',
  'informed boolean',
  'escalated boolean',
  'version int',
  'changed_at timestamptz',
  'excerpt text',
]
const names = columns.map(column => column.split(' ')[0])

const write = statement(
  'caseload_write',
  `insert into caseload (dossier_id, ${names.join(', ')})
   select dossier_id, ${names.join(', ')}
   from jsonb_to_recordset($1::jsonb) as row (dossier_id uuid, ${columns.join(', ')})
   on conflict (dossier_id) do update set (${names.join(', ')}) = (${names.map(name => `excluded.${name}`).join(', ')})`,
)

/** One row per dossier: the list, its filters and its sorts. */
export const caseload: ReadModel = {
  table: 'caseload',
  write: async (ask, dossiers) => {
    await ask(write, [JSON.stringify(dossiers.flatMap(rowOf))])
  },
}
