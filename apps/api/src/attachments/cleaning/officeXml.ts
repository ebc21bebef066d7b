import { NotCleaned } from './Cleaning.ts'

/** Where a relation leads from the part that names it. */
function targetOf(relations: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const folder = relations.replace(/_rels\/[^/]+$/, '')
  return new URL(target, `zip:///${folder}`).pathname.slice(1)
}

const attribute = (element: string, name: string) =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(element)?.slice(1).find(Boolean) ?? ''

/** Relations without those that lead to a part left behind; those that lead outside lead nowhere. */
export function withoutRelations(name: string, text: string, gone: ReadonlySet<string>): string {
  return plain(text).replace(/<Relationship\b[^>]*>/g, element => {
    if (/TargetMode\s*=\s*["']External["']/.test(element)) {
      if (!/\/hyperlink["']/.test(element)) return ''
      return element.replace(/\sTarget\s*=\s*("[^"]*"|'[^']*')/, ' Target="about:blank"')
    }
    return gone.has(targetOf(name, attribute(element, 'Target'))) ? '' : element
  })
}

/** What a reader does not see on the page, and a copy would still hold. */
const hidden = [
  /<w:(del|moveFrom|delText|delInstrText)[\s>/]/,
  /<w:vanish(\s+w:val\s*=\s*["'](1|true|on)["'])?\s*\/?>/,
  /<(x:)?sheet\b[^>]*\sstate\s*=\s*["'](hidden|veryHidden)["']/,
  /<p:sld\b[^>]*\sshow\s*=\s*["'](0|false)["']/,
]

/** Elements, with all they hold, that say who, when, where from. */
const said = [
  'w:rsids',
  'w:docVars',
  'w:mailMerge',
  'w:attachedTemplate',
  'w:writeProtection',
  'w:documentProtection',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:annotationRef',
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:tblGridChange',
  'w:numberingChange',
  'x15ac:absPath',
  'fileSharing',
  'fileVersion',
  'fileRecoveryPr',
  'legacyDrawing',
  'webPublishing',
  'p:modifyVerifier',
  'p:custDataLst',
  'p14:modifyVerifier',
]

/** A part's text without notes, without authors, and without what the page does not show. */
export function plainXml(name: string, text: string, gone: ReadonlySet<string>): string {
  let kept = plain(text)
  if (name === '[Content_Types].xml') {
    return kept.replace(/<Override\b[^>]*>/g, element =>
      gone.has(attribute(element, 'PartName').replace(/^\//, '')) ? '' : element,
    )
  }
  if (hidden.some(pattern => pattern.test(kept))) throw new NotCleaned('HIDDEN_CONTENT')
  // The field that asks for the author's name keeps the answer beside it: it is text that the page shows.
  for (const element of said) {
    kept = kept
      .replace(new RegExp(`<${element}\\b[^>]*/>`, 'g'), '')
      .replace(new RegExp(`<${element}\\b[^>]*>[\\s\\S]*?</${element}>`, 'g'), '')
  }
  return kept
    .replace(/\sw:rsid\w*\s*=\s*("[^"]*"|'[^']*')/g, '')
    .replace(/\s(w:|w15:|w16du:)(date|dateUtc|initials)\s*=\s*("[^"]*"|'[^']*')/g, '')
    .replace(/(\sw:author\s*=\s*)("[^"]*"|'[^']*')/g, '$1"-"')
    .replace(/(<(?:\w+:)?(?:docPr|cNvPr)\b[^>]*?)\s(?:descr|title)\s*=\s*(?:"[^"]*"|'[^']*')/g, '$1')
    .replace(/(<(?:\w+:)?(?:docPr|cNvPr)\b[^>]*?\sname\s*=\s*)(?:"[^"]*"|'[^']*')/g, '$1"-"')
}

/** The text without comments and instructions; a document that declares entities is not read. */
function plain(text: string): string {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new NotCleaned('UNREADABLE')
  return text.replace(/<!--[\s\S]*?-->/g, '').replace(/<\?(?!xml\s)[\s\S]*?\?>/g, '')
}
