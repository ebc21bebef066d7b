import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorisations } from '../testing/authorisations.ts'
import { acts, documentOf, type Field, isStep, plausible, questions, valuesFor } from '../testing/contract.ts'
import { ministry } from '../testing/ministry.ts'
import { prepareSituations, type Situation, situationNames } from '../testing/situations.ts'

/** Who knocks, by the name of their column. */
const people = {
  'Sans session': undefined,
  'Agente attitrée': 'agente@exemple.test',
  'Autre agent': 'agent@exemple.test',
  Responsable: 'responsable@exemple.test',
  'Secteur consulté': 'habitation@exemple.test',
  'Secteur voisin': 'voirie@exemple.test',
  Gestion: 'gestion@exemple.test',
  Vérification: 'verification@exemple.test',
  Protecteur: 'protecteur@exemple.test',
  Administration: 'administration@exemple.test',
} as const
type Who = keyof typeof people
const everyone = Object.keys(people) as Who[]

const page = authorisations()
const doors = page.get('Les portes') ?? new Map()
const dossiers = page.get('Ce qui existe') ?? new Map()
const openings = page.get('Ouvrir l’identité') ?? new Map()

/** Nothing is written under this version: the answer says only who may, and of what they may know. */
const noVersion = 999_999

describe('qui peut quoi, d’après la page des autorisations', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let situations: Awaited<ReturnType<typeof prepareSituations>>
  beforeAll(async () => {
    app = await ministry()
    plausible.concernedStaff = () => app.officer
    plausible.fileNumber = () => '2026-000001'
    situations = await prepareSituations(app)
    const caps = { perHour: 1000, perDay: 1000, label: 'essai' }
    await app.database.pool.query(`insert into setting (key, value) values ('OPENING_CAPS', $1)`, [
      JSON.stringify(caps),
    ])
  })
  afterAll(() => app.stop())

  const browserOf = async (who: Who) => (people[who] ? app.browserOf(people[who]) : app.visitor())
  type Errors = { extensions: Record<string, unknown> }[] | undefined

  /** What a door answered, in the words of the page. */
  function word(errors: Errors, data: unknown): string {
    const codes = (errors ?? []).map(({ extensions }) => String(extensions.code))
    if (codes.includes('UNAUTHENTICATED')) return 'session'
    if (codes.includes('FORBIDDEN')) return 'non'
    // Refused for what was sent, by a door that had let in.
    if (codes.includes('BAD_USER_INPUT')) return 'oui'
    if (codes.length > 0) return codes.join(' ')
    const unknown = Object.values(data ?? {}).includes('DOSSIER_UNKNOWN')
    return data === null || data === undefined || unknown ? 'rien' : 'oui'
  }

  async function knocks(who: Who, kind: 'query' | 'mutation', field: Field, values: object): Promise<string> {
    const browser = await browserOf(who)
    const { errors, data } = await browser.ask(documentOf(kind, field, values), values)
    const said = word(errors, data?.[field.name])
    if (said !== 'TOO_COMPLEX') return said
    const shallow = await browser.ask(documentOf(kind, field, values, false), values)
    return word(shallow.errors, shallow.data?.[field.name])
  }

  /** A step sent at once to the dossiers of every situation. */
  async function stepOn(who: Who, field: Field): Promise<Map<Situation, string>> {
    const inputType = field.args.find(({ name }) => name === 'input')?.type
    const sent = situationNames.map(
      (_, at) => `s${at}: ${field.name}(dossier: $d${at}, input: $input) { ... on StepRefused { code } }`,
    )
    const declared = situationNames.map((_, at) => `$d${at}: DossierRef!`)
    const references = situationNames.map((name, at) => [
      `d${at}`,
      { id: situations.idOf(name), expectedVersion: noVersion, idempotencyKey: randomUUID() },
    ])
    const { data, errors } = await (await browserOf(who)).ask<Record<string, { code?: string }>>(
      `mutation (${declared.join(' ')} $input: ${inputType}) { ${sent.join(' ')} }`,
      { ...Object.fromEntries(references), input: valuesFor(field).input },
    )
    return new Map(
      situationNames.map((name, at) => [name, errors ? word(errors, data) : (data[`s${at}`]?.code ?? 'inscrit')]),
    )
  }

  it('chaque question et chaque acte du contrat a sa ligne, et chaque ligne sa question ou son acte', () => {
    const written = [...questions, ...acts].map(({ name }) => name)
    expect([...doors.keys()].toSorted()).toEqual(written.toSorted())
    for (const [name, row] of doors) expect([name, [...row.keys()]]).toEqual([name, everyone])
    expect([...dossiers.keys()]).toEqual([...situationNames])
    expect([...openings.keys()]).toEqual([...situationNames])
  })

  it.each(questions.map(field => [field.name, field] as const))('la question « %s »', async (name, field) => {
    const aboutOne = field.args.some(arg => arg.name === 'id' || arg.name === 'dossier')
    for (const who of everyone) {
      const answers = new Set<string>()
      for (const situation of aboutOne ? situationNames : situationNames.slice(0, 1)) {
        const id = situations.idOf(situation)
        const values = { ...valuesFor(field, false), ...(aboutOne && { id, dossier: id }) }
        answers.add(await knocks(who, 'query', field, values))
      }
      expect([name, who, [...answers].join(', ')]).toEqual([name, who, doors.get(name)?.get(who)])
    }
  })

  it.each(acts.filter(({ name }) => isStep(name)).map(field => [field.name, field] as const))(
    'l’étape « %s », dans toutes les situations',
    async (name, field) => {
      for (const who of everyone) {
        const found = await stepOn(who, field)
        for (const [situation, code] of found) {
          const said = { NOT_PERMITTED: 'non', VERSION_STALE: 'oui', ALREADY_REGISTERED: 'oui' }[code] ?? code
          const exists = dossiers.get(situation)?.get(who) === 'oui'
          const expected = doors.get(name)?.get(who)
          // To whom a dossier does not exist, it is unknown rather than changed meanwhile.
          const unknown = expected === 'oui' && !exists && name !== 'registerComplaint'
          expect([name, who, situation, said]).toEqual([name, who, situation, unknown ? 'DOSSIER_UNKNOWN' : expected])
        }
      }
    },
  )

  it('un dossier n’existe que pour qui la page le dit', async () => {
    const dossier = questions.find(({ name }) => name === 'dossier')
    const consultations = '{ consultations(first: 100) { rows { dossier { id } } } }'
    if (!dossier) throw new Error('dossier')
    for (const who of everyone) {
      const read = await (await browserOf(who)).ask<{ consultations: { rows: { dossier: { id: string } }[] } }>(
        consultations,
      )
      for (const situation of situationNames) {
        const id = situations.idOf(situation)
        const whole = (await knocks(who, 'query', dossier, { id })) === 'oui'
        const asked = read.data?.consultations?.rows.some(row => row.dossier.id === id) ?? false
        const sector = who.startsWith('Secteur')
        if (sector) expect([who, situation, whole]).toEqual([who, situation, false])
        const exists = sector ? asked : whole
        const expected = dossiers.get(situation)?.get(who)
        expect([who, situation, exists ? 'oui' : 'non']).toEqual([who, situation, expected === 'oui' ? 'oui' : 'non'])
      }
    }
  })

  it.each(situationNames)('l’ouverture de l’identité, %s', async situation => {
    const row = openings.get(situation)
    for (const who of everyone) {
      const { version } = await situations.complaintOf(situation)
      const reference = { id: situations.idOf(situation), expectedVersion: version, idempotencyKey: randomUUID() }
      const browser = await browserOf(who)
      const { data, errors } = await browser.ask<{ openIdentity: { code?: string; opening?: string } }>(
        `mutation ($dossier: DossierRef!, $input: OpenIdentityInput!) {
           openIdentity(dossier: $dossier, input: $input) { ... on StepTaken { opening } ... on StepRefused { code } }
         }`,
        { dossier: reference, input: { reason: 'Rappeler la personne.', scope: ['IDENTITY'] } },
      )
      const { code, opening } = data?.openIdentity ?? {}
      expect([who, errors ? word(errors, data) : opening ? 'ouvre' : code]).toEqual([who, row?.get(who)])
      if (!opening) continue
      // What was opened is read by whoever opened, and by nobody else of the page.
      for (const other of everyone.filter(each => each !== who)) {
        const answer = await (await browserOf(other)).ask(disclose, { opening })
        expect([who, other, answer.text]).toEqual([who, other, expect.not.stringContaining('castonguay')])
      }
      const anonymous = situation.includes('anonyme')
      const { text } = await browser.ask(disclose, { opening })
      expect([who, text.toLowerCase().includes('castonguay')]).toEqual([who, !anonymous])
    }
  })

  const disclose = `mutation ($opening: ID!) { discloseIdentity(opening: $opening) { __typename
    ... on IdentityDisclosed { identity { familyName } } } }`

  // Last, since some of these acts change the accounts and the settings.
  it.each(acts.filter(({ name }) => !isStep(name)).map(field => [field.name, field] as const))(
    'l’acte « %s »',
    async (name, field) => {
      for (const who of everyone) {
        const email = people[who]
        const browser = email ? await app.signedIn(email) : app.visitor()
        const values = valuesFor(field, field.name !== 'keepCaseloadView')
        if (name === 'keepRegistrationDraft') {
          const { data: known } = await browser.ask<{ me: { id: string } | null }>('{ me { id } }')
          Object.assign(values.input as object, { author: known.me?.id ?? 'personne' })
        }
        const { errors, data } = await browser.ask(documentOf('mutation', field, values), values)
        const said = word(errors, data?.[name])
        expect([name, who, said]).toEqual([name, who, doors.get(name)?.get(who)])
      }
    },
  )
})
