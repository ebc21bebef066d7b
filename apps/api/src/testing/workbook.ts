import { writeFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const columnName = (at: number): string =>
  (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

/** A small workbook as spreadsheets write them: shared texts, numbers, truths; a cell that is null is left out. */
export function writeWorkbook(
  path: string,
  sheets: Record<string, (string | number | boolean | null)[][]>,
  { since1904 = false, spoiled = false } = {},
): void {
  const shared: string[] = []
  const cell = (value: string | number | boolean | null, reference: string) => {
    if (value === null) return ''
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`
    if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${Number(value)}</v></c>`
    if (value.startsWith('=')) return `<c r="${reference}" t="inlineStr"><is><t>${escaped(value.slice(1))}</t></is></c>`
    if (!shared.includes(value)) shared.push(value)
    return `<c r="${reference}" t="s"><v>${shared.indexOf(value)}</v></c>`
  }
  const names = Object.keys(sheets)
  const sheetParts = names.map((name, at) => {
    const rows = (sheets[name] ?? []).map(
      (cells, line) =>
        `<row r="${line + 1}">${cells.map((value, at) => cell(value, `${columnName(at)}${line + 1}`)).join('')}</row>`,
    )
    const cut = spoiled ? '' : '</sheetData></worksheet>'
    return [`xl/worksheets/feuille${at + 1}.xml`, strToU8(`<worksheet><sheetData>${rows.join('')}${cut}`)] as const
  })
  const [texts, relations] = [
    shared.map(text => `<si><r><t>${escaped(text.slice(0, 1))}</t></r><r><t>${escaped(text.slice(1))}</t></r></si>`),
    names.map((_, at) => `<Relationship Id="r${at + 1}" Target="worksheets/feuille${at + 1}.xml"/>`),
  ]
  const sheetList = names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`)
  writeFileSync(
    path,
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns:r="x"><workbookPr date1904="${Number(since1904)}"/><sheets>${sheetList.join('')}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${relations.join('')}</Relationships>`),
      ...Object.fromEntries(sheetParts),
      'xl/sharedStrings.xml': strToU8(`<sst>${texts.join('')}</sst>`),
    }),
  )
}
