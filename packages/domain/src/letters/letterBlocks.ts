import type { LetterBlock, LetterLanguage } from './Letter.ts'

const bullet = /^[–•*-]\s+/

/** The spaces on which a line may not end: within a telephone number, and where French typography says so. */
export function spaced(text: string, language: LetterLanguage = 'FR'): string {
  const telephones = text.replace(/(?<!\d)(\d{3}) (\d{3}-\d{4})(?!\d)/g, '$1\u00a0$2')
  return language === 'FR'
    ? telephones.replace(/[ \t]+([:;!?»])/g, '\u00a0$1').replace(/«[ \t]+/g, '«\u00a0')
    : telephones
}

function blocksIn(paragraph: string): LetterBlock[] {
  const blocks: LetterBlock[] = []
  let lines: string[] = []
  let items: string[] = []
  const end = () => {
    if (lines.length > 0) blocks.push({ lines })
    if (items.length > 0) blocks.push({ items })
    lines = []
    items = []
  }
  for (const line of paragraph.split('\n').map(each => each.trim())) {
    if (!line) continue
    const isItem = bullet.test(line)
    if (isItem ? lines.length > 0 : items.length > 0) end()
    if (isItem) items.push(line.replace(bullet, ''))
    else lines.push(line)
  }
  end()
  return blocks
}

/** A text as people write it, in paragraphs and lists: a blank line parts paragraphs, a dash begins an item. */
export const letterBlocks = (text: string, language: LetterLanguage = 'FR'): LetterBlock[] =>
  spaced(text.replaceAll('\r\n', '\n'), language)
    .split(/\n\s*\n/)
    .flatMap(blocksIn)
