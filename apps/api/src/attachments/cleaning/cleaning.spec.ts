import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { Transformer } from '@napi-rs/image'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  docx,
  docxParts,
  gif,
  holdsMark,
  jpeg,
  office,
  pdf,
  png,
  pptx,
  saidIn,
  tiff,
  webp,
  xlsx,
} from '../../testing/planted.ts'
import { mediaTypeOf } from '../documentKinds.ts'
import type { Cleaned } from './Cleaning.ts'
import { makeCopy } from './makeCopy.ts'

/** The copy of a document, of whatever kind its content says it is. */
async function copyOf(content: Buffer): Promise<Cleaned> {
  return makeCopy({ mediaType: (await mediaTypeOf(content)) ?? '', content })
}
const contentOf = (cleaned: Cleaned) => {
  if ('refusal' in cleaned) throw new Error(cleaned.refusal)
  return cleaned.content
}

describe('la copie nettoyée d’un document', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['une photo JPEG', jpeg, 'image/jpeg'],
    ['une image PNG', png, 'image/png'],
    ['une image WebP', webp, 'image/png'],
    ['une image TIFF', tiff, 'image/png'],
    ['un PDF', pdf, 'application/pdf'],
    ['un document Word', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['un classeur Excel', xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['une présentation PowerPoint', pptx, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ])('ne garde rien de ce que %s dit d’autre que son contenu', async (_, make, mediaType) => {
    const original = await make()
    expect((await saidIn(original)).some(holdsMark)).toBe(true)
    const cleaned = await copyOf(original)
    expect(cleaned).toMatchObject({ mediaType })
    const copy = contentOf(cleaned)
    expect((await saidIn(copy)).some(holdsMark)).toBe(false)
    expect(await mediaTypeOf(Buffer.from(copy))).toBe(mediaType)
  })

  it('d’une image a les mêmes points', async () => {
    const [before, after] = [png(), contentOf(await copyOf(png()))]
    const points = (content: Uint8Array) => Buffer.from(new Transformer(content).rawPixelsSync())
    expect(points(after).equals(points(before))).toBe(true)
  })

  it('d’un PDF garde ses pages et leur texte ; ni action, ni note, ni fichier joint', async () => {
    const copy = await PDFDocument.load(contentOf(await copyOf(await pdf())), { updateMetadata: false })
    expect(copy.getPageCount()).toBe(1)
    expect(copy.getPage(0).getSize()).toEqual({ width: 300, height: 200 })
    expect(
      copy.catalog
        .keys()
        .map(key => key.decodeText())
        .sort(),
    ).toEqual(['Pages', 'Type'])
    const page = copy.getPage(0).node
    expect(page.get(PDFName.of('Annots'))).toBeUndefined()
    expect(page.Resources()?.lookup(PDFName.of('Font'))).toBeDefined()
    expect(page.Resources()?.lookup(PDFName.of('XObject'))).toBeDefined()
    expect([copy.getAuthor(), copy.getTitle(), copy.getProducer()]).toEqual([undefined, undefined, undefined])
  })

  it('d’un document Word garde son texte et sa forme, sans les parties retirées ni ce qui y menait', async () => {
    const parts = unzipSync(contentOf(await copyOf(docx())))
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/media/image1.jpeg',
      'word/settings.xml',
    ])
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    expect(part('word/document.xml')).toContain('<w:t>Bail du 3 mars</w:t>')
    expect(part('word/document.xml')).not.toMatch(/rsid|w:date|comment/)
    expect(part('[Content_Types].xml')).not.toContain('comments')
    expect(part('word/_rels/document.xml.rels')).toMatch(/media\/image1\.jpeg.*about:blank/)
    expect(part('word/_rels/document.xml.rels')).not.toMatch(/comments|attachedTemplate/)
  })

  it('d’un texte est ce texte', async () => {
    const content = Buffer.from('Bonjour,\r\n\tété à Québec.')
    expect(Buffer.from(contentOf(await copyOf(content))).equals(content)).toBe(true)
  })

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['un programme', () => office({ ...docxParts(), 'word/vbaProject.bin': 'x' }), 'MACROS'],
    ['un objet incorporé', () => office({ ...docxParts(), 'word/embeddings/oleObject1.bin': 'x' }), 'MACROS'],
    ['un contrôle actif', () => office({ ...docxParts(), 'word/activeX/activeX1.xml': '<x/>' }), 'MACROS'],
    ['une image vectorielle', () => office({ ...docxParts(), 'word/media/i.svg': '<svg/>' }), 'KIND_NOT_CLEANED'],
    [
      'du texte supprimé',
      () => docx('<w:del w:author="x"><w:r><w:delText>non</w:delText></w:r></w:del>'),
      'HIDDEN_CONTENT',
    ],
    ['du texte caché', () => docx('<w:r><w:rPr><w:vanish/></w:rPr><w:t>non</w:t></w:r>'), 'HIDDEN_CONTENT'],
    ['une feuille masquée', () => xlsx(' state="veryHidden"'), 'HIDDEN_CONTENT'],
    ['une diapositive masquée', () => pptx(' show="0"'), 'HIDDEN_CONTENT'],
    [
      'un lien vers un autre classeur',
      () => office({ ...docxParts(), 'xl/externalLinks/externalLink1.xml': '<x/>' }),
      'OUTER_LINKS',
    ],
    [
      'une déclaration d’entités',
      () => office({ ...docxParts(), 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }),
      'UNREADABLE',
    ],
    ['un chemin qui sort de l’archive', () => office({ ...docxParts(), '../../etc/x.xml': '<x/>' }), 'UNREADABLE'],
    ['une image endommagée', () => office({ ...docxParts(), 'word/media/image1.jpeg': 'rien' }), 'UNREADABLE'],
    [
      'trop de parties',
      () =>
        office({
          ...docxParts(),
          ...Object.fromEntries(Array.from({ length: 3_100 }, (_, n) => [`word/x${n}.xml`, '<x/>'])),
        }),
      'TOO_LARGE',
    ],
    [
      'une bombe de zéros',
      () => Buffer.from(zipSync({ ...unzipSync(docx()), 'word/x.xml': new Uint8Array(130_000_000) })),
      'TOO_LARGE',
    ],
  ])('n’est pas préparée quand il contient %s', async (_, make, refusal) => {
    const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    expect(await makeCopy({ mediaType, content: await make() })).toEqual({ refusal })
  })

  it('n’est pas préparée d’une image qui se déploie sans mesure', async () => {
    const large = png()
    large.writeUInt32BE(40_000, 16)
    large.writeUInt32BE(40_000, 20)
    expect(await makeCopy({ mediaType: 'image/png', content: large })).toMatchObject({
      refusal: expect.stringMatching(/TOO_LARGE|UNREADABLE/),
    })
  })

  it('s’arrête quand elle dure trop, sans arrêter personne d’autre', async () => {
    expect(await makeCopy({ mediaType: 'application/pdf', content: await pdf() }, 1)).toEqual({ refusal: 'TOO_LONG' })
  })

  it('n’est pas préparée d’un son, ni d’une image animée', async () => {
    for (const mediaType of ['audio/mpeg', 'image/gif'])
      expect(await makeCopy({ mediaType, content: gif() })).toEqual({ refusal: 'KIND_NOT_CLEANED' })
  })
})
