import { once } from 'node:events'
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { type HistoricalFlaw, historicalFlaws } from '@bienfonde/domain'
import { stringify } from 'csv-stringify'
import { ImportRefusal } from './ImportRefusal.ts'
import { historicalField } from './mappingKeys.ts'
import type { RegisterMapping } from './registerMapping.ts'

/** Where the lines at fault are written down, one problem a line; never what they say. */
export interface FlawReport {
  add(line: number, flaws: HistoricalFlaw[]): Promise<void>
  /** Puts the whole report in its place. */
  end(): Promise<void>
  /** Leaves nothing of it. */
  discard(): void
}

/** A report as a spreadsheet opens it in French; the file appears only once it is whole. */
export async function flawReport(path: string, { fields }: RegisterMapping): Promise<FlawReport> {
  const unfinished = `${path}.incomplet`
  const file = createWriteStream(unfinished, { mode: 0o600 })
  await once(file, 'open').catch(() => {
    throw new ImportRefusal(`Le rapport ne peut être écrit dans ${path}.`)
  })
  const csv = stringify({
    ...{ bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true, header: true },
    columns: ['Ligne', 'Renseignement', 'Colonne', 'Problème', 'Code'],
  })
  let failure: Error | undefined
  const failed = (error: Error) => {
    failure = error
  }
  csv.pipe(file)
  file.on('error', failed)
  const columnOf = new Map(fields.map(({ field, column }) => [field.code, column]))
  const refused = () => new ImportRefusal(`Le rapport n’a pu être écrit en entier dans ${path}.`)
  return {
    async add(line, flaws) {
      for (const { code, field } of flaws) {
        if (failure) throw refused()
        const told = [line, field ? historicalField(field)?.label : '', field ? columnOf.get(field) : '']
        if (!csv.write([...told, historicalFlaws[code], code])) await once(csv, 'drain')
      }
    },
    async end() {
      csv.end()
      await finished(file).catch(failed)
      if (failure) throw refused()
      renameSync(unfinished, path)
    },
    discard() {
      csv.destroy()
      file.destroy()
      rmSync(unfinished, { force: true })
    },
  }
}
