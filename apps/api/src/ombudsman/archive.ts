import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import { canonical } from '../journal/canonical.ts'

/** A piece of a package, under its name in the archive. */
export interface Part {
  name: string
  /** What it is, in French. */
  about: string
  content: Buffer
}

/** What the manifest says, and the signature covers. */
export interface Manifest {
  format: typeof packageFormat
  fileNumber: string
  escalation: string
  /** The line of the journal by which the package was prepared. */
  line: number
  preparedOn: string
  withIdentity: boolean
  parts: { name: string; about: string; bytes: number; sha256: string }[]
}

export const packageFormat = 'bienfonde-envoi-1'
export const manifestName = 'manifest.json'
export const signatureName = 'manifest.sig'

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

// Nothing is compressed and every date is the same: what an archive holds has one way to be written, down to the byte.
const written = (files: [string, Uint8Array][]): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(files), { level: 0, mtime: new Date(1980, 0, 1) }))

/** The archive of a package: its parts in the order of their names, then what they are and the signature of that. */
export function archive(parts: readonly Part[], about: Omit<Manifest, 'format' | 'parts'>, key: KeyObject): Buffer {
  const ordered = parts.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const manifest: Manifest = {
    format: packageFormat,
    ...about,
    parts: ordered.map(({ name, about: what, content }) => ({
      name,
      about: what,
      bytes: content.length,
      sha256: sha256(content),
    })),
  }
  const text = Buffer.from(canonical(manifest))
  return written([
    ...ordered.map(({ name, content }): [string, Uint8Array] => [name, content]),
    [manifestName, text],
    [signatureName, sign(null, text, key)],
  ])
}

/** An archive that was read, when it is written as an archive of ours would be; nothing otherwise. */
export function readArchive(bytes: Buffer): Map<string, Buffer> | undefined {
  try {
    const files = Object.entries(unzipSync(bytes))
    // Anything hidden between the parts, repeated, or written another way makes other bytes.
    if (!written(files).equals(bytes)) return undefined
    return new Map(files.map(([name, content]) => [name, Buffer.from(content)]))
  } catch {
    return undefined
  }
}

export const isSignedManifest = (manifest: Buffer, signature: Buffer, key: KeyObject): boolean =>
  verify(null, manifest, key, signature)
