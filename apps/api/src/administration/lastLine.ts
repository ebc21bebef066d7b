/** The argument by which a change says what its author had seen. */
export const seenArgument = {
  description: 'Dernière ligne vue du journal de l’administration sur ce sujet ; 0 s’il n’y en a pas.',
}

/** The number of the last line on a subject, 0 when there is none, as a column. */
export const lastLine = (subject: string) =>
  `coalesce((select max(seq) from administration_journal where event ->> 'subject' = ${subject}), 0)`
