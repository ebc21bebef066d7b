import type { KeyObject } from 'node:crypto'
import { generateKeyPairSync } from 'node:crypto'
import { zipSync } from 'fflate'
import { archive, type Manifest, manifestName, type Part, readArchive, signatureName } from '../ombudsman/archive.ts'
import { journalName } from '../ombudsman/verifyPackage.ts'

const stranger = generateKeyPairSync('ed25519').privateKey

/**
 * Copies of a package that are no longer it: by the byte, by the piece in an archive as well written as ours, signed by
 * a stranger, and signed by the ministry's own key around a journal that misses a line. The same number, the same copy.
 */
export function alteredPackages(whole: Buffer, key: KeyObject): (n: number) => Buffer {
  const files = [...(readArchive(whole) ?? new Map<string, Buffer>())].map(([name, content]) => ({ name, content }))
  const signed = files.filter(({ name }) => name === manifestName || name === signatureName)
  const parts: Part[] = files.filter(each => !signed.includes(each)).map(each => ({ ...each, about: '' }))
  const { format: _, parts: __, ...about }: Manifest = JSON.parse(String(signed[0]?.content))
  const of = (n: number) => parts[n % parts.length] as Part
  const added = (n: number): Part => ({ name: 'ajout.txt', about: '', content: Buffer.from(String(n)) })
  const rewritten = (others: readonly Part[]) => {
    const content = Object.fromEntries([...others, ...signed].map(each => [each.name, each.content]))
    return Buffer.from(zipSync(content, { level: 0, mtime: new Date(1980, 0, 1) }))
  }
  const bitOf = (bytes: Buffer, place: number) => {
    const copy = Buffer.from(bytes)
    copy[place] = (copy[place] ?? 0) ^ (1 << (place % 8))
    return copy
  }
  const ways: ((n: number) => Buffer)[] = [
    n => bitOf(whole, n % whole.length),
    n => whole.subarray(0, n % whole.length),
    n => Buffer.concat([whole, Buffer.from(String(n))]),
    n => Buffer.concat([whole.subarray(0, n % whole.length), Buffer.from('x'), whole.subarray(n % whole.length)]),
    n => rewritten(parts.toSpliced(n % parts.length, 1)),
    n => rewritten([...parts, added(n)]),
    n => rewritten(parts.with(n % parts.length, { ...of(n), content: of(n + 1).content })),
    n => rewritten(parts.with(n % parts.length, { ...of(n), content: bitOf(of(n).content, n % of(n).content.length) })),
    n => archive(parts.toSpliced(n % parts.length, 1), about, stranger),
    n => archive([...parts, added(n)], about, stranger),
    n =>
      archive(
        parts.map(part => (part.name === journalName ? withoutLine(part, n) : part)),
        about,
        key,
      ),
  ]
  return n => (ways[n % ways.length] as (n: number) => Buffer)(Math.imul(n + 1, 2_654_435_761) >>> 0)
}

function withoutLine(journal: Part, n: number): Part {
  const lines = journal.content.toString().split('\n').slice(0, -1)
  const left = lines.toSpliced(n % lines.length, 1)
  return { ...journal, content: Buffer.from(left.map(line => `${line}\n`).join('')) }
}
