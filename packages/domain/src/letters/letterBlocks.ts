import type { LetterBlock, LetterLanguage } from './Letter.ts'

const bullet = /^[–•*-]\s+/

/** The spaces that French typography does not let a line end on. */
export const spaced = (text: string, language: LetterLanguage = 'FR'): string =>
  language === 'FR' ? text.replace(/[ \t]+([:;!?»])/g, '\u00a0$1').replace(/«[ \t]+/g, '«\u00a0') : text

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
