import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { TextDecoder } from 'node:util'
import { ImportRefusal } from './ImportRefusal.ts'

/** The ways in which the letters of a text file can be written down. */
export const encodings = ['utf-8', 'windows-1252', 'utf-16le'] as const

export type Encoding = (typeof encodings)[number]

/** What a file is, learnt by reading all of it once. */
export interface FileNature {
  path: string
  bytes: number
  /** SHA-256 of the whole file: the same file is known again under any name. */
  fingerprint: string
  kind: 'TEXT' | 'SPREADSHEET'
  encoding: Encoding
  /** Changes when the file does. */
  stamp: string
}

/** Refuses to go on with a file that is no longer the one that was examined. */
export function refuseChanged({ path, stamp }: FileNature): void {
  if (stampOf(sizeOf(path)) !== stamp)
    throw new ImportRefusal(
      `Le fichier ${path} a changé pendant sa lecture. Relancez la commande sur le fichier achevé.`,
    )
}

const stampOf = ({ size, mtimeMs }: { size: number; mtimeMs: number }) => `${size}|${mtimeMs}`

/** Reads a file once: whether it is text or a spreadsheet, how its letters are written, and its fingerprint. */
export async function fileNature(path: string): Promise<FileNature> {
  const found = sizeOf(path)
  const { size } = found
  const hash = createHash('sha256')
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let start = Buffer.alloc(0)
  let isUtf8 = true
  let hasNul = false
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      if (start.length < 4) start = Buffer.concat([start, chunk.subarray(0, 8)])
      hash.update(chunk)
      hasNul ||= chunk.includes(0)
      isUtf8 &&= decodes(utf8, chunk)
    }
  } catch (error) {
    throw unreadable(path, error)
  }
  isUtf8 &&= decodes(utf8)
  const known = { path, bytes: size, fingerprint: hash.digest('hex'), stamp: stampOf(found) }
  if (size === 0) throw new ImportRefusal(`Le fichier ${path} est vide.`)
  if (starts(start, 0x50, 0x4b, 0x03, 0x04)) return { ...known, kind: 'SPREADSHEET', encoding: 'utf-8' }
  if (starts(start, 0xd0, 0xcf, 0x11, 0xe0))
    throw new ImportRefusal(
      `Le fichier ${path} est un classeur Excel d’un ancien format, ou protégé par un mot de passe. Enregistrez-le en XLSX sans mot de passe, ou en CSV.`,
    )
  if (starts(start, 0xff, 0xfe)) return { ...known, kind: 'TEXT', encoding: 'utf-16le' }
  if (hasNul) throw new ImportRefusal(`Le fichier ${path} n’est ni un CSV ni un classeur XLSX.`)
  return { ...known, kind: 'TEXT', encoding: isUtf8 ? 'utf-8' : 'windows-1252' }
}

function sizeOf(path: string) {
  try {
    const found = statSync(path)
    if (found.isFile()) return found
  } catch (error) {
    throw unreadable(path, error)
  }
  throw new ImportRefusal(`${path} n’est pas un fichier.`)
}

function unreadable(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return new ImportRefusal(`Le fichier ${path} est introuvable.`)
  if (code === 'EACCES' || code === 'EPERM')
    return new ImportRefusal(`Le fichier ${path} ne peut être lu : ce compte n’y a pas accès.`)
  return code === 'EISDIR' || code === 'EIO' ? new ImportRefusal(`Le fichier ${path} ne peut être lu.`) : error
}

const starts = (bytes: Buffer, ...wanted: number[]) => wanted.every((byte, at) => bytes[at] === byte)

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}
