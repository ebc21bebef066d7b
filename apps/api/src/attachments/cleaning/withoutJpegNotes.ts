import { NotCleaned } from './Cleaning.ts'

const [start, scan, adobe, comment] = [0xd8, 0xda, 0xee, 0xfe]

/** A JPEG's bytes without its notes (EXIF, XMP, IPTC, comments); how its colours are kept is left as it was. */
export function withoutJpegNotes(content: Uint8Array): Uint8Array {
  if (content[0] !== 0xff || content[1] !== start) throw new NotCleaned('UNREADABLE')
  const kept: Uint8Array[] = [content.subarray(0, 2)]
  let at = 2
  for (;;) {
    if (content[at] !== 0xff) throw new NotCleaned('UNREADABLE')
    while (content[at + 1] === 0xff) at += 1
    const marker = content[at + 1] ?? 0
    const length = ((content[at + 2] ?? 0) << 8) | (content[at + 3] ?? 0)
    if (marker === 0 || length < 2 || at + 2 + length > content.length) throw new NotCleaned('UNREADABLE')
    const isNote = (marker >= 0xe0 && marker <= 0xef && marker !== adobe) || marker === comment
    if (!isNote) kept.push(content.subarray(at, at + 2 + length))
    at += 2 + length
    if (marker === scan) break
  }
  kept.push(drawnPart(content.subarray(at)))
  return Buffer.concat(kept)
}

/** The drawing itself, up to the end that it says; what was added after the picture is left behind. */
function drawnPart(rest: Uint8Array): Uint8Array {
  for (let at = 0; at + 1 < rest.length; at++) {
    if (rest[at] !== 0xff) continue
    const marker = rest[at + 1] ?? 0
    if (marker === 0xd9) return rest.subarray(0, at + 2)
    // A drawing made in several passes has tables between them, and could have notes there too.
    if ((marker >= 0xe0 && marker <= 0xef) || marker === comment) throw new NotCleaned('UNREADABLE')
  }
  return rest
}
