import {
  type CaseloadColumn,
  caseloadColumns,
  dueStates,
  type Entry,
  intakeChannels,
  labelOf,
  languages,
  ministryTimeZone,
  outcomes,
  phases,
} from '@bienfonde/domain'

/** A dossier as the database gives it to a file: days in ISO, several values as a list. */
export interface ExportedRow {
  fileNumber: string
  phase: string
  receivedOn: string
  intakeChannel: string
  language: string
  anonymous: boolean
  officerName: string | null
  sectorNames: string[]
  subjects: string[]
  outcomes: string[]
  matters: number
  acknowledgementDueOn: string
  acknowledgedOn: string | null
  replyDueOn: string
  dueState: string
  closedOn: string | null
  informed: boolean | null
  escalated: boolean
  changedOn: string
  excerpt: string
}

const sectorNames = `array(select coalesce(sector.name, code)
  from unnest(c.sectors) with ordinality as its (code, place) left join sector using (code) order by place)`

/** Where the values of a row come from; what names a person who complained is in none of these columns. */
export const exportedColumns = (
  columns: readonly CaseloadColumn[],
) => `c.file_number as "fileNumber", c.phase, c.received_on as "receivedOn",
  c.intake_channel as "intakeChannel", c.language, c.anonymous, s.name as "officerName", c.subjects, c.outcomes,
  ${columns.includes('SECTORS') ? sectorNames : "'{}'::text[]"} as "sectorNames",
  c.matters, c.acknowledgement_due_on as "acknowledgementDueOn", c.acknowledged_on as "acknowledgedOn",
  c.reply_due_on as "replyDueOn", c.closed_on as "closedOn", c.informed, c.escalated, c.excerpt,
  (c.changed_at at time zone '${ministryTimeZone}')::date as "changedOn"`

interface ExportedField {
  /** The name of the field, when it is not that of its column. */
  header?: string
  cell(row: ExportedRow): string | number | null
}

const yesNo = (value: boolean | null) => (value === null ? null : value ? 'Oui' : 'Non')
const several = (values: string[]) => values.join(' / ')
const labels = (table: readonly Entry[], codes: string[]) => several(codes.map(code => labelOf(table, code)))

/** What each column of the list says, one fact to a field: a column that shows two becomes two. */
const fields: Record<CaseloadColumn, readonly ExportedField[]> = {
  FILE_NUMBER: [{ cell: row => row.fileNumber }],
  SUBJECTS: [{ cell: row => several(row.subjects) }],
  PHASE: [
    { cell: row => labelOf(phases, row.phase) },
    { header: 'Résultat', cell: row => labels(outcomes, row.outcomes) },
  ],
  RECEIVED_ON: [{ cell: row => row.receivedOn }, { header: 'Anonyme', cell: row => yesNo(row.anonymous) }],
  REPLY_DUE_ON: [
    { cell: row => row.replyDueOn },
    { header: 'Délai de réponse', cell: row => labelOf(dueStates, row.dueState) },
  ],
  OFFICER: [{ cell: row => row.officerName }],
  SECTORS: [{ cell: row => several(row.sectorNames) }],
  INTAKE_CHANNEL: [{ cell: row => labelOf(intakeChannels, row.intakeChannel) }],
  LANGUAGE: [{ cell: row => labelOf(languages, row.language) }],
  MATTERS: [{ cell: row => row.matters }],
  ACKNOWLEDGED_ON: [
    { header: 'Accusé de réception dû le', cell: row => row.acknowledgementDueOn },
    { header: 'Accusé de réception envoyé le', cell: row => row.acknowledgedOn },
  ],
  CLOSED_ON: [{ cell: row => row.closedOn }, { header: 'Personne avisée', cell: row => yesNo(row.informed) }],
  ESCALATED: [{ cell: row => yesNo(row.escalated) }],
  CHANGED_AT: [{ cell: row => row.changedOn }],
  EXCERPT: [{ cell: row => row.excerpt }],
}

/** The names that head a file of these columns, in French. */
export const headersOf = (columns: readonly CaseloadColumn[]): string[] =>
  columns.flatMap(column => fields[column].map(({ header }) => header ?? labelOf(caseloadColumns, column)))

/** What a file of these columns says of a dossier. */
export const cellsOf = (columns: readonly CaseloadColumn[], row: ExportedRow): (string | number | null)[] =>
  columns.flatMap(column => fields[column].map(({ cell }) => cell(row)))
