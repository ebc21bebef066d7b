import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type Cleaned, NotCleaned } from './Cleaning.ts'
import { cleanImage } from './cleanImage.ts'
import { plainXml, withoutRelations } from './officeXml.ts'

/** How far a document of an office suite may unfold. */
const most = { entries: 3_000, bytes: 120_000_000 }

/** Parts that a copy leaves behind: who wrote, when, with what, and what they said in the margin. */
const left = [
  /^docProps\//,
  /^customXml\//,
  /^customUI\//i,
  /(^|\/)(comments\w*|commentAuthors|people|persons|threadedComments|authors)(\d*\.xml|\/)/i,
  /^xl\/(revisions|printerSettings|userDetails|persons|threadedComments|webextensions|customProperty)/i,
  /(^|\/)printerSettings/i,
  /(^|\/)notesSlides\//,
  /^xl\/drawings\/vmlDrawing/,
  /(^|\/)(webextensions|taskpanes)/i,
  /(^|\/)thumbnail\./i,
]
const programs = /vbaProject|vbaData|(^|\/)(activeX|embeddings|ctrlProps|macrosheets|dialogsheets)\//i
const outside = /^xl\/(externalLinks|connections\.xml|queryTables)/

type Parts = Record<string, Uint8Array>

/** Copies a document of an office suite without its notes, its margins and its authors. */
export async function cleanOffice(
  content: Uint8Array,
  mediaType: string,
): Promise<Extract<Cleaned, { content: unknown }>> {
  const parts = unfolded(content)
  const names = Object.keys(parts)
  if (!names.includes('[Content_Types].xml')) throw new NotCleaned('UNREADABLE')
  if (names.some(name => programs.test(name))) throw new NotCleaned('MACROS')
  if (names.some(name => outside.test(name))) throw new NotCleaned('OUTER_LINKS')
  const gone = new Set(names.filter(name => left.some(pattern => pattern.test(name))))
  const copy: Parts = {}
  for (const [name, bytes] of Object.entries(parts)) {
    if (name.endsWith('/') || gone.has(name) || isRelationOf(gone, name)) continue
    copy[name] = await cleanPart(name, bytes, gone)
  }
  // Written on one same day: when each part was is not said.
  return { mediaType, content: zipSync(copy, { mtime: new Date(1980, 0, 1), level: 6 }) }
}

const isRelationOf = (gone: ReadonlySet<string>, name: string) => {
  const [, folder = '', file = ''] = /^(.*)_rels\/(.+)\.rels$/.exec(name) ?? []
  return gone.has(`${folder}${file}`)
}

function unfolded(content: Uint8Array): Parts {
  let [entries, bytes] = [0, 0]
  try {
    return unzipSync(content, {
      filter({ name, originalSize }) {
        entries += 1
        bytes += originalSize
        if (entries > most.entries || bytes > most.bytes) throw new NotCleaned('TOO_LARGE')
        if (name.includes('..') || name.startsWith('/') || name.includes('\\')) throw new NotCleaned('UNREADABLE')
        return true
      },
    })
  } catch (error) {
    throw error instanceof NotCleaned ? error : new NotCleaned('UNREADABLE')
  }
}

async function cleanPart(name: string, bytes: Uint8Array, gone: ReadonlySet<string>): Promise<Uint8Array> {
  if (/\.rels$/.test(name)) return strToU8(withoutRelations(name, strFromU8(bytes), gone))
  if (/\.xml$/i.test(name)) return strToU8(plainXml(name, strFromU8(bytes), gone))
  if (/\.jpe?g$/i.test(name)) return (await cleanImage(bytes, 'image/jpeg')).content
  if (/\.png$/i.test(name)) return (await cleanImage(bytes, 'image/png')).content
  if (/\.(fntdata|odttf|ttf)$/i.test(name)) return bytes
  // Any other piece may say what we cannot read.
  throw new NotCleaned(/\.bin$/i.test(name) ? 'MACROS' : 'KIND_NOT_CLEANED')
}
