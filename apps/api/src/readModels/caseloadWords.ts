import type { Complaint } from '@bienfonde/domain'
import { statement } from '../database/statement.ts'
import type { ReadModel } from './ReadModel.ts'

/** The characters that mark a found word in a passage are kept out of the text itself. */
export const marks = { start: '\uE000', stop: '\uE001' }

const written = (texts: (string | null)[]) =>
  texts
    .filter(text => text?.trim())
    .join('\n')
    .normalize('NFC')
    .replaceAll(marks.start, '')
    .replaceAll(marks.stop, '')

/** What a dossier may be found by: its number, subjects and services, then its depersonalised texts; its number alone once erased. */
const caseloadWords = (fileNumber: string, { matters: all, erasedOn }: Complaint) => {
  const matters = erasedOn ? [] : all
  return {
    title: written([fileNumber, ...matters.flatMap(({ subject, service }) => [subject, service])]),
    body: written(matters.flatMap(({ subject, statement, reasons }) => [`${subject}. ${statement}`, reasons])),
  }
}

// The words as they are written stand beside their stems, so that a word can be found by its beginning.
const write = statement(
  'caseload_words_write',
  `insert into caseload_words as kept (dossier_id, body, words)
   select dossier_id, body,
     setweight(to_tsvector('fr_unaccent', title), 'A') || setweight(to_tsvector('fr_unaccent', body), 'B')
       || to_tsvector('simple', unaccent(title || ' ' || body))
   from jsonb_to_recordset($1::jsonb) as row (dossier_id uuid, title text, body text)
   on conflict (dossier_id) do update set (body, words) = (excluded.body, excluded.words)
     where kept.words <> excluded.words or kept.body <> excluded.body`,
)

/** One row per dossier beside its row of the list, which stays narrow: the words of the search and their passages. */
export const words: ReadModel = {
  table: 'caseload_words',
  write: async (ask, dossiers) => {
    const rows = dossiers.map(({ id, fileNumber, complaint }) => ({
      dossier_id: id,
      ...caseloadWords(fileNumber, complaint),
    }))
    await ask(write, [JSON.stringify(rows)])
  },
}
