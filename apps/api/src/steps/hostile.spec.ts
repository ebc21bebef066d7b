import { randomUUID } from 'node:crypto'
import { permits, type StepName, steps } from '@bienfonde/domain'
import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acts, isStep, plausible, valueFor } from '../testing/contract.ts'
import { call, ministry } from '../testing/ministry.ts'

type Path = (string | number)[]
type Json = unknown

/** A place in what is sent: where it is, what it may hold, and whether it may be left out. */
interface Place {
  path: Path
  type: string
  list: boolean
  required: boolean
}

function placesOf(type: GraphQLInputType, path: Path, required: boolean): Place[] {
  const bare = getNullableType(type)
  if (isListType(bare)) {
    const here = { path, type: 'list', list: true, required }
    return [here, ...placesOf(bare.ofType, [...path, 0], false)]
  }
  if (isInputObjectType(bare)) {
    const inside = Object.values(bare.getFields()).flatMap(field =>
      placesOf(field.type, [...path, field.name], isRequiredInputField(field)),
    )
    return [{ path, type: 'object', list: false, required }, ...inside]
  }
  return [{ path, type: isEnumType(bare) ? 'enum' : bare.name, list: false, required }]
}

/** The same variables with another value in one place; `undefined` leaves it out. */
function withValue(variables: Json, [first, ...rest]: Path, value: Json): Json {
  if (first === undefined) return value
  if (Array.isArray(variables)) return variables.map((item, at) => (at === first ? withValue(item, rest, value) : item))
  const before = (variables ?? {}) as Record<string, Json>
  return { ...before, [first]: withValue(before[first], rest, value) }
}

/** How the answer may name a place: by its path inside the step's input, an item of a list by its list too. */
function namesOf(path: Path): string[] {
  const whole = path.filter((key, at) => typeof key === 'string' || at < path.length - 1).join('.')
  return [whole, whole.replace(/^(input|dossier)\./, '')]
}

function documentOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const declared = args.map(arg => `$${arg.name}: ${arg.type}`).join(', ')
  const passed = args.map(arg => `${arg.name}: $${arg.name}`).join(', ')
  const asked = isStep(name)
    ? '{ __typename ... on StepTaken { lines } ... on StepRefused { code message field } }'
    : isLeafType(getNamedType(type))
      ? ''
      : '{ __typename }'
  return `mutation ${declared && `(${declared})`} { ${name} ${passed && `(${passed})`} ${asked} }`
}

// A password may hold any character, and a code is compared; nobody reads them.
const secrets = new Set(['password', 'current', 'chosen', 'code'])
const sentence = /^[A-ZÀ-Ý«].*\.$/s

describe('ce qui est envoyé de travers', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  let id: string
  let version: number
  beforeAll(async () => {
    app = await ministry()
    plausible.concernedStaff = () => app.officer
    const dossier = app.dossier()
    await dossier.take('responsable@exemple.test', 'registerComplaint', call)
    await dossier.take('responsable@exemple.test', 'declareAdmissible', { matter: 'M1', reasons: '' })
    id = dossier.id
    version = 4
  })
  afterAll(() => app.stop())

  const written = async () => {
    const { rows } = await app.database.pool.query(
      `select (select count(*)::int from journal) as lines, (select count(*)::int from dossier) as dossiers,
         (select count(*)::int from idempotency) as answers, (select count(*)::int from vault_item) as sealed,
         (select count(*)::int from caseload) as caseload, (select max(last) from file_number) as number`,
    )
    return rows[0]
  }

  /** What a careful person of the ministry would send, on a dossier that exists. */
  const careful = (field: GraphQLField<unknown, unknown>): Record<string, Json> => {
    const variables = Object.fromEntries(field.args.map(arg => [arg.name, valueFor(arg.type, arg.name)]))
    const dossier = { id, expectedVersion: version, idempotencyKey: randomUUID(), confirmation: null }
    return isStep(field.name) ? { ...variables, dossier } : variables
  }

  /** Nobody meets a failure: an answer is data, or errors whose sentences are French. */
  async function answerTo(email: string | undefined, field: GraphQLField<unknown, unknown>, variables: object) {
    const browser = email ? await app.browserOf(email) : app.visitor()
    const answer = await browser.ask(documentOf(field), variables)
    const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code)
    expect(codes, answer.text).not.toContain('INTERNAL_SERVER_ERROR')
    expect(answer.status, answer.text).toBeLessThan(500)
    for (const { message } of answer.errors ?? []) expect(message).toMatch(sentence)
    const outcome = (answer.data?.[field.name] ?? {}) as { __typename?: string; code?: string; message?: string }
    const fields = (answer.errors?.[0]?.extensions.fields ?? []) as { field: string; message: string }[]
    for (const { message } of fields) expect(message).toMatch(sentence)
    return { codes, outcome, fields, text: answer.text }
  }

  /** Each hostile value is refused under the name of its place, and nothing at all is written. */
  async function refusedAt(field: GraphQLField<unknown, unknown>, places: Place[], value: (place: Place) => Json) {
    const before = await written()
    for (const place of places) {
      const variables = withValue(careful(field), place.path, value(place)) as object
      const { codes, fields, text } = await answerTo(
        field.name === 'signIn' ? undefined : 'responsable@exemple.test',
        field,
        variables,
      )
      const said = `${field.name} ${place.path.join('.')} ${text}`
      expect([...new Set(codes)], said).toEqual(['BAD_USER_INPUT'])
      const names = namesOf(place.path)
      expect(fields, said).not.toEqual([])
      expect(
        fields.every(at => names.some(name => at.field === name || at.field.startsWith(`${name}.`))),
        said,
      ).toBe(true)
    }
    expect(await written()).toEqual(before)
  }

  const places = (field: GraphQLField<unknown, unknown>) =>
    field.args.flatMap(arg => placesOf(arg.type, [arg.name], isRequiredArgument(arg)))
  const texts = (field: GraphQLField<unknown, unknown>) =>
    places(field).filter(({ type }) => type === 'String' || type === 'ID')

  const withInput = acts.filter(({ args }) => args.length > 0)
  const ofSteps = acts.filter(({ name }) => isStep(name))

  it('a une étape pour chaque étape du processus', () => {
    expect(ofSteps.map(({ name }) => name).sort()).toEqual(Object.keys(steps).sort())
  })

  describe.each(withInput.map(field => [field.name, field] as const))('%s', (_, field) => {
    it('nomme le renseignement obligatoire qui manque', async () => {
      await refusedAt(
        field,
        places(field).filter(({ required }) => required),
        () => undefined,
      )
    })

    it('nomme le renseignement d’un autre genre', async () => {
      await refusedAt(field, places(field), ({ type }) => (type === 'object' ? 'texte' : { faux: true }))
    })

    it('nomme la date, le code ou le nombre qui n’existe pas', async () => {
      const wrong: Record<string, Json> = {
        LocalDate: '2026-02-30',
        enum: 'NOTHING',
        Int: 2 ** 40,
        Float: 'un',
        Boolean: 'vrai',
      }
      await refusedAt(
        field,
        places(field).filter(({ type }) => type in wrong),
        ({ type }) => wrong[type],
      )
    })

    it('nomme le texte ou la liste sans mesure', async () => {
      await refusedAt(field, texts(field), () => 'é'.repeat(61_000))
      const lists = places(field).filter(({ list }) => list)
      const before = careful(field)
      await refusedAt(field, lists, ({ path }) => {
        const [item] = path.reduce<Json>((value, key) => (value as Record<string, Json>)[key], before) as Json[]
        return Array.from({ length: 1001 }, () => item)
      })
    })

    it('nomme le texte qu’on ne peut garder', async () => {
      await refusedAt(field, texts(field), () => 'a\u0000b')
      await refusedAt(field, texts(field), () => 'a\ud800b')
    })

    it('refuse le caractère de contrôle dans ce qui se lit', async () => {
      const read = texts(field).filter(({ path }) => path[0] === 'input' && !secrets.has(String(path.at(-1))))
      await refusedAt(field, read, () => 'texte\u0007\u001b[2J')
    })
  })

  describe.each(ofSteps.map(field => [field.name as StepName, field] as const))('%s', (name, field) => {
    it('demande une session', async () => {
      const before = await written()
      const { codes } = await answerTo(undefined, field, careful(field))
      expect(codes).toEqual(['UNAUTHENTICATED'])
      expect(await written()).toEqual(before)
    })

    it('est refusée à qui n’en a pas le rôle, de la même façon que le dossier existe ou non', async () => {
      const before = await written()
      const roles = [
        ['gestion', 'MANAGER'],
        ['verification', 'AUDITOR'],
        ['protecteur', 'OMBUDSMAN'],
        ['administration', 'ADMINISTRATOR'],
        ['habitation', 'SECTOR_RESPONDENT'],
        ['agente', 'OFFICER'],
      ] as const
      for (const [who, role] of roles.filter(([, role]) => !permits({ role }, steps[name].act))) {
        for (const dossier of [{}, { id: randomUUID() }, { expectedVersion: 1 }]) {
          const variables = careful(field)
          const sent = { ...variables, dossier: { ...(variables.dossier as object), ...dossier } }
          const { outcome, text } = await answerTo(`${who}@exemple.test`, field, sent)
          expect(outcome, `${role} ${text}`).toEqual({
            __typename: 'StepRefused',
            code: 'NOT_PERMITTED',
            message: 'Votre rôle ne permet pas cette étape.',
            field: null,
          })
        }
      }
      expect(await written()).toEqual(before)
    })

    it('sur un motif, une recommandation, une consultation, un recours ou un document inconnus, est refusée', async () => {
      const before = await written()
      const named = [
        'matter',
        'recommendation',
        'consultation',
        'escalation',
        'attachment',
        'officer',
        'relatedFileNumber',
      ]
      const unknown = places(field).filter(({ path }) => path.length === 2 && named.includes(String(path[1])))
      for (const { path } of unknown) {
        const value = path[1] === 'attachment' ? randomUUID() : 'M404'
        const { outcome, text } = await answerTo(
          'responsable@exemple.test',
          field,
          withValue(careful(field), path, value) as object,
        )
        if (outcome.__typename) expect(outcome.__typename, text).toBe('StepRefused')
        if (outcome.message) expect(outcome.message).toMatch(sentence)
      }
      expect(await written()).toEqual(before)
    })
  })

  it.each(ofSteps.filter(({ name }) => name !== 'registerComplaint').map(field => [field.name, field] as const))(
    '%s est refusée sur un dossier inconnu',
    async (_, field) => {
      const before = await written()
      for (const expectedVersion of [0, 4]) {
        const dossier = { id: randomUUID(), expectedVersion, idempotencyKey: randomUUID() }
        const { outcome, text } = await answerTo('responsable@exemple.test', field, { ...careful(field), dossier })
        expect(outcome, text).toMatchObject({ __typename: 'StepRefused', code: 'DOSSIER_UNKNOWN' })
      }
      expect(await written()).toEqual(before)
    },
  )

  it('une ouverture ne se présente pas sans session', async () => {
    const field = acts.find(({ name }) => name === 'discloseIdentity')
    if (!field) throw new Error('discloseIdentity')
    expect((await answerTo(undefined, field, careful(field))).codes).toEqual(['UNAUTHENTICATED'])
  })
})
