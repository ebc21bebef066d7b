/** The words asked for, the last one as a beginning too while it is being typed; and the file number, if it is one. */
export function wordsSought(asked: string | null | undefined, given: (value: unknown) => string, shape: string[]) {
  const search = asked?.normalize('NFC').trim()
  if (!search) return { query: undefined, number: undefined }
  const whole = `websearch_to_tsquery('fr_unaccent', ${given(search)})`
  const [, before = '', last = ''] = /^(.*?)([\p{L}\p{N}]+)$/su.exec(search) ?? []
  const beginning = folded(last)
  const begins = /^[a-z0-9]{3,}$/.test(beginning) && !search.includes('"') && !before.endsWith('-')
  const query = begins
    ? `(${whole} || (websearch_to_tsquery('fr_unaccent', ${given(before)}) && to_tsquery('simple', ${given(`${beginning}:*`)})))`
    : whole
  const [, year, serial] = /^(\d{4})-(\d{1,12})$/.exec(search) ?? []
  const number = year && serial ? `${given(`${year}-${serial.padStart(6, '0')}`)}::text` : undefined
  shape.push(`q${begins ? 'w' : ''}${number ? '#' : ''}`)
  return { query, number }
}

/** A word as the rows keep it beside its stem: without accents or capitals. */
const folded = (word: string) =>
  word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae')
