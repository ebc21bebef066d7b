import { PDFDocument, PDFName, PDFRawStream, PDFStream, PDFString } from '@cantoo/pdf-lib'
import { Transformer } from '@napi-rs/image'
import { strToU8, unzipSync, unzlibSync, zipSync } from 'fflate'

/** What the trials plant in documents, where a copy must not carry it. */
export const mark = 'JETON-ZÉPHIRINE-7745210'
const ascii = 'JETON-ZEPHIRINE-7745210'

/** True when planted words are found in bytes, under any of the forms in which a document may write them. */
export function holdsMark(content: Uint8Array): boolean {
  const bytes = Buffer.from(content)
  return [mark, ascii].some(words =>
    [
      Buffer.from(words),
      Buffer.from(words, 'latin1'),
      Buffer.from(words, 'utf16le'),
      Buffer.from(words, 'utf16le').swap16(),
      Buffer.from(Buffer.from(words).toString('base64')),
      Buffer.from(Buffer.from(words).toString('hex')),
      Buffer.from(Buffer.from(words).toString('hex').toUpperCase()),
      Buffer.from(Buffer.from(words, 'utf16le').swap16().toString('hex').toUpperCase()),
    ].some(form => bytes.includes(form)),
  )
}

const drawn = (width = 24, height = 16) => {
  const points = new Uint8Array(width * height * 4).map((_, n) => (n % 4 === 3 ? 255 : (n * 7) % 256))
  return Transformer.fromRgbaPixels(points, width, height)
}

const segment = (marker: number, content: Buffer) => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(content.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), length, content])
}

/** An EXIF block whose artist is the planted words. */
function exif(): Buffer {
  const words = Buffer.from(`${ascii}\0`)
  const head = Buffer.alloc(8 + 2 + 12 + 4)
  head.write('II*\0', 0, 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(1, 8)
  head.writeUInt16LE(0x013b, 10)
  head.writeUInt16LE(2, 12)
  head.writeUInt32LE(words.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, words])
}
const xmp = Buffer.from(
  `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${mark}</dc:creator></x:xmpmeta>`,
)

/** A photograph that says who took it, in EXIF, XMP, IPTC and a comment, and again after its end. */
export function jpeg(): Buffer {
  const plain = Buffer.from(drawn().jpegSync(85))
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif()])),
    segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1'), xmp])),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${mark}`)),
    segment(0xfe, Buffer.from(mark)),
    plain.subarray(2),
    Buffer.from(mark),
  ])
}

function chunk(type: string, content: Buffer): Buffer {
  const told = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc(told))
  return Buffer.concat([length, told, sum])
}
function crc(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

/** An image that says who drew it, in each kind of note that the format has, and again after its end. */
export function png(): Buffer {
  const plain = Buffer.from(drawn().pngSync())
  const notes = [
    chunk('tEXt', Buffer.from(`Author\0${ascii}`, 'latin1')),
    chunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0', 'latin1'), xmp])),
    chunk('eXIf', exif()),
  ]
  return Buffer.concat([plain.subarray(0, 33), ...notes, plain.subarray(33), Buffer.from(mark)])
}

/** An animated image's first picture, with a comment. */
export function gif(): Buffer {
  const head = Buffer.from('47494638396102000200800000000000ffffff', 'hex')
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe, ascii.length]), Buffer.from(ascii), Buffer.from([0])])
  return Buffer.concat([head, comment, Buffer.from('2c00000000020002000002028451003b', 'hex')])
}

export const webp = (): Buffer => {
  const plain = Buffer.from(drawn().webpLosslessSync())
  const words = exif()
  const even = words.length % 2 ? Buffer.concat([words, Buffer.alloc(1)]) : words
  const size = Buffer.alloc(4)
  size.writeUInt32LE(words.length)
  const canvas = Buffer.from([8, 0, 0, 0, 23, 0, 0, 15, 0, 0])
  const body = Buffer.concat([
    Buffer.from('VP8X\x0a\0\0\0', 'latin1'),
    canvas,
    plain.subarray(12),
    Buffer.from('EXIF', 'latin1'),
    size,
    even,
  ])
  const total = Buffer.alloc(4)
  total.writeUInt32LE(body.length + 4)
  return Buffer.concat([Buffer.from('RIFF'), total, Buffer.from('WEBP'), body])
}

export const tiff = (): Buffer => Buffer.concat([Buffer.from(drawn().tiffSync()), Buffer.from(mark)])

/** A PDF that says who wrote it, carries another file, a margin note and a photograph, and opens with a program. */
export async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.setAuthor(mark)
  document.setTitle(mark)
  document.setCreator(ascii)
  const page = document.addPage([300, 200])
  page.drawText('Bail du 3 mars', { x: 20, y: 150, size: 14 })
  const photograph = await document.embedJpg(jpeg().subarray(0, -mark.length))
  page.drawImage(photograph, { x: 20, y: 20, width: 60, height: 40 })
  await document.flush()
  await document.attach(Buffer.from(mark), 'piece.txt', { description: mark })
  document.addJavaScript('programme', `app.alert('${ascii}')`)
  const { context } = document
  const told = (content: Buffer) => context.register(context.stream(content, { Type: 'Metadata', Subtype: 'XML' }))
  document.catalog.set(PDFName.of('Metadata'), told(xmp))
  const { dict } = context.lookup(photograph.ref, PDFStream)
  dict.set(PDFName.of('Metadata'), told(xmp))
  dict.set(PDFName.of('PieceInfo'), context.obj({ Outil: { Private: PDFString.of(ascii) } }))
  document.catalog.set(
    PDFName.of('OpenAction'),
    context.obj({ S: 'JavaScript', JS: PDFString.of(`app.alert('${ascii}')`) }),
  )
  page.node.set(PDFName.of('Metadata'), told(xmp))
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Outil: { Private: PDFString.of(ascii) } }))
  page.node.set(PDFName.of('LastModified'), PDFString.of(ascii))
  page.node.set(PDFName.of('AA'), context.obj({ O: { S: 'URI', URI: PDFString.of(`https://x.test/${ascii}`) } }))
  page.node.addAnnot(
    context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Text',
        Rect: [10, 10, 30, 30],
        T: PDFString.of(ascii),
        Contents: PDFString.of(ascii),
      }),
    ),
  )
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

const types = (...parts: [string, string][]) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
  <Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>
  ${parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join('')}
  <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
const relations = (...rows: [string, string, string?][]) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
    .map(
      ([type, target, mode], n) =>
        `<Relationship Id="rId${n + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
    )
    .join('')}</Relationships>`
const core = `<?xml version="1.0"?><cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>${mark}</dc:creator><cp:lastModifiedBy>${mark}</cp:lastModifiedBy></cp:coreProperties>`

type Parts = Record<string, string | Uint8Array>

/** A document of an office suite from its parts. */
export const office = (parts: Parts): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    ),
  )

/** The parts of a letter whose author, editor, margin notes and revisions say the planted words. */
export const docxParts = (body = ''): Parts => ({
  '[Content_Types].xml': types(
    ['word/document.xml', 'wordprocessingml.document.main'],
    ['word/comments.xml', 'wordprocessingml.comments'],
  ),
  '_rels/.rels': relations(['officeDocument', 'word/document.xml'], ['metadata/core-properties', 'docProps/core.xml']),
  'docProps/core.xml': core,
  'docProps/app.xml': `<Properties><Company>${mark}</Company></Properties>`,
  'docProps/custom.xml': `<Properties><property name="${mark}"/></Properties>`,
  'customXml/item1.xml': `<x>${mark}</x>`,
  'word/_rels/document.xml.rels': relations(
    ['comments', 'comments.xml'],
    ['image', 'media/image1.jpeg'],
    ['hyperlink', `mailto:${ascii}@exemple.test`, 'External'],
    ['attachedTemplate', `file:///C:/${ascii}/modele.dotm`, 'External'],
  ),
  'word/document.xml': `<?xml version="1.0"?><!-- ${mark} --><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
    <w:p w:rsidR="00AB12CD"><w:commentRangeStart w:id="0"/><w:ins w:id="1" w:author="${mark}" w:date="2026-01-01T00:00:00Z"><w:r><w:t>Bail du 3 mars</w:t></w:r></w:ins><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>
    <w:p><w:r><wp:docPr id="1" name="${mark}" descr="C:/${mark}.jpg"/></w:r></w:p>${body}</w:body></w:document>`,
  'word/comments.xml': `<w:comments xmlns:w="x"><w:comment w:author="${mark}"><w:t>${mark}</w:t></w:comment></w:comments>`,
  'word/people.xml': `<w15:people xmlns:w15="x"><w15:person w15:author="${mark}"/></w15:people>`,
  'word/settings.xml': `<w:settings xmlns:w="x"><w:docVars><w:docVar w:name="a" w:val="${mark}"/></w:docVars><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids></w:settings>`,
  'word/media/image1.jpeg': jpeg(),
})
export const docx = (body = ''): Buffer => office(docxParts(body))

/** The parts of a workbook that says the planted words besides its cells. */
const xlsxParts = (sheet = ''): Parts => ({
  '[Content_Types].xml': types(
    ['xl/workbook.xml', 'spreadsheetml.sheet.main'],
    ['xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
    ['xl/comments1.xml', 'spreadsheetml.comments'],
  ),
  '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml'], ['metadata/core-properties', 'docProps/core.xml']),
  'docProps/core.xml': core,
  'xl/workbook.xml': `<workbook xmlns="x" xmlns:r="r"><fileSharing userName="${mark}"/><x15ac:absPath url="C:/${mark}/"/><sheets><sheet name="A" sheetId="1" r:id="rId1"${sheet}/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml']),
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="x"><sheetData><row r="1"><c r="A1"><v>12</v></c></row></sheetData><legacyDrawing r:id="rId2"/></worksheet>`,
  'xl/worksheets/_rels/sheet1.xml.rels': relations(
    ['comments', '../comments1.xml'],
    ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
  ),
  'xl/comments1.xml': `<comments xmlns="x"><authors><author>${mark}</author></authors></comments>`,
  'xl/drawings/vmlDrawing1.vml': `<xml>${mark}</xml>`,
  'xl/persons/person.xml': `<personList><person displayName="${mark}"/></personList>`,
  'xl/printerSettings/printerSettings1.bin': Buffer.from(mark, 'utf16le'),
})
export const xlsx = (sheet = ''): Buffer => office(xlsxParts(sheet))

/** The parts of a slide show that says the planted words besides its slides. */
const pptxParts = (slide = ''): Parts => ({
  '[Content_Types].xml': types(
    ['ppt/presentation.xml', 'presentationml.presentation.main'],
    ['ppt/slides/slide1.xml', 'presentationml.slide'],
  ),
  '_rels/.rels': relations(
    ['officeDocument', 'ppt/presentation.xml'],
    ['metadata/core-properties', 'docProps/core.xml'],
  ),
  'docProps/core.xml': core,
  'docProps/thumbnail.jpeg': jpeg(),
  'ppt/presentation.xml':
    '<p:presentation xmlns:p="x" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>',
  'ppt/_rels/presentation.xml.rels': relations(
    ['slide', 'slides/slide1.xml'],
    ['commentAuthors', 'commentAuthors.xml'],
  ),
  'ppt/slides/slide1.xml': `<p:sld xmlns:p="x"${slide}><p:cSld><p:spTree><p:cNvPr id="2" name="${mark}" descr="${mark}"/><a:t>Bail du 3 mars</a:t></p:spTree></p:cSld></p:sld>`,
  'ppt/slides/_rels/slide1.xml.rels': relations(
    ['notesSlide', '../notesSlides/notesSlide1.xml'],
    ['comments', '../comments/comment1.xml'],
  ),
  'ppt/notesSlides/notesSlide1.xml': `<p:notes xmlns:p="x"><a:t>${mark}</a:t></p:notes>`,
  'ppt/comments/comment1.xml': `<p:cmLst xmlns:p="x"><p:cm><p:text>${mark}</p:text></p:cm></p:cmLst>`,
  'ppt/commentAuthors.xml': `<p:cmAuthorLst xmlns:p="x"><p:cmAuthor name="${mark}"/></p:cmAuthorLst>`,
})
export const pptx = (slide = ''): Buffer => office(pptxParts(slide))

/** Everything that a file says, its pieces unfolded. */
export async function saidIn(content: Uint8Array): Promise<Uint8Array[]> {
  if (Buffer.from(content.subarray(0, 5)).toString() === '%PDF-') return [content, ...(await saidInPdf(content))]
  if (content[0] !== 0x50 || content[1] !== 0x4b) return [content]
  return [content, ...Object.entries(unzipSync(content)).flatMap(([name, part]) => [Buffer.from(name), part])]
}

/** Every object of a PDF as it is written, and every stream as it unfolds. */
async function saidInPdf(content: Uint8Array): Promise<Uint8Array[]> {
  const { context } = await PDFDocument.load(content, { updateMetadata: false })
  return context.enumerateIndirectObjects().flatMap(([, value]) => {
    const written = Buffer.from(value.toString(), 'latin1')
    if (!(value instanceof PDFRawStream)) return [written]
    const packed = String(value.dict.get(PDFName.of('Filter'))) === '/FlateDecode'
    return [written, value.contents, ...(packed ? [unzlibSync(value.contents)] : [])]
  })
}
