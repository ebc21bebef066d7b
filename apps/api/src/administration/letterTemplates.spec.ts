import { letterTemplates } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, ministry, today } from '../testing/ministry.ts'

const change = `mutation ($code: LetterTemplateCode!, $source: String!, $seen: Int!) {
  changeLetterTemplate(code: $code, source: $source, seen: $seen) {
    __typename
    ... on AdministrationDone { line }
    ... on AdministrationRefused { refusals { code message field } meanwhile { type } }
  }
}`
const restore = `mutation ($code: LetterTemplateCode!, $version: Int!, $seen: Int!) {
  restoreLetterTemplate(code: $code, version: $version, seen: $seen) {
    __typename
    ... on AdministrationDone { line }
    ... on AdministrationRefused { refusals { code message } }
  }
}`
const list = '{ letterTemplates { code label line versions { version byName shipped restores inForce } } }'
const one =
  'query ($code: LetterTemplateCode!, $version: Int) { letterTemplate(code: $code, version: $version) { version source } }'
const trial = `query ($code: LetterTemplateCode!, $source: String!) {
  letterTemplateTrial(code: $code, source: $source) { flaws { code message field } pdf text }
}`

interface Answered {
  __typename: string
  line: number
  refusals: { code: string; message: string; field: string }[]
}
interface Listed {
  code: string
  line: number
  versions: { version: number; inForce: boolean; shipped: boolean; restores: number | null; byName: string | null }[]
}

describe('les modèles de lettres', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  beforeAll(async () => {
    app = await ministry()
  })
  afterAll(() => app.stop())

  const ask = async <Data>(query: string, variables: object = {}, email = 'administration@exemple.test') =>
    (await app.browserOf(email)).ask<Data>(query, variables)
  const listed = async (code: string) => {
    const { data } = await ask<{ letterTemplates: Listed[] }>(list)
    return data.letterTemplates.find(each => each.code === code) as Listed
  }
  const sourceOf = async (code: string, version?: number) =>
    (await ask<{ letterTemplate: { source: string } }>(one, { code, version })).data.letterTemplate.source
  const changed = async (code: string, source: string) => {
    const { line: seen } = await listed(code)
    return (await ask<{ changeLetterTemplate: Answered }>(change, { code, source, seen })).data.changeLetterTemplate
  }
  const tried = async (code: string, source: string) =>
    (
      await ask<{ letterTemplateTrial: { flaws: Answered['refusals']; pdf: string | null; text: string | null } }>(
        trial,
        { code, source },
      )
    ).data.letterTemplateTrial

  it('sont ceux fournis, tant que le Ministère n’a rien changé', async () => {
    const { data } = await ask<{ letterTemplates: Listed[] }>(list)
    expect(data.letterTemplates.map(({ code }) => code)).toEqual(letterTemplates.map(({ code }) => code))
    for (const { versions } of data.letterTemplates)
      expect(versions).toEqual([{ version: 1, byName: null, shipped: true, restores: null, inForce: true }])
  })

  it('s’essaient sur une lettre inventée, sans que rien soit gardé', async () => {
    const source = (await sourceOf('UNFOUNDED')).replace(
      '#recourse',
      '#framed([Merci], [Merci de nous avoir écrit.])\n\n#recourse',
    )
    const { flaws, pdf, text } = await tried('UNFOUNDED', source)
    expect(flaws).toEqual([])
    expect(Buffer.from(pdf ?? '', 'base64').toString('latin1')).toMatch(/^%PDF-/)
    expect(text).toContain('Merci de nous avoir écrit.')
    expect((await listed('UNFOUNDED')).versions).toHaveLength(1)
  })

  it('un modèle qui contient une erreur ne remplace pas celui en vigueur, et sa ligne est dite', async () => {
    const before = await sourceOf('FOUNDED')
    const faulty = before.replace('#recourse', '#recours')
    const line = faulty.split('\n').findIndex(each => each.includes('#recours')) + 1
    const answer = await changed('FOUNDED', faulty)
    expect(answer.refusals).toEqual([
      {
        code: 'TEMPLATE_FAULTY',
        field: 'source',
        message: `Ce modèle contient une erreur ; celui en vigueur reste en place. Ligne ${line} : le nom « recours » n’existe pas.`,
      },
    ])
    expect((await tried('FOUNDED', faulty)).flaws).toEqual(answer.refusals)
    expect(await sourceOf('FOUNDED')).toBe(before)
    expect((await listed('FOUNDED')).versions).toHaveLength(1)
  })

  it.each([
    ['sans le texte de la lettre', (source: string) => source.replace('#paragraphs(data.body)', ''), 'TEMPLATE_SILENT'],
    ['avec un mot qui accuse', (source: string) => `${source}\nVous auriez dû écrire.`, 'TEMPLATE_ACCUSES_PERSON'],
    ['avec un mot défendu', (source: string) => `${source}\nVotre réclamation.`, 'TEMPLATE_FORBIDDEN_WORD'],
    ['qui lit un fichier', (source: string) => `${source}\n#read("/etc/passwd")`, 'TEMPLATE_FAULTY'],
    ['qui prend un paquet du réseau', (source: string) => `#import "@preview/a:1.0.0"\n${source}`, 'TEMPLATE_IMPORTS'],
    ['vide', () => '  ', 'TEMPLATE_MISSING'],
    ['sans rien de la lettre', () => 'Bonjour.', 'TEMPLATE_SILENT'],
    ['qui n’en finit pas', () => '#while true {}', 'TEMPLATE_FAULTY'],
  ])('un modèle %s est refusé', async (_, broken, code) => {
    const answer = await changed('UNFOUNDED', broken(await sourceOf('UNFOUNDED')))
    expect(answer.refusals[0]?.code).toBe(code)
    expect((await listed('UNFOUNDED')).versions).toHaveLength(1)
  })

  it('la mise en page commune ne change que si toutes les lettres se composent encore', async () => {
    const before = await sourceOf('LAYOUT')
    expect((await changed('LAYOUT', before.replace('#let choice(', '#let choix('))).refusals[0]?.code).toBe(
      'TEMPLATE_FAULTY',
    )
    expect(await sourceOf('LAYOUT')).toBe(before)
  })

  it('mis en vigueur, il vaut pour la lettre suivante ; celles qui sont parties ne changent pas', async () => {
    const acknowledgement = { channel: 'EMAIL', sentOn: today, text: 'Bonjour,\n\nNous avons bien reçu votre plainte.' }
    const letters = 'query ($dossier: ID!) { dossierLetters(dossier: $dossier) { template digest pdf } }'
    const acknowledged = async () => {
      const dossier = app.dossier()
      await dossier.take('agente@exemple.test', 'registerComplaint', call)
      await dossier.take('agente@exemple.test', 'acknowledgeReceipt', acknowledgement)
      return dossier.id
    }
    const letterOf = async (dossier: string) => {
      const browser = await app.browserOf('agente@exemple.test')
      const { data } = await browser.ask<{ dossierLetters: { template: number; digest: string; pdf: string }[] }>(
        letters,
        { dossier },
      )
      const [letter] = data.dossierLetters
      const response = await fetch(`${app.url}${letter?.pdf.replace(/pdf$/, 'txt')}`, {
        headers: { cookie: browser.cookie },
      })
      return { ...letter, text: await response.text() }
    }
    const first = await acknowledged()
    const before = await letterOf(first)
    const source = (await sourceOf('ACKNOWLEDGEMENT')).replace('#recourse', 'Gardez cette lettre.\n\n#recourse')
    expect(await changed('ACKNOWLEDGEMENT', source)).toMatchObject({ __typename: 'AdministrationDone' })
    expect(await letterOf(first)).toEqual(before)
    const after = await letterOf(await acknowledged())
    expect([before.template, after.template]).toEqual([1, 2])
    expect([before.text, after.text].map(text => text.includes('Gardez cette lettre.'))).toEqual([false, true])

    const { line } = await listed('ACKNOWLEDGEMENT')
    const back = async (version: number, seen = line) =>
      (await ask<{ restoreLetterTemplate: Answered }>(restore, { code: 'ACKNOWLEDGEMENT', version, seen })).data
        .restoreLetterTemplate
    expect((await back(99)).refusals).toMatchObject([{ code: 'TEMPLATE_VERSION_UNKNOWN' }])
    expect((await back(2)).refusals).toMatchObject([{ code: 'TEMPLATE_VERSION_IN_FORCE' }])
    expect((await back(1, 0)).refusals).toMatchObject([{ code: 'CHANGED_MEANWHILE' }])
    expect(await back(1)).toMatchObject({ __typename: 'AdministrationDone' })
    expect((await listed('ACKNOWLEDGEMENT')).versions).toMatchObject([
      { version: 3, restores: 1, inForce: true, shipped: false, byName: 'Personne administration@exemple.test' },
      { version: 2, restores: null, inForce: false },
      { version: 1, shipped: true, inForce: false },
    ])
    expect(await sourceOf('ACKNOWLEDGEMENT')).toBe(await sourceOf('ACKNOWLEDGEMENT', 1))
  })

  it('ne se changent que par l’administration', async () => {
    for (const email of ['responsable@exemple.test', 'agente@exemple.test', 'verification@exemple.test']) {
      const answer = await ask(list, {}, email)
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
      const refused = await ask(change, { code: 'FOUNDED', source: 'x', seen: 0 }, email)
      expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    }
  })
})
