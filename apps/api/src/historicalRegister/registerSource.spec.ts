import { mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeWorkbook } from '../testing/workbook.ts'
import { csvSource } from './csvSource.ts'
import { fileNature } from './fileNature.ts'
import type { RegisterSource } from './RegisterRow.ts'
import { sheetReader } from './sheetReader.ts'
import { xlsxSource } from './xlsxSource.ts'

const directory = mkdtempSync(join(tmpdir(), 'bienfonde-registre-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const at = (name: string) => join(directory, name)
function written(content: string | Uint8Array) {
  writeFileSync(at('registre.csv'), content)
  return at('registre.csv')
}
const usual = { headerLine: 1, delimiter: undefined, encoding: undefined, columns: ['No', 'Objet'] }
const opened = async (path: string, options: Partial<Parameters<typeof csvSource>[1]> = {}) =>
  csvSource(await fileNature(path), { ...usual, ...options })

async function linesOf(source: RegisterSource) {
  const lines: string[] = []
  for await (const { rows } of source.parts())
    for (const { line, cells } of rows) lines.push(`${line}|${cells.join('|')}`)
  return lines
}

describe('un registre en CSV', () => {
  it.each([';', ',', '\t', '|'])('se lit séparé par « %s », sans qu’on le dise', async delimiter => {
    const source = await opened(written(`No${delimiter}Objet\n1${delimiter}Délai\n`))
    expect(source.header).toEqual(['No', 'Objet'])
    expect(await linesOf(source)).toEqual(['2|1|Délai'])
  })

  it.each([
    ['UTF-8', Buffer.from('No;Objet\n1;Délai – 5 €\n')],
    ['UTF-8 avec marque', Buffer.from('\uFEFFNo;Objet\n1;Délai – 5 €\n')],
    ['UTF-16', Buffer.from('\uFEFFNo;Objet\n1;Délai – 5 €\n', 'utf16le')],
    ['Windows-1252', Buffer.from('No;Objet\n1;Délai \x96 5 \x80\n', 'latin1')],
  ])('se lit en %s, sans qu’on le dise', async (_, content) => {
    expect(await linesOf(await opened(written(content)))).toEqual(['2|1|Délai – 5 €'])
  })

  it('garde les numéros de ligne d’un éditeur, lignes vides et retours dans une cellule compris', async () => {
    const source = await opened(written('No;Objet\r\n1;"deux\r\nlignes"\r\n\r\n;\r\n2;"un ""mot"""\r\n'))
    expect(await linesOf(source)).toEqual(['2|1|deux\r\nlignes', '6|2|un "mot"'])
  })

  it('commence à la ligne de l’en-tête, qui peut en tenir plusieurs', async () => {
    const source = await opened(written('Registre des plaintes\n\nNo;"Objet\nde la plainte"\n1;Délai\n'), {
      headerLine: 3,
      columns: ['No', 'Objet de la plainte'],
    })
    expect(source.header).toEqual(['No', 'Objet de la plainte'])
    expect(await linesOf(source)).toEqual(['5|1|Délai'])
  })

  it('se relit du début autant de fois qu’on veut', async () => {
    const source = await opened(written('No;Objet\n1;a\n2;b\n'))
    expect(await linesOf(source)).toEqual(await linesOf(source))
  })

  it('dit quelle part du fichier est lue, et la fin une seule fois', async () => {
    const path = written(`No;Objet\n${'1;Délai\n'.repeat(2_500)}`)
    const source = await opened(path)
    const read: number[] = []
    for await (const { bytes } of source.parts()) read.push(bytes)
    expect(read).toHaveLength(3)
    expect(read.filter(bytes => bytes === source.bytes)).toHaveLength(1)
  })

  it('refuse une ligne de cent mégaoctets sans la garder en mémoire', async () => {
    const path = at('longue.csv')
    const file = openSync(path, 'w')
    writeSync(file, 'No;Objet\n1;')
    for (let written = 0; written < 100; written++) writeSync(file, 'x'.repeat(1_000_000))
    const source = await opened(path)
    const before = process.memoryUsage().rss
    await expect(linesOf(source)).rejects.toThrow(/la ligne 2 dépasse 1\s000\s000 caractères/)
    expect(process.memoryUsage().rss - before).toBeLessThan(90_000_000)
  })

  it.each([
    ['No;Objet\n1;"Délai\n2;b\n', 'la ligne 3 ouvre un guillemet que rien ne ferme'],
    ['No;Objet\n1;"Dé"lai\n', 'la ligne 2 a un guillemet mal placé'],
    ['No;Objet\n1;Dé"lai\n', 'la ligne 2 a un guillemet mal placé'],
  ])('refuse %j en disant la ligne', async (content, said) => {
    await expect(opened(written(content)).then(linesOf)).rejects.toThrow(said)
  })

  it.each([
    ['', 'est vide'],
    ['\n\n', 'La ligne 1 du fichier, qui devait nommer les colonnes'],
    [Buffer.from([0x4d, 0x5a, 0x00, 0x01]), 'n’est ni un CSV ni un classeur XLSX'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'ancien format, ou protégé par un mot de passe'],
  ])('refuse un fichier qui contient %j', async (content, said) => {
    await expect(opened(written(content))).rejects.toThrow(said)
  })

  it('refuse ce qui n’est pas un fichier, ou n’existe pas', async () => {
    await expect(fileNature(at('absent.csv'))).rejects.toThrow('absent.csv est introuvable.')
    await expect(fileNature(directory)).rejects.toThrow('n’est pas un fichier.')
  })

  it('refuse en UTF-8 ce qui n’en est pas, si le mappage le dit', async () => {
    const path = written(Buffer.from('No;Objet\n1;D\xe9lai\n', 'latin1'))
    await expect(opened(path, { encoding: 'utf-8' })).rejects.toThrow('n’est pas en UTF-8')
  })
})

describe('un registre en XLSX', () => {
  const path = at('registre.xlsx')
  const source = async (options: { headerLine?: number; sheet?: string } = {}) =>
    xlsxSource(await fileNature(path), { headerLine: 1, sheet: undefined, ...options })

  it('se lit comme un tableur le montre : textes, nombres, réponses, cellules vides', async () => {
    writeWorkbook(path, {
      Plaintes: [['No', 'Reçue', 'Objet'], [1, 43_831.5, 'Délai & suivi'], [], [2, null, '=en ligne'], [3, true, null]],
    })
    const read = await source()
    expect(read).toMatchObject({ header: ['No', 'Reçue', 'Objet'], ragged: true, since1904: false })
    expect(await linesOf(read)).toEqual(['2|1|43831.5|Délai & suivi', '4|2||en ligne', '5|3|vrai'])
    expect(await linesOf(read)).toHaveLength(3)
  })

  it('se lit dans la feuille et à partir de la ligne que dit le mappage', async () => {
    const rows = [['Registre'], [null], ['No'], [7]]
    writeWorkbook(path, { Avant: [['x']], 'Plaintes 2019': rows }, { since1904: true })
    const read = await source({ sheet: 'Plaintes 2019', headerLine: 3 })
    expect(read).toMatchObject({ header: ['No'], since1904: true })
    expect(await linesOf(read)).toEqual(['4|7'])
    await expect(source({ sheet: 'Absente' })).rejects.toThrow('pas de feuille « Absente »')
    await expect(source({ headerLine: 9 })).rejects.toThrow('La ligne 9 de la feuille')
  })

  it('lit des milliers de lignes par morceaux', async () => {
    writeWorkbook(path, { P: [['No'], ...Array.from({ length: 5_000 }, (_, at) => [at])] })
    const sizes: number[] = []
    for await (const { rows } of (await source()).parts()) sizes.push(rows.length)
    expect(sizes.reduce((sum, size) => sum + size)).toBe(5_000)
    expect(sizes.length).toBeGreaterThan(2)
  })

  it('refuse des lignes qui ne se suivent pas, ou trop larges', async () => {
    const read = (xml: string) => {
      const sheet = sheetReader([])
      for (const [, line] of xml.matchAll(/r=(\w+)/g)) sheet.opens('row', { r: line ?? '' })
    }
    expect(() => read('r=1 r=3 r=2')).toThrow('ne se suivent pas')
    expect(() => read('r=x')).toThrow('ne se suivent pas')
    const wide = sheetReader([])
    wide.opens('row', {})
    wide.opens('c', { r: 'XFD1' })
    wide.opens('v', {})
    wide.text('1')
    expect(() => wide.closes('c')).toThrow('plus de 1000 colonnes')
  })

  it('refuse un classeur coupé, ou un zip qui n’en est pas un', async () => {
    writeWorkbook(path, { P: [['No'], [1]] }, { spoiled: true })
    await expect(source().then(linesOf)).rejects.toThrow('est endommagé')
    writeFileSync(path, Buffer.from('PK\x03\x04rien'))
    await expect(source()).rejects.toThrow('est endommagé : il ne s’ouvre pas')
  })
})
