import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application } from '../testing/application.ts'
import {
  docx,
  docxParts,
  gif,
  holdsMark,
  jpeg,
  mark,
  office,
  pdf,
  png,
  pptx,
  saidIn,
  tiff,
  webp,
  xlsx,
} from '../testing/planted.ts'
import type { Cleaned } from './cleaning/Cleaning.ts'
import { makeCopy } from './cleaning/makeCopy.ts'
import { largestDocument } from './receive.ts'

const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const page = '<!doctype html><script>alert(1)</script>'
const bytes = (text: string) => Buffer.from(text, 'latin1')
const half = (content: Buffer) => content.subarray(0, Math.floor(content.length / 2))
const followed = (content: Buffer, by: string) => Buffer.concat([content, bytes(by)])
const word = (more: Record<string, string | Uint8Array>) => office({ ...docxParts(), ...more })
const zeros = new Uint8Array(40_000_000)
/** An archive in an archive in an archive: what unfolds more at each opening. */
const nested = () => {
  let inner = zipSync({ 'a.xml': zeros })
  for (const name of ['b.zip', 'c.zip', 'd.zip']) inner = zipSync({ [name]: inner })
  return Buffer.from(inner)
}
/** An archive that lies about how far it unfolds. */
const lying = () => {
  const content = Buffer.from(zipSync({ ...unzipSync(docx()), 'word/x.xml': zeros }))
  const size = Buffer.alloc(4)
  size.writeUInt32LE(zeros.length)
  for (let at = content.indexOf(size); at >= 0; at = content.indexOf(size, at)) content.writeUInt32LE(10, at)
  return content
}
const kinds: [string, string, () => Buffer | Promise<Buffer>][] = [
  ['PDF', 'a.pdf', pdf],
  ['JPEG', 'a.jpg', jpeg],
  ['PNG', 'a.png', png],
  ['GIF', 'a.gif', gif],
  ['WebP', 'a.webp', webp],
  ['TIFF', 'a.tif', tiff],
  ['Word', 'a.docx', docx],
  ['Excel', 'a.xlsx', xlsx],
  ['PowerPoint', 'a.pptx', pptx],
]

/** Every upload: what it is, the name it gives itself, and its bytes. */
const uploads: [string, string, () => Buffer | Promise<Buffer>][] = [
  // Wrong types
  ['un programme Windows', 'facture.pdf', () => bytes(`MZ\x90\0${'\0'.repeat(60)}PE\0\0`)],
  ['un programme Linux', 'facture.pdf', () => bytes('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0')],
  ['un script', 'facture.pdf', () => bytes('#!/bin/sh\nrm -rf /\n')],
  ['une page HTML', 'lettre.txt', () => bytes(page)],
  ['une page HTML qui se dit image', 'photo.jpg', () => bytes(page)],
  ['une image SVG avec un script', 'logo.svg', () => bytes(`<?xml version="1.0"?>${script}`)],
  ['une image SVG nue', 'logo.png', () => bytes(script)],
  [
    'du XML avec une entité extérieure',
    'a.xml',
    () => bytes('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
  ],
  ['une archive', 'a.docx', () => Buffer.from(zipSync({ 'a.txt': strToU8('a') }))],
  ['une archive GZIP', 'a.docx', () => Buffer.from('1f8b0800000000000003030000000000000000', 'hex')],
  ['un ancien document Word', 'a.doc', () => Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex')],
  ['une classe Java', 'a.pdf', () => Buffer.from('cafebabe0000003400', 'hex')],
  ['un document RTF avec un objet', 'a.rtf', () => bytes('{\\rtf1{\\object\\objocx{\\*\\objdata 0105}}}')],
  ['une image ICO', 'a.png', () => Buffer.from('0000010001001010000001002000680400001600', 'hex')],
  ['des octets au hasard', 'a.pdf', () => Buffer.from(Array.from({ length: 4_096 }, (_, n) => (n * 7919) % 256))],
  ['un texte avec des octets nuls', 'a.txt', () => bytes('bonjour\0\0\0')],
  ['un texte qui change le sens de lecture', 'a\u202etxt.exe', () => Buffer.from('‮exe.txt')],
  ['un en-tête PDF seul', 'a.pdf', () => bytes('%PDF-1.7')],
  ['un en-tête PNG seul', 'a.png', () => bytes('\x89PNG\r\n\x1a\n')],
  ['un en-tête JPEG seul', 'a.jpg', () => bytes('\xff\xd8\xff\xe0')],
  // Polyglots
  ...kinds.map(([kind, name, make]): (typeof uploads)[number] => [
    `un ${kind} suivi d’une page HTML`,
    `${name}.html`,
    async () => followed(await make(), page + mark),
  ]),
  ['un PDF suivi d’une archive', 'a.pdf', async () => Buffer.concat([await pdf(), docx()])],
  ['une image suivie d’un PDF', 'a.pdf', async () => Buffer.concat([png(), await pdf()])],
  ['une image GIF qui est aussi un script', 'a.js', () => followed(gif(), '=1;alert(1)')],
  // Truncated
  ...kinds.map(([kind, name, make]): (typeof uploads)[number] => [
    `un ${kind} coupé`,
    name,
    async () => half(await make()),
  ]),
  // Archive bombs
  [
    'un document Word qui se déploie sans mesure',
    'a.docx',
    () => word({ 'word/a.xml': zeros, 'word/b.xml': zeros, 'word/c.xml': zeros, 'word/d.xml': zeros }),
  ],
  ['un document Word qui ment sur sa taille', 'a.docx', lying],
  ['des archives emboîtées', 'a.docx', nested],
  [
    'un document Word de trois mille parties et plus',
    'a.docx',
    () => word(Object.fromEntries(Array.from({ length: 3_200 }, (_, n) => [`word/${n}.xml`, '<a/>']))),
  ],
  [
    'une image qui annonce des milliards de points',
    'a.png',
    () => {
      const large = png()
      large.writeUInt32BE(60_000, 16)
      large.writeUInt32BE(60_000, 20)
      return large
    },
  ],
  [
    'un PDF dont un flux se déploie sans mesure',
    'a.pdf',
    async () =>
      followed(await pdf(), `\n9 0 obj<</Length 10/Filter/FlateDecode>>stream\n${'x'.repeat(10)}\nendstream endobj`),
  ],
  // Programs and hidden content
  ['un document Word avec un programme', 'a.docx', () => word({ 'word/vbaProject.bin': `Sub AutoOpen()${mark}` })],
  ['un document Word avec un objet', 'a.docx', () => word({ 'word/embeddings/oleObject1.bin': mark })],
  ['un document Word avec une image SVG', 'a.docx', () => word({ 'word/media/a.svg': script })],
  ['un document Word dont un chemin sort de l’archive', 'a.docx', () => word({ '../../../tmp/a.xml': mark })],
  [
    'un document Word aux entités emboîtées',
    'a.docx',
    () => word({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>' }),
  ],
  ['un document Word au XML brisé', 'a.docx', () => word({ 'word/document.xml': '<w:document><w:body' })],
  [
    'un document Word au texte supprimé',
    'a.docx',
    () => docx(`<w:del w:author="${mark}"><w:delText>${mark}</w:delText></w:del>`),
  ],
  ['un classeur à feuille masquée', 'a.xlsx', () => xlsx(' state="hidden"')],
  [
    'un PDF chiffré',
    'a.pdf',
    async () =>
      Buffer.from(
        (await pdf()).toString('latin1').replace('/Root', '/Encrypt<</Filter/Standard/V 1/R 2/O()/U()/P -4>>/Root'),
        'latin1',
      ),
  ],
  [
    'un PDF qui tourne en rond',
    'a.pdf',
    () =>
      bytes(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>',
      ),
  ],
  // Oversized
  ['un texte trop grand', 'a.txt', () => Buffer.alloc(largestDocument + 1, 65)],
  ['un PDF trop grand', 'a.pdf', async () => Buffer.concat([await pdf(), Buffer.alloc(largestDocument)])],
]

describe('un envoi hostile', () => {
  let app: Awaited<ReturnType<typeof application>>
  let cookie: string
  const copies: Cleaned[] = []
  beforeAll(async () => {
    app = await application({ requestsPerMinute: 1_000_000 })
    await app.staff('agente@exemple.test', 'OFFICER')
    cookie = (await app.signedIn('agente@exemple.test')).cookie
  })
  afterAll(() => app.stop())

  it('compte plus de cinquante façons', () => {
    expect(uploads.length).toBeGreaterThanOrEqual(50)
  })

  it.each(uploads)(
    '%s n’arrête rien, n’exécute rien, et sa copie ne garde rien',
    async (_, name, make) => {
      const content = await make()
      const body = new FormData()
      body.append('document', new Blob([new Uint8Array(content)]), name)
      const response = await fetch(`${app.url}/files`, { method: 'POST', body, headers: { cookie } })
      expect([201, 400, 413, 415]).toContain(response.status)
      expect(response.headers.get('content-type')).toMatch(/^application\/json/)
      const answer = (await response.json()) as { mediaType?: string; errors?: { message: string }[] }
      if (answer.errors) expect(answer.errors[0]?.message).toMatch(/^[A-ZÀ-Ý].*\.$/)
      // Whatever came in as text stays text: nothing of it is read as a page.
      if (answer.mediaType) {
        const cleaned = await makeCopy({ mediaType: answer.mediaType, content })
        copies.push(cleaned)
        if ('content' in cleaned && answer.mediaType !== 'text/plain') {
          const said = await saidIn(cleaned.content)
          expect(said.some(holdsMark)).toBe(false)
          expect(said.some(part => Buffer.from(part).includes('<script'))).toBe(false)
        }
      }
      expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
    },
    60_000,
  )

  it('reçu malgré tout, donne une copie saine ou un refus, et jamais autre chose', () => {
    expect(copies.length).toBeGreaterThan(20)
    expect(copies.some(copy => 'content' in copy)).toBe(true)
    expect(copies.some(copy => 'refusal' in copy)).toBe(true)
  })
})
