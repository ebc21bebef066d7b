import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportJournal } from '../journal/exportJournal.ts'
import { disguiseIn, disguises } from '../testing/disguises.ts'
import { liveReader } from '../testing/liveReader.ts'
import { call, ministry, today } from '../testing/ministry.ts'

/** Each secret stands in one place, and nowhere else in the world. */
const secrets = {
  prénom: 'Éloïse-Zibeline',
  nom: 'Wâcquétou-Krzyż',
  organisation: 'Coopérative Zéphyr-Quinquina',
  courriel: 'zibeline.wacq@boîte-exemple.test'.replace('î', 'i'),
  téléphone: '418 555-7319',
  rue: '7319, chemin des Quinquinas-Zélés',
  ville: 'Saint-Quinquin-de-Wacq',
  'code postal': 'G9Z 8X7',
  numéro: 'WQK-5591827',
  propos: 'Xylophène outragée par le guichet numéro zéro',
  message: 'Ytterbium réclame une réponse mauve',
  'nom du document': 'bail-wombat-écarlate.pdf',
  document: 'Contenu-du-document-Zorglub-Écarlate',
  brouillon: 'Brouillon-Vermillon-Örebro',
  représentante: 'Praxède Quokka-Évangéline',
}
type Secret = keyof typeof secrets

const identity = {
  givenName: secrets.prénom,
  familyName: secrets.nom,
  organisation: secrets.organisation,
  email: secrets.courriel,
  telephone: secrets.téléphone,
  street: secrets.rue,
  city: secrets.ville,
  postalCode: secrets['code postal'],
  numbers: [secrets.numéro],
}
const disclose = `mutation ($opening: ID!) { discloseIdentity(opening: $opening) { __typename
  ... on IdentityDisclosed {
    identity { givenName familyName organisation email telephone street city postalCode numbers }
    representative { fullName } words { text } messages { text } attachments { name }
  } } }`

describe('des jetons uniques dans chaque identité, chaque propos et chaque document', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let dossier: ReturnType<(typeof app)['dossier']>
  let logged = ''
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(chunk, _, done) {
        logged += chunk
        done()
      },
    }),
  )
  /** What came out, by the door it came through; the authorised doors apart. */
  const caught = new Map<string, Buffer[]>()
  const permitted = new Map<string, Buffer[]>()
  const keep = (sink: string, told: string | Buffer, into = caught) =>
    into.set(sink, [...(into.get(sink) ?? []), Buffer.from(told)])

  const plainFetch = globalThis.fetch
  const temporary = process.env.TMPDIR
  const folder = mkdtempSync(join(tmpdir(), 'bienfonde-jetons-'))
  let authorised: string | undefined

  beforeAll(async () => {
    process.env.TMPDIR = folder
    app = await ministry({ log, beatSeconds: 1 })
    // Whatever any browser is answered is caught, headers and body.
    globalThis.fetch = async (...request) => {
      const response = await plainFetch(...request)
      if (response.headers.get('content-type')?.startsWith('text/event-stream')) return response
      const told = Buffer.concat([
        Buffer.from(JSON.stringify([...response.headers])),
        Buffer.from(await response.clone().arrayBuffer()),
      ])
      if (authorised) keep(authorised, told, permitted)
      else keep(`réponse ${new URL(response.url).pathname}`, told)
      return response
    }
  })
  afterAll(async () => {
    globalThis.fetch = plainFetch
    await app.stop()
    if (temporary === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = temporary
    rmSync(folder, { recursive: true })
  })

  async function openly<Answer>(door: string, work: () => Promise<Answer>): Promise<Answer> {
    authorised = door
    try {
      return await work()
    } finally {
      authorised = undefined
    }
  }

  const at = (name: string) => `${name}@exemple.test`
  const everyone = [
    'agente',
    'agent',
    'responsable',
    'habitation',
    'voirie',
    'gestion',
    'verification',
    'protecteur',
    'administration',
  ]

  it('une plainte entière est menée, avec ses erreurs, ses exports et ses ouvertures', {
    timeout: 120_000,
  }, async () => {
    dossier = app.dossier()
    const live = await Promise.all(
      everyone.map(async name => liveReader(app.url, (await app.browserOf(at(name))).cookie)),
    )
    const agente = await app.browserOf(at('agente'))

    // A draft, read again by its author alone.
    const { data: me } = await agente.ask<{ me: { id: string } }>('{ me { id } }')
    const content = JSON.stringify({ words: secrets.brouillon })
    await agente.ask('mutation ($input: KeepRegistrationDraftInput!) { keepRegistrationDraft(input: $input) { id } }', {
      input: { id: dossier.id, author: me.me.id, content },
    })
    const draft = 'query ($id: ID!) { registrationDraft(id: $id) }'
    await openly('brouillon relu par son autrice', () => agente.ask(draft, { id: dossier.id }))
    for (const name of everyone.filter(each => each !== 'agente'))
      await (await app.browserOf(at(name))).ask(draft, { id: dossier.id })

    // The whole process, up to an opening by the officer and another by the permitted sector.
    const representative = {
      capacity: 'RELATIVE',
      authority: 'Une permission écrite.',
      fullName: secrets.représentante,
      telephone: '418 555-0001',
      email: 'r@exemple.test',
    }
    const registered = { ...call, identity, representative, words: secrets.propos, replyChannels: ['PHONE', 'EMAIL'] }
    const first = await dossier.attempt(at('agente'), 'registerComplaint', registered)
    if (first.__typename === 'StepRefused') throw new Error(`${first.code} ${first.field}`)
    await dossier.take(at('responsable'), 'declareAdmissible', { matter: 'M1', reasons: 'Rien ne s’y oppose.' })
    await dossier.take(at('agente'), 'recordComplainantMessage', {
      channel: 'PHONE',
      receivedOn: today,
      words: secrets.message,
      summary: 'La personne rappelle.',
    })
    const body = new FormData()
    body.append('document', new Blob([`%PDF-1.7\n${secrets.document}\n`]), secrets['nom du document'])
    const sent = await openly('réponse à qui remet le document', () =>
      fetch(`${app.url}/files`, { method: 'POST', body, headers: { cookie: agente.cookie } }),
    )
    const { id: attachment } = (await sent.json()) as { id: string }
    await dossier.take(at('agente'), 'attachDocument', { attachment, description: 'Le bail.' })
    await dossier.take(at('agente'), 'consultSector', {
      matter: 'M1',
      sector: 'HOUSING',
      purpose: 'FACTS',
      statement: 'Une demande est restée sans réponse.',
      question: 'Pourquoi ?',
      dueOn: '2026-05-19',
    })
    // A text that names the person is refused without repeating it.
    for (const secret of [secrets.nom, secrets.courriel, secrets.numéro])
      await dossier.attempt(at('agente'), 'addNote', { text: `Selon ${secret}, rien.` })
    await dossier.take(at('responsable'), 'requestDisclosureConsent', {
      sectors: ['HOUSING'],
      purpose: 'Retrouver la demande.',
      categories: ['IDENTITY'],
      explained: 'Ce qui serait communiqué, à qui et pourquoi.',
      consequencesExplained: true,
      channel: 'PHONE',
    })
    await dossier.take(at('responsable'), 'recordDisclosureConsent', {
      sector: 'HOUSING',
      granted: true,
      channel: 'PHONE',
      answeredOn: today,
    })

    const opens = async (name: string, input: object) =>
      (await dossier.take(at(name), 'openIdentity', { reason: 'Rappeler la personne.', ...input })).opening
    const whole = { scope: ['IDENTITY', 'WORDS', 'ATTACHMENTS'] }
    const opening = await opens('agente', whole)
    for (const name of everyone.filter(each => each !== 'agente'))
      await (await app.browserOf(at(name))).ask(disclose, { opening })
    await openly('ouverture de l’agente attitrée', () => agente.ask(disclose, { opening }))
    await agente.ask(disclose, { opening })
    const sector = await app.browserOf(at('habitation'))
    const granted = await opens('habitation', { scope: ['IDENTITY'] })
    await openly('ouverture du secteur permis', () => sector.ask(disclose, { opening: granted }))
    const original = await opens('agente', { attachment, scope: ['ATTACHMENTS'] })
    const asksOriginal = (cookie: string) =>
      fetch(`${app.url}/files/original`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ opening: original }),
      })
    await asksOriginal(sector.cookie)
    await openly('original ouvert par l’agente attitrée', () => asksOriginal(agente.cookie))

    // Failures that nobody foresaw, while secrets are on their way to the vault.
    await app.database.pool.query('alter table vault_item rename to absent')
    await app.dossier().send(at('agente'), 'registerComplaint', registered)
    await app.database.pool.query('alter table absent rename to vault_item')
    await agente.ask(
      'mutation ($dossier: DossierRef!, $input: RegisterComplaintInput!) { registerComplaint(dossier: $dossier, input: $input) { __typename } }',
      { dossier: { id: 'x' }, input: { ...registered, [secrets.nom]: secrets.propos } },
    )
    await agente.ask(`{ ${secrets.numéro} }`)
    await agente.ask('mutation ($input: IdentityInput!) { seekSameContacts(input: $input) { fileNumber } }', {
      input: identity,
    })

    // Everything that everyone can read, searched by the secrets themselves.
    for (const name of everyone) {
      const browser = await app.browserOf(at(name))
      for (const query of [
        '{ caseload(first: 50) { total rows { fileNumber subjects excerpt matters } } }',
        '{ consultations { rows { statement question } } }',
        '{ openings { rows { reason byName document } } }',
        '{ contactSearches { total } }',
        '{ today { __typename } }',
        '{ annualReport(fiscalYear: 2026) { label } }',
        '{ verification { seal } }',
      ])
        await browser.ask(query)
      await browser.ask('query ($id: ID!) { dossier(id: $id) { journal { event } vault { identity attachments } } }', {
        id: dossier.id,
      })
      for (const secret of Object.values(secrets))
        await browser.ask(
          'query ($search: String) { caseload(filter: { search: $search }) { total rows { fileNumber } } }',
          { search: secret },
        )
      const csv = { filter: null, sort: 'FILE_NUMBER_ASC', columns: ['FILE_NUMBER', 'SUBJECTS', 'MATTERS', 'EXCERPT'] }
      await fetch(`${app.url}/files/caseload.csv`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: browser.cookie },
        body: JSON.stringify(csv),
      })
    }
    for (const reader of live) {
      reader.close()
      keep('flux des changements', reader.text)
    }
    expect(live.some(({ messages }) => messages.length > 0)).toBe(true)
  })

  it('rien n’en reste au journal technique, dans la base, à l’export du journal ni dans les fichiers temporaires', async () => {
    keep('journal technique', logged)
    expect(logged).toContain('unexpected error')
    await app.database.snapshot(async ask => {
      for await (const row of exportJournal(ask)) keep('journal exporté', row)
    })
    const { rows: tables } = await app.database.pool.query(
      `select tablename from pg_tables where schemaname = 'public'`,
    )
    for (const { tablename } of tables) {
      const { rows } = await app.database.pool.query(
        `select to_jsonb(t)::text as row, t::text as plain from "${tablename}" t`,
      )
      for (const { row, plain } of rows) {
        keep(`table ${tablename}`, row)
        for (const [, hex] of `${plain}`.matchAll(/\\\\?x([0-9a-f]{10,})/g))
          keep(`table ${tablename}`, Buffer.from(hex ?? '', 'hex'))
      }
    }
    keep(
      'requêtes en cours',
      JSON.stringify((await app.database.pool.query('select query from pg_stat_activity')).rows),
    )
    for (const name of readdirSync(folder, { recursive: true }).map(String)) {
      keep('fichiers temporaires', name)
      if (statSync(join(folder, name)).isFile()) keep('fichiers temporaires', readFileSync(join(folder, name)))
    }
    for (const sink of [
      'réponse /graphql',
      'réponse /files/caseload.csv',
      'réponse /files/original',
      'table vault_item',
      'table journal',
    ])
      expect([sink, (caught.get(sink) ?? []).length > 0]).toEqual([sink, true])

    const leaks: string[] = []
    for (const [sink, pieces] of caught) {
      const all = Buffer.concat(pieces)
      for (const [name, secret] of Object.entries(secrets)) {
        const disguise = disguiseIn(all, secret)
        if (disguise) leaks.push(`${sink} : ${name}, ${disguise}`)
      }
    }
    expect(leaks).toEqual([])
    expect(Object.keys(disguises).length).toBeGreaterThanOrEqual(20)
  })

  it.each<[string, Secret[]]>([
    ['brouillon relu par son autrice', ['brouillon']],
    [
      'ouverture de l’agente attitrée',
      [
        'prénom',
        'nom',
        'organisation',
        'courriel',
        'téléphone',
        'rue',
        'ville',
        'code postal',
        'numéro',
        'propos',
        'message',
        'nom du document',
        'représentante',
      ],
    ],
    ['ouverture du secteur permis', ['prénom', 'nom', 'courriel', 'représentante']],
    ['original ouvert par l’agente attitrée', ['document']],
  ])('la porte permise les donne : %s', (door, expected) => {
    const all = Buffer.concat(permitted.get(door) ?? [])
    for (const name of expected) expect([door, name, disguiseIn(all, secrets[name])]).toEqual([door, name, 'tel quel'])
  })

  it('la porte du secteur permis ne donne rien de plus que ce qui lui est permis', () => {
    const all = Buffer.concat(permitted.get('ouverture du secteur permis') ?? [])
    for (const name of ['propos', 'message', 'nom du document', 'document', 'brouillon'] as const)
      expect([name, disguiseIn(all, secrets[name])]).toEqual([name, undefined])
  })

  it.each(Object.keys(disguises))('la recherche reconnaît un jeton déguisé : %s', name => {
    const told = disguises[name]?.(secrets.nom) ?? ''
    expect(
      disguiseIn(Buffer.concat([Buffer.from('avant '), Buffer.from(told), Buffer.from(' après')]), secrets.nom),
    ).toBeDefined()
  })
})
