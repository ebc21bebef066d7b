import { defaultSettings, inventedLetters, inventedRecipient, type Letter } from '@bienfonde/domain'
import { afterAll, describe, expect, it } from 'vitest'
import { Press } from './Press.ts'
import { press, pressLetter } from './pressLetter.ts'
import { shippedTemplates } from './shippedTemplates.ts'

const shipped = new Map(shippedTemplates().map(({ code, source }) => [code, source]))
const layout = shipped.get('LAYOUT') ?? ''
const digest = 'a'.repeat(64)
const sources = (letter: Letter) => ({ letter, layout, template: shipped.get(letter.kind) ?? '', digest })
const letters = inventedLetters(defaultSettings)
const [letter] = letters as [Letter]
const data = JSON.stringify({ ...letter, recipient: null, digest })

describe('les modèles fournis', () => {
  afterAll(() => press.close())

  it.each(letters.map(each => [each.kind, each] as const))(
    '%s : le PDF est balisé, en PDF/A-2a, et le même modèle vaut en PDF/UA-1',
    async (_, made) => {
      const archived = await pressLetter(sources(made), { recipient: inventedRecipient })
      if ('flaws' in archived) throw new Error(JSON.stringify(archived.flaws))
      const written = archived.pdf.toString('latin1')
      expect(written).toMatch(/pdfaid:part>2<.*pdfaid:conformance>A</s)
      expect(written).toContain('/MarkInfo')
      expect(written).toContain('/StructTreeRoot')
      const universal = await pressLetter(sources(made), { standard: 'ua-1' })
      if ('flaws' in universal) throw new Error(JSON.stringify(universal.flaws))
      expect(universal.pdf.toString('latin1')).toMatch(/pdfuaid:part>1</)
      for (const said of [...inventedRecipient, made.subject, defaultSettings.contacts.unit])
        expect(archived.text.replaceAll('\u00a0', ' ')).toContain(said.replaceAll('\u00a0', ' '))
      expect(archived.html).toContain(`<h1>${made.subject}</h1>`)
      expect(archived.html).toContain('<html lang="fr-CA">')
    },
  )

  it('la même lettre donne les mêmes octets ; une autre, d’autres', async () => {
    const one = await pressLetter(sources(letter))
    const again = await pressLetter(sources(letter))
    const other = await pressLetter(sources({ ...letter, subject: 'Autre' }))
    expect(one).toEqual(again)
    expect(one).not.toEqual(other)
  })

  it('ce qu’une lettre dit n’est jamais lu comme un modèle', async () => {
    const text = '#panic("oups") *gras* <script>alert(1)</script> $x$ // fin'
    const made = await pressLetter(sources({ ...letter, body: [{ lines: [text] }, { items: [text] }] }))
    if ('flaws' in made) throw new Error(JSON.stringify(made.flaws))
    expect(made.text).toContain(text)
    expect(made.html).not.toContain('<script>')
  })
})

describe('le compilateur', () => {
  const own = new Press({ milliseconds: 1_500 })
  afterAll(() => own.close())
  const ask = (template: string) =>
    own.press({ layout, template, data, words: true, pdf: { standard: 'a-2a', createdAt: 0 } })

  it('dit la ligne d’une erreur, dans le modèle ou dans la mise en page', async () => {
    expect(await ask('#import "layout.typ": *\n#show: letter\n\n#inconnu')).toMatchObject({
      flaws: [{ file: 'TEMPLATE', line: 4, message: 'unknown variable: inconnu' }],
    })
    const faulty = own.press({ layout: '#let letter = (', template: '#import "layout.typ": *', data, words: true })
    expect(await faulty).toMatchObject({ flaws: [{ file: 'LAYOUT', line: 1 }] })
  })

  it.each([
    ['un fichier du serveur', '#read("/etc/passwd")'],
    ['un fichier au-dessus de sa racine', '#read("../../../../etc/passwd")'],
    ['un paquet du réseau', '#import "@preview/cetz:0.3.4"'],
  ])('ne lit pas %s', async (_, template) => {
    expect(await ask(template)).toHaveProperty('flaws')
  })

  it('arrête un modèle qui n’en finit pas, puis compose la lettre suivante', async () => {
    const endless = '#let x = 0\n#for a in range(9000) { for b in range(9000) { x = calc.rem(x * 3 + b, 1000) } }\n#x'
    const [stopped, next] = await Promise.all([ask(endless), ask('#import "layout.typ": *\n#show: letter\nBon.')])
    expect(stopped).toMatchObject({
      flaws: [{ line: null, message: 'La lettre prend trop de temps ou de mémoire à composer.' }],
    })
    expect(next).toHaveProperty('pdf')
  })

  it('arrête un modèle qui prend toute la mémoire', async () => {
    const small = new Press({ milliseconds: 20_000, memoryBytes: 300 * 1024 * 1024 })
    const template = '#let x = ("a",) * 1000\n#for i in range(40) { x = x + x }\n#x.len()'
    expect(
      await small.press({ layout, template, data, words: false, pdf: { standard: 'a-2a', createdAt: 0 } }),
    ).toHaveProperty('flaws')
    small.close()
  })
})
