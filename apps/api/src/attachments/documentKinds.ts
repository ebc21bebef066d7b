import { fileTypeFromBuffer } from 'file-type'

/** The documents that are received: a type of content, and the endings that a name may have for it, the usual one first. */
const documentKinds: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'application/rtf': ['rtf'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/mpeg': ['mp3'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/wav': ['wav'],
  'audio/x-m4a': ['m4a'],
  'image/gif': ['gif'],
  'image/heic': ['heic'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/tiff': ['tif', 'tiff'],
  'image/webp': ['webp'],
  'text/plain': ['txt', 'csv', 'eml'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov'],
}

/** The type of a document told by its content alone, whatever its name says; nothing when it is not one we receive. */
export async function mediaTypeOf(content: Buffer): Promise<string | undefined> {
  // A content made to mislead the reader of formats is a content that is not recognised.
  const found = await fileTypeFromBuffer(content).catch(() => ({ mime: 'application/octet-stream' }))
  const type = found ? found.mime.split(';')[0] : isText(content) ? 'text/plain' : undefined
  return type && type in documentKinds ? type : undefined
}

// Text has no signature: it is what holds none of the bytes that no text is written with.
const isText = (content: Buffer) =>
  content.every(byte => (byte >= 32 && byte !== 127) || (byte >= 9 && byte <= 13) || byte === 27)

// Control and direction characters, and those that a system of files reserves: a name could pass for another by them.
const reserved = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu
const longest = 150

/** The name under which a document is given back: its own, with an ending that says what the content is. */
export function fileNameFor(name: string, mediaType: string): string {
  const endings = documentKinds[mediaType] ?? ['bin']
  const plain = name
    .toWellFormed()
    .replace(reserved, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const [, stem = plain, ending = ''] = /^(.+)\.([^.]+)$/.exec(plain) ?? []
  const agrees = endings.includes(ending.toLowerCase())
  const kept = [...(agrees ? stem : plain)].slice(0, longest).join('') || 'document'
  return `${kept}.${agrees ? ending : endings[0]}`
}
