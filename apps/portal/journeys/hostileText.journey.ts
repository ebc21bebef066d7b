import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { Visitor } from './Visitor.ts'

/** Each way in which a text could become something that runs, in one text. */
const hostile = [
  `"><script>hostile(1)</script>`,
  `<img src=x onerror=hostile(2)>`,
  `<svg onload=hostile(3)></svg>`,
  `{{constructor.constructor('hostile(4)')()}}`,
  `<a href="javascript:hostile(5)">lien</a>`,
  `</textarea></title></style><body onload=hostile(6)>`,
  `<iframe srcdoc="<script>parent.hostile(7)</script>"></iframe>`,
  "'-hostile(8)-'`",
].join(' ')
/** The same in a name; other words than above, which the dossier would know for the person's. */
const hostileName = '<details open ontoggle=hostile`z`>Zed</details>'
/** What a person must still be able to read of it. */
const readable = '<img src=x onerror=hostile(2)>'

const list = JSON.parse(readFileSync(new URL('../dist/operations.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date())

/** Sends what the portal would send, with texts that no form of the portal would let one paste by accident. */
async function sends(visitor: Visitor, operation: string, variables: object): Promise<Record<string, never>> {
  const [document] = Object.entries(list).find(([, text]) => new RegExp(`\\bmutation ${operation}\\b`).test(text)) ?? []
  if (!document) throw new Error(`The portal ships no ${operation}`)
  const answer = await visitor.page.request.post('/graphql', {
    data: { operationName: operation, variables, extensions: { document } },
    headers: { origin: inject('address') },
  })
  const { data, errors } = await answer.json()
  const outcome = data && Object.values<{ __typename?: string; code?: string; field?: string }>(data)[0]
  if (errors || /Refused$/.test(outcome?.__typename ?? ''))
    throw new Error(`${operation}: ${JSON.stringify(errors ?? outcome)}`)
  return outcome as Record<string, never>
}

/** Everything that ran, or that the page's policy had to stop. */
async function watched(visitor: Visitor): Promise<string[]> {
  const found: string[] = []
  visitor.page.on('dialog', dialog => {
    found.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  await visitor.context.exposeFunction('reported', (what: string) => {
    found.push(what)
  })
  await visitor.context.addInitScript(`
    globalThis.hostile = number => reported('ran ' + number)
    addEventListener('securitypolicyviolation', event =>
      reported('policy ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile))`)
  return found
}

/** Nothing of the text became an element of the page. */
const grown = (page: Page): Promise<number> =>
  page
    .locator('img[src="x"], iframe, [onerror], [onload], [ontoggle], a[href^="javascript:"], body script:not([src])')
    .count()

async function looks(visitor: Visitor, path: string): Promise<void> {
  await visitor.goes(path)
  await visitor.settles()
  expect([path, await grown(visitor.page)]).toEqual([path, 0])
}

describe('un texte hostile dans chaque champ', () => {
  it('se lit comme un texte, partout : rien ne s’exécute, et la politique de la page n’a rien à arrêter', async () => {
    const responsable = await Visitor.signedIn('responsable')
    const found = await watched(responsable)
    const id = randomUUID()
    let version = 0
    const step = async (visitor: Visitor, operation: string, input: object) => {
      const reference = { id, expectedVersion: version, idempotencyKey: randomUUID(), confirmation: hostile }
      const taken = await sends(visitor, operation, { dossier: reference, input })
      version = taken.version ?? version
      return taken
    }

    await step(responsable, 'RegisterComplaint', {
      intakeChannel: 'PHONE',
      receivedOn: today,
      anonymous: false,
      replyChannels: ['EMAIL'],
      language: 'FR',
      identity: {
        givenName: hostileName,
        familyName: hostileName,
        organisation: hostileName,
        email: 'hostile@exemple.test',
        street: hostileName,
        city: hostileName,
        numbers: [],
      },
      words: hostile,
      matters: [{ subject: hostile.slice(0, 190), sector: 'HOUSING', service: null, statement: hostile }],
    })
    await step(responsable, 'AddNote', { text: hostile })
    await step(responsable, 'DeclareAdmissible', { matter: 'M1', reasons: hostile })
    await step(responsable, 'RecordComplainantMessage', {
      channel: 'PHONE',
      receivedOn: today,
      words: hostile,
      summary: hostile,
    })
    const sent = await responsable.page.request.post('/files', {
      multipart: {
        document: {
          name: `${hostile.slice(0, 60)}.pdf`,
          mimeType: 'application/pdf',
          buffer: Buffer.from(`%PDF-1.7\n${hostile}`),
        },
      },
      headers: { origin: inject('address') },
    })
    const { id: attachment } = await sent.json()
    await step(responsable, 'AttachDocument', { attachment, description: hostile })
    await step(responsable, 'ConsultSector', {
      matter: 'M1',
      sector: 'HOUSING',
      purpose: 'FACTS',
      statement: hostile,
      question: hostile,
      dueOn: '2099-01-05',
    })
    const habitation = await Visitor.signedIn('habitation')
    const foundBySector = await watched(habitation)
    await looks(habitation, '/consultations')
    await habitation.reads(readable)
    await step(habitation, 'RecordSectorReply', { consultation: 'C1', reply: hostile, repliedOn: today })
    await step(responsable, 'RequestDisclosureConsent', {
      sectors: ['HOUSING'],
      purpose: hostile,
      categories: ['IDENTITY'],
      explained: hostile,
      consequencesExplained: true,
      channel: 'EMAIL',
    })
    await step(responsable, 'RecordDisclosureConsent', {
      sector: 'HOUSING',
      granted: true,
      channel: 'EMAIL',
      answeredOn: today,
    })
    await step(responsable, 'OpenEverything', { reason: hostile, scope: ['IDENTITY'] })
    await sends(responsable, 'KeepCaseloadView', {
      input: {
        name: hostile.slice(0, 50),
        filter: { search: 'onerror' },
        sort: 'CHANGED_DESC',
        isDefault: false,
        columns: ['FILE_NUMBER', 'SUBJECTS', 'EXCERPT'],
      },
    })

    // What the vault gives, on the screen.
    await looks(responsable, `/dossiers/${id}/etapes/openIdentity`)
    await responsable.keys.tick('Ce que vous devez lire', 'Nom et coordonnées', 'Propos de la personne')
    await responsable.keys.write('Raison', 'Rappeler.')
    await responsable.keys.press('button', 'Ouvrir l’identité')
    await responsable.reads(hostileName, readable)
    expect(await grown(responsable.page)).toBe(0)

    // Every page of whoever works on the dossier, and every form that it opens.
    await looks(responsable, `/dossiers/${id}`)
    await responsable.reads(readable)
    const forms = await responsable.page
      .locator('a[href*="/etapes/"]')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    expect(forms.length).toBeGreaterThan(5)
    for (const form of new Set(forms)) await looks(responsable, form)
    for (const path of [
      '/aujourdhui',
      '/dossiers',
      `/dossiers?recherche=${encodeURIComponent('onerror=hostile')}`,
      '/plaintes/nouvelle',
      '/statistiques',
      '/registres',
      `/dossiers/${id}/acces`,
      '/verification',
      '/mot-de-passe',
    ])
      await looks(responsable, path)
    // Texts that come by the address.
    for (const path of [
      `/dossiers?recherche=${encodeURIComponent(hostile)}`,
      `/dossiers/${encodeURIComponent(hostile.slice(0, 60))}`,
      `/connexion?retour=${encodeURIComponent('javascript:hostile(10)')}`,
      `/${encodeURIComponent('<img src=x onerror=hostile(11)>')}`,
    ])
      await looks(responsable, path)
    expect(found).toEqual([])

    // The identity itself, opened by the sector that the person permitted.
    await looks(habitation, '/consultations')
    expect(foundBySector).toEqual([])

    const administration = await Visitor.signedIn('administration')
    const foundByAdministration = await watched(administration)
    await sends(administration, 'AddSector', {
      input: { name: hostile.slice(0, 80), services: [hostile.slice(0, 80)] },
    })
    await sends(administration, 'AddStaffAccount', {
      input: { name: hostile.slice(0, 80), email: `hostile-${Date.now()}@exemple.test`, role: 'OFFICER' },
    })
    for (const page of ['personnel', 'secteurs', 'engagements', 'calendrier', 'coordonnees', 'editions', 'journal'])
      await looks(administration, `/administration/${page}`)
    await administration.reads(hostile.slice(0, 60))
    expect(foundByAdministration).toEqual([])

    const verification = await Visitor.signedIn('verification')
    const foundByVerification = await watched(verification)
    await looks(verification, '/verification')
    await looks(verification, '/registres')
    await verification.reads(readable)
    await looks(verification, `/dossiers/${id}`)
    await looks(verification, '/dossiers')
    expect(foundByVerification).toEqual([])
  })

  it('serait vu s’il s’exécutait', async () => {
    const visitor = await Visitor.signedIn('agente')
    const found = await watched(visitor)
    await visitor.goes('/aujourdhui')
    await visitor.page.evaluate(() => {
      const frame = document.createElement('iframe')
      frame.src = 'https://ailleurs.exemple.test/'
      document.body.append(frame)
    })
    await expect.poll(() => found.join()).toContain('policy frame-src')
    expect(await grown(visitor.page)).toBe(1)
    // No text becomes markup, even by the portal's own hand.
    expect(
      await visitor.page.evaluate(text => {
        try {
          document.body.insertAdjacentHTML('beforeend', text)
          return 'inserted'
        } catch (refusal) {
          return (refusal as Error).name
        }
      }, hostile),
    ).toBe('TypeError')
  })
})
