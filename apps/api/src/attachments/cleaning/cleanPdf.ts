import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib'
import { type Cleaned, NotCleaned } from './Cleaning.ts'
import { withoutJpegNotes } from './withoutJpegNotes.ts'

/** What a page keeps: how it is drawn, and nothing else. */
const pageKeys = ['Type', 'Parent', 'Resources', 'MediaBox', 'CropBox', 'Rotate', 'Contents', 'UserUnit', 'Group']

/** What says something besides the drawing, wherever it stands: notes, dates, programs, pieces of other files. */
const dropped = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'AA',
  'A',
  'JS',
  'JavaScript',
  'OpenAction',
  'EF',
  'AF',
  'F',
  'FFilter',
  'Annots',
  'StructParent',
  'StructParents',
  'OC',
  'OPI',
  'Measure',
  'PtData',
  'Alternates',
  'Thumb',
  'Producer',
  'Creator',
  'Author',
  'ID',
  'Properties',
].map(name => PDFName.of(name))

const mostPages = 500

/** Copies what is drawn on the pages of a PDF into a new one: no note, no program, no attached file follows. */
export async function cleanPdf(content: Uint8Array): Promise<Extract<Cleaned, { content: unknown }>> {
  const source = await opened(content)
  // What was typed into a form is drawn on its page, where it stays.
  try {
    if (source.catalog.getAcroForm()) source.getForm().flatten()
  } catch {
    throw new NotCleaned('UNREADABLE')
  }
  if (source.getPageCount() === 0) throw new NotCleaned('UNREADABLE')
  if (source.getPageCount() > mostPages) throw new NotCleaned('TOO_LARGE')
  for (const { node } of source.getPages()) {
    node.normalize()
    for (const key of node.keys()) if (!pageKeys.includes(key.decodeText())) node.delete(key)
  }
  const objects = source.context.enumerateIndirectObjects()
  const strip = stripper(objects.map(([, value]) => value))
  for (const [reference, value] of objects) {
    const kept = strip(value)
    if (kept !== value) source.context.assign(reference, kept)
  }
  // Taken out before the pages are copied: what nothing leads to any more is left behind.
  const copy = await PDFDocument.create({ updateMetadata: false })
  for (const page of await copy.copyPages(source, source.getPageIndices())) copy.addPage(page)
  delete copy.context.trailerInfo.Info
  delete copy.context.trailerInfo.ID
  return { mediaType: 'application/pdf', content: await copy.save({ useObjectStreams: true, addDefaultPage: false }) }
}

async function opened(content: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(content, { updateMetadata: false, throwOnInvalidObject: true })
  } catch (error) {
    throw new NotCleaned(error instanceof EncryptedPDFError ? 'ENCRYPTED' : 'UNREADABLE')
  }
}

const [resources, glyphs, inks] = ['Resources', 'CharProcs', 'Colorants'].map(name => PDFName.of(name))

/** The dictionaries whose keys are names that a drawing chose: none of them says what the same word says elsewhere. */
function chosenNames(objects: readonly PDFObject[]): Set<PDFObject> {
  const found = new Set<PDFObject>()
  const look = (value: PDFObject | undefined) => {
    if (value instanceof PDFStream) look(value.dict)
    if (!(value instanceof PDFDict)) return
    const own = resources && value.lookup(resources)
    if (own instanceof PDFDict) for (const key of own.keys()) add(own.lookup(key))
    for (const key of [glyphs, inks]) add(key && value.lookup(key))
    for (const inner of value.values()) look(inner)
  }
  const add = (value: PDFObject | undefined) => value instanceof PDFDict && found.add(value)
  for (const each of objects) look(each)
  return found
}

/** Takes out of an object what it says besides the drawing; the same object, unless its own bytes change. */
function stripper(objects: readonly PDFObject[]): (value: PDFObject) => PDFObject {
  const chosen = chosenNames(objects)
  const strip = (dict: PDFDict) => {
    if (!chosen.has(dict)) for (const key of dropped) dict.delete(key)
    for (const inner of dict.values()) stripped(inner)
  }
  const stripped = (value: PDFObject): PDFObject => {
    if (value instanceof PDFDict) strip(value)
    else if (value instanceof PDFArray) for (const inner of value.asArray()) stripped(inner)
    else if (value instanceof PDFStream) {
      strip(value.dict)
      if (value instanceof PDFRawStream) return withoutNotes(value)
    }
    return value
  }
  return stripped
}

/** A picture's stream without the notes that its own format carries. */
function withoutNotes(stream: PDFRawStream): PDFObject {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const filters = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : []
  const last = filters.at(-1)
  if (last === PDFName.of('JPXDecode')) throw new NotCleaned('KIND_NOT_CLEANED')
  if (last !== PDFName.of('DCTDecode')) return stream
  // A picture pressed twice hides its notes from us.
  if (filters.length > 1) throw new NotCleaned('KIND_NOT_CLEANED')
  const plain = withoutJpegNotes(stream.contents)
  stream.dict.delete(PDFName.of('Length'))
  return PDFRawStream.of(stream.dict, plain)
}
