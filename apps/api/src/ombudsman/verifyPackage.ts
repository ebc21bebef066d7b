import { createHash, type KeyObject } from 'node:crypto'
import { beginning } from '../journal/hash.ts'
import {
  isSignedManifest,
  type Manifest,
  manifestName,
  packageFormat,
  readArchive,
  sha256,
  signatureName,
} from './archive.ts'

/** What was found of a package: what it says of itself, and what is wrong. */
export interface PackageVerdict {
  manifest: Manifest | undefined
  faults: string[]
}

/** The slice of the journal, as one of its parts. */
export const journalName = 'journal.ndjson'
const line = /^\{"hash":"([0-9a-f]{64})","line":(\{.*\})\}$/

/** Verifies a package by itself, with the key that its recipient was given; the faults are told in French. */
export function verifyPackage(bytes: Buffer, key: KeyObject): PackageVerdict {
  const files = readArchive(bytes)
  if (!files) return { manifest: undefined, faults: ['Ce fichier n’est pas un envoi, ou son archive a été modifiée.'] }
  const text = files.get(manifestName)
  const signature = files.get(signatureName)
  if (!text || !signature)
    return { manifest: undefined, faults: ['L’envoi n’a pas de manifeste, ou le manifeste n’est pas signé.'] }
  if (!isSignedManifest(text, signature, key))
    return { manifest: undefined, faults: ['Le manifeste n’est pas signé par cette clé, ou il a été modifié.'] }
  const manifest: Manifest = JSON.parse(text.toString())
  if (manifest.format !== packageFormat) return { manifest: undefined, faults: ['Le format de l’envoi est inconnu.'] }
  const faults: string[] = []
  for (const { name, bytes: length, sha256: digest } of manifest.parts) {
    const content = files.get(name)
    if (!content) faults.push(`La pièce « ${name} » manque.`)
    else if (content.length !== length || sha256(content) !== digest)
      faults.push(`La pièce « ${name} » n’est pas celle du manifeste.`)
  }
  const known = new Set([...manifest.parts.map(({ name }) => name), manifestName, signatureName])
  for (const name of files.keys()) if (!known.has(name)) faults.push(`La pièce « ${name} » n’est pas au manifeste.`)
  return { manifest, faults: [...faults, ...chainFaults(files.get(journalName)?.toString() ?? '', manifest.line)] }
}

/** The slice is the journal of one dossier, from its first line to the one that prepared the package. */
function chainFaults(slice: string, until: number): string[] {
  const rows = slice.split('\n').slice(0, -1)
  let previous = beginning
  for (const [at, row] of rows.entries()) {
    const [, hash = '', text = ''] = line.exec(row) ?? []
    if (createHash('sha256').update(text).digest('hex') !== hash)
      return [`La ligne ${at + 1} du journal joint a été modifiée.`]
    const { seq, previousHash } = JSON.parse(text)
    if (seq !== at + 1 || previousHash !== previous)
      return [`La ligne ${at + 1} du journal joint ne suit pas la précédente.`]
    previous = hash
  }
  return rows.length === until ? [] : ['Le journal joint ne va pas jusqu’à la préparation de l’envoi.']
}
