import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { pipeline, type Readable, Transform } from 'node:stream'
import { TextDecoder } from 'node:util'
import { CsvError, type Options, parse } from 'csv-parse'
import { parse as parseNow } from 'csv-parse/sync'
import type { Encoding, FileNature } from './fileNature.ts'
import { ImportRefusal } from './ImportRefusal.ts'
import { columnName, type RegisterPart, type RegisterRow, type RegisterSource } from './RegisterRow.ts'

const delimiters = [';', ',', '\t', '|']
const longestLine = 1_000_000
const rowsAtOnce = 1_000
const sampleBytes = 256 * 1024

interface CsvOptions {
  /** The line that names the columns, the first being 1; what is above it is left out. */
  headerLine: number
  delimiter: string | undefined
  encoding: Encoding | undefined
  /** The columns that must be there: they tell which delimiter is the right one. */
  columns: readonly string[]
}

const reading = (delimiter: string): Options => ({
  delimiter,
  bom: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: longestLine,
})

/** A register in a text file, one complaint a line, whatever its delimiter and its encoding. */
export function csvSource(nature: FileNature, options: CsvOptions): RegisterSource {
  const { path, bytes } = nature
  const encoding = options.encoding ?? nature.encoding
  if (encoding === 'utf-8' && nature.encoding !== 'utf-8')
    throw new ImportRefusal(`Le fichier ${path} n’est pas en UTF-8, comme le dit le mappage (file.encoding).`)
  const { delimiter, header } = headerOf(sampleOf(path, encoding), options)
  const headerEnd = options.headerLine + breaksIn(header)
  return {
    header: header.map(columnName),
    bytes,
    ragged: false,
    since1904: false,
    async *parts() {
      const file = createReadStream(path, { highWaterMark: 256 * 1024 })
      const parser = parse({ ...reading(delimiter), info: true })
      const letters = encoding === 'utf-8' ? [file, parser] : [file, decoding(encoding), parser]
      pipeline(letters as [Readable, Transform], () => undefined)
      try {
        yield* gathered(parser as AsyncIterable<Parsed>, headerEnd, () => file.bytesRead, bytes)
      } finally {
        file.destroy()
      }
    },
  }
}

interface Parsed {
  record: string[]
  info: { lines: number; records: number }
}

async function* gathered(
  parser: AsyncIterable<Parsed>,
  headerEnd: number,
  bytesRead: () => number,
  bytes: number,
): AsyncGenerator<RegisterPart> {
  let rows: RegisterRow[] = []
  let overcounted = 0
  try {
    for await (const { record, info } of parser) {
      // The parser takes a Windows line break in a cell for two, and stands where the record ends.
      for (const cell of record) if (cell.includes('\r\n')) overcounted += cell.split('\r\n').length - 1
      const end = info.lines - overcounted
      if (end <= headerEnd || record.every(cell => cell.trim() === '')) continue
      rows.push({ line: end - breaksIn(record), cells: record })
      if (rows.length < rowsAtOnce) continue
      // The file is read a little ahead of its lines: its end is told with the last of them.
      yield { rows, bytes: Math.min(bytesRead(), bytes - 1) }
      rows = []
    }
  } catch (error) {
    throw told(error, overcounted)
  }
  yield { rows, bytes }
}

const breaksIn = (cells: string[]): number =>
  cells.reduce((breaks, cell) => breaks + (/[\r\n]/.test(cell) ? cell.split(/\r\n|\r|\n/).length - 1 : 0), 0)

function decoding(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding)
  return new Transform({
    transform(chunk, _, done) {
      done(null, decoder.decode(chunk, { stream: true }))
    },
    flush(done) {
      done(null, decoder.decode())
    },
  })
}

function sampleOf(path: string, encoding: Encoding): string {
  const buffer = Buffer.alloc(sampleBytes)
  const file = openSync(path, 'r')
  try {
    return new TextDecoder(encoding).decode(buffer.subarray(0, readSync(file, buffer)))
  } finally {
    closeSync(file)
  }
}

/** The names of the columns under the delimiter with which all those wanted are found. */
function headerOf(sample: string, { headerLine, delimiter, columns }: CsvOptions) {
  const tried = (delimiter ? [delimiter] : delimiters).map(delimiter => {
    const header = namesAt(sample, headerLine, delimiter)
    const names = header.map(columnName)
    return { delimiter, header, lacking: columns.filter(column => !names.includes(column)).length }
  })
  const best = tried.toSorted((a, b) => a.lacking - b.lacking || b.header.length - a.header.length)[0]
  if (!best || best.header.length === 0)
    throw new ImportRefusal(
      `La ligne ${headerLine} du fichier, qui devait nommer les colonnes, est absente, vide ou n’est pas d’un CSV.`,
    )
  return best
}

function namesAt(sample: string, headerLine: number, delimiter: string): string[] {
  const below = sample
    .split('\n')
    .slice(headerLine - 1)
    .join('\n')
  try {
    const [header = []] = parseNow(below, { ...reading(delimiter), to: 1 }) as unknown as string[][]
    return header
  } catch (error) {
    if (error instanceof CsvError) return []
    throw error
  }
}

const spoiled: Partial<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: `dépasse ${longestLine.toLocaleString('fr-CA')} caractères : un guillemet n’est peut-être pas fermé`,
  CSV_QUOTE_NOT_CLOSED: 'ouvre un guillemet que rien ne ferme',
  CSV_INVALID_CLOSING_QUOTE: 'a un guillemet mal placé',
  INVALID_OPENING_QUOTE: 'a un guillemet mal placé',
}

function told(error: unknown, overcounted: number): unknown {
  if (error instanceof Error && 'syscall' in error) return new ImportRefusal('Le fichier ne peut plus être lu.')
  if (!(error instanceof CsvError)) return error
  const line = 'lines' in error ? Number(error.lines) - overcounted : '?'
  return new ImportRefusal(
    `Le fichier ne se lit pas comme un CSV : la ligne ${line} ${spoiled[error.code] ?? 'est mal formée'}.`,
  )
}
