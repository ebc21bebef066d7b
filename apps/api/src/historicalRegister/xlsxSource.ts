import { posix } from 'node:path'
import type { FileNature } from './fileNature.ts'
import { ImportRefusal } from './ImportRefusal.ts'
import { columnName, type RegisterPart, type RegisterRow, type RegisterSource } from './RegisterRow.ts'
import { sheetReader } from './sheetReader.ts'
import { Workbook } from './Workbook.ts'

const mostSharedCharacters = 100_000_000
const workbookPart = 'xl/workbook.xml'

interface XlsxOptions {
  headerLine: number
  /** The name of the sheet; the first one, when the mapping names none. */
  sheet: string | undefined
}

/** A register in a spreadsheet, read line by line; only the texts that its cells share are held at once. */
export async function xlsxSource({ path }: FileNature, { headerLine, sheet }: XlsxOptions): Promise<RegisterSource> {
  const workbook = await Workbook.open(path)
  try {
    const { part, since1904 } = await sheetOf(workbook, sheet)
    const shared = await sharedTexts(workbook)
    const header = await headerOf(workbook, part, shared, headerLine)
    return {
      header,
      bytes: workbook.sizeOf(part),
      ragged: true,
      since1904,
      async *parts() {
        const again = await Workbook.open(path)
        try {
          for await (const { rows, bytes } of partsOf(again, part, shared)) {
            const below = rows.filter(({ line, cells }) => line > headerLine && cells.some(cell => cell !== ''))
            yield { rows: below, bytes }
          }
        } finally {
          again.close()
        }
      },
    }
  } finally {
    workbook.close()
  }
}

async function* partsOf(workbook: Workbook, part: string, shared: readonly string[]): AsyncGenerator<RegisterPart> {
  const sheet = sheetReader(shared)
  let rows: RegisterRow[] = []
  for await (const bytes of workbook.read(part, sheet)) {
    rows.push(...sheet.take())
    if (rows.length < 1_000) continue
    yield { rows, bytes: Math.min(bytes, workbook.sizeOf(part) - 1) }
    rows = []
  }
  yield { rows: [...rows, ...sheet.take()], bytes: workbook.sizeOf(part) }
}

async function headerOf(workbook: Workbook, part: string, shared: readonly string[], line: number): Promise<string[]> {
  for await (const { rows } of partsOf(workbook, part, shared)) {
    const found = rows.find(row => row.line >= line)
    if (found?.line === line && found.cells.length > 0) return found.cells.map(columnName)
    if (found) break
  }
  throw new ImportRefusal(`La ligne ${line} de la feuille, qui devait nommer les colonnes, est vide.`)
}

/** The part that holds the wanted sheet, and from when its days are counted. */
async function sheetOf(workbook: Workbook, wanted: string | undefined) {
  const sheets: { name: string; relation: string }[] = []
  let since1904 = false
  await workbook.readWhole(workbookPart, {
    opens(name, attributes) {
      if (name === 'sheet') sheets.push({ name: attributes.name ?? '', relation: attributes['r:id'] ?? '' })
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
    },
    closes() {},
    text() {},
  })
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted)
  if (!sheet)
    throw new ImportRefusal(wanted ? `Le classeur n’a pas de feuille « ${wanted} ».` : 'Le classeur est vide.')
  let part = ''
  await workbook.readWhole('xl/_rels/workbook.xml.rels', {
    opens(name, { Id, Target = '' }) {
      if (name === 'Relationship' && Id === sheet.relation) part = posix.join('xl', Target)
      if (name === 'Relationship' && Id === sheet.relation && Target.startsWith('/')) part = Target.slice(1)
    },
    closes() {},
    text() {},
  })
  return { part, since1904 }
}

/** The texts that cells name by their rank. */
async function sharedTexts(workbook: Workbook): Promise<string[]> {
  const part = 'xl/sharedStrings.xml'
  const texts: string[] = []
  if (!workbook.has(part)) return texts
  let characters = 0
  let text = ''
  let inText = false
  let sounding = false
  await workbook.readWhole(part, {
    opens(name) {
      if (name === 'si') text = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') sounding = true
    },
    closes(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') sounding = false
      else if (name === 'si') {
        characters += text.length
        texts.push(text)
        if (characters > mostSharedCharacters)
          throw new ImportRefusal(
            'Les textes de ce classeur sont trop nombreux pour être lus ainsi : enregistrez-le en CSV.',
          )
      }
    },
    text(piece) {
      if (inText && !sounding) text += piece
    },
  })
  return texts
}
