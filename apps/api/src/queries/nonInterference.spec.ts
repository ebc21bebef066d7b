import { consultSector, recordDisclosureConsent, requestDisclosureConsent } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Chance } from '../demonstration/chance.ts'
import { fixedId, type Person } from '../testing/play.ts'
import { tellProof, trialsOf } from '../testing/proof.ts'
import { story } from '../testing/story.ts'
import { type Pool, type Request, requestDrawn } from '../testing/traces.ts'

const caseload = `query ($filter: CaseloadFilter, $sort: CaseloadSort! = CHANGED_DESC, $after: String) {
  caseload(filter: $filter, sort: $sort, first: 3, after: $after) {
    total next
    rows {
      id fileNumber version phase receivedOn registeredOn intakeChannel language anonymous officer officerName sectors
      subjects outcomes matters excerpt acknowledgementDueOn acknowledgedOn replyDueOn dueState suspended closedOn
      informed escalated changedAt passage { text hit }
    }
  }
}`
const consultations = `query ($state: ConsultationState, $first: Int! = 1, $after: String) {
  consultations(state: $state, first: $first, after: $after) {
    total next
    rows {
      id dossier { id fileNumber version } purpose statement question askedOn dueOn state reply repliedOn
      grant grantedCategories
    }
  }
}`
const addressed = '{ addressedRecommendations { total next rows { id dossier { id fileNumber version } text dueOn } } }'
const statistics = `{ annualReport(fiscalYear: 2026) {
  label tables { code population lines { key label current previous variation } }
} }`
const dossier = `query ($id: ID!) { dossier(id: $id) { journal { event hash } vault { identity } } }`
const register = '{ openings { total rows { reason byName } } }'

const persons: [Person, Person] = [
  { name: 'Philomène Castonguay', email: 'philomene@exemple.test', words: 'Je suis Philomène Castonguay.' },
  {
    name: 'Théodule Robitaille-Quenneville',
    email: 'theodule.rq@exemple.test',
    words: 'Théodule Robitaille-Quenneville, de Saint-Exemple, attend depuis fort longtemps une réponse à sa demande.',
  },
]

describe('deux mondes qui ne diffèrent que par l’identité des personnes', () => {
  /** Dossiers in which the sector HOUSING is asked something, without any permission. */
  const asked = Array.from({ length: 16 }, (_, n) => fixedId(n + 20))
  const worlds: Awaited<ReturnType<typeof story>>[] = []
  beforeAll(async () => {
    for (const person of persons) {
      const world = await story({ person })
      worlds.push(world)
      const consultation = { matter: 'M1', sector: 'HOUSING', purpose: 'FACTS' as const, dueOn: '2026-07-10' }
      const told = { statement: 'Un exposé.', question: 'Qu’en est-il ?' }
      await world.step(fixedId(2), '2026-07-02', consultSector, { ...consultation, ...told })
      await world.step(fixedId(2), '2026-07-02', requestDisclosureConsent, {
        sectors: ['HOUSING'],
        purpose: 'Retrouver la demande.',
        categories: ['IDENTITY'],
        explained: 'Ce qui serait communiqué, à qui et pourquoi.',
        consequencesExplained: true,
        channel: 'EMAIL',
      })
      const answer = { sector: 'HOUSING', granted: true, channel: 'EMAIL' as const, answeredOn: '2026-07-02' }
      await world.step(fixedId(2), '2026-07-02', recordDisclosureConsent, answer)
      for (const id of asked) {
        await world.register(id, '2026-07-01', [{ subject: 'Délai', sector: 'ROADS', statement: 'Un délai.' }], {
          person,
        })
        await world.admit(id, '2026-07-01')
        await world.step(id, '2026-07-01', consultSector, { ...consultation, ...told })
      }
    }
  })
  afterAll(() => Promise.all(worlds.map(world => world.stop())))

  const sorts = ['REPLY_DUE', 'RECEIVED', 'FILE_NUMBER', 'CHANGED'].flatMap(sort => [`${sort}_ASC`, `${sort}_DESC`])
  const searches = [
    ...persons.flatMap(({ name, email, words }) => [name, email, words, ...name.split(/[ -]/), name.slice(0, 4)]),
    'délai',
    'contradictoire',
    '2026-000003',
  ]
  const questions: [string, object][] = [
    ...sorts.map((sort): [string, object] => [caseload, { sort }]),
    ...searches.map((search): [string, object] => [caseload, { filter: { search } }]),
    [caseload, { filter: { dueStates: ['LATE', 'DUE_SOON'] } }],
    [caseload, { filter: { sectors: ['HOUSING'], phases: ['UNDER_ANALYSIS'] } }],
    [consultations, {}],
    [consultations, { first: 100 }],
    [consultations, { state: 'PENDING' }],
    [addressed, {}],
    [statistics, {}],
    ...Array.from({ length: 13 }, (_, n): [string, object] => [dossier, { id: fixedId(n + 1) }]),
    [register, {}],
    [caseload, { after: 'x' }],
  ]

  it.each(['MANAGER', 'HOUSING', 'MUNICIPAL_AFFAIRS', 'ROADS', 'OMBUDSMAN', 'ADMINISTRATOR'] as const)(
    'donnent les mêmes octets à %s, quoi qu’on demande, page après page',
    async who => {
      for (const [query, variables] of questions) {
        const [one, two] = await Promise.all(worlds.map(world => world.asked(who, query, variables)))
        expect(two?.text, JSON.stringify(variables)).toBe(one?.text)
        expect(one?.text).not.toMatch(/castonguay|philom|robitaille|quenneville|theodule|théodule/i)
        const next = /"next":"([^"]+)"/.exec(one?.text ?? '')?.[1]
        if (!next) continue
        const [after, same] = await Promise.all(
          worlds.map(world => world.asked(who, query, { ...variables, after: next })),
        )
        expect(same?.text).toBe(after?.text)
      }
    },
  )

  const unauthorised = [
    'OFFICER',
    'MANAGER',
    'HOUSING',
    'MUNICIPAL_AFFAIRS',
    'ROADS',
    'AUDITOR',
    'OMBUDSMAN',
    'ADMINISTRATOR',
    'NOBODY',
  ] as const
  const traces = trialsOf('TRACES', 120)
  const requestsInTrace = 6

  const pool: Omit<Pool, 'versions'> = {
    texts: [...searches, 'habitation', '', 'x', '%', '2026-000002', 'Un exposé.'],
    dossiers: Array.from({ length: 14 }, (_, n) => fixedId(n + 1)),
    days: ['2026-03-02', '2026-07-02', '2026-07-06', '2026-12-31'],
    consulted: [fixedId(2), fixedId(3), fixedId(4), ...asked],
  }

  async function versionsNow(): Promise<Map<string, number>> {
    const { rows } = (await worlds[0]?.database.pool.query('select id, version from dossier')) ?? { rows: [] }
    return new Map(rows.map(({ id, version }) => [id, version]))
  }

  /** Everything of an answer but the moment at which it was given, and the count of requests that follows from it. */
  async function answered(world: Awaited<ReturnType<typeof story>>, cookie: string, request: Request) {
    const { path, method, body } = request
    const gone = new AbortController()
    const response = await fetch(`${world.url}${path}`, {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }), ...(cookie && { cookie }) },
      signal: gone.signal,
      ...(body && { body: JSON.stringify(body) }),
    })
    const headers = [...response.headers].filter(([name]) => !/^(date|x-ratelimit-(reset|remaining))$/.test(name))
    // A stream of changes has no end of its own.
    const stream = response.headers.get('content-type')?.startsWith('text/event-stream')
    const text = stream ? '' : await response.text()
    gone.abort()
    return { status: response.status, headers, text }
  }

  it(`répondent octet pour octet pareil à ${traces} suites de requêtes tirées au hasard, quiconque les fait`, {
    timeout: 7_200_000,
  }, async () => {
    const cookies = new Map<string, string[]>()
    for (const who of unauthorised)
      cookies.set(who, await Promise.all(worlds.map(world => (who === 'NOBODY' ? '' : world.cookieOf(who)))))
    const kinds = new Map<string, number>()
    let sent = 0
    for (let trace = 0; trace < traces; trace++) {
      const chance = new Chance('trace', trace)
      const who = chance.happens(0.2) ? 'HOUSING' : chance.pick(unauthorised)
      for (let n = 0; n < requestsInTrace; n++) {
        const versions = await versionsNow()
        const request = requestDrawn(chance, { ...pool, versions }, who === 'ADMINISTRATOR')
        // Officers prepare: they are told which words of theirs identify the person. Their steps are not under this proof.
        const told = JSON.stringify(request.body ?? {})
        if (who === 'OFFICER' && told.includes('"mutation')) continue
        // The sector to which the person gave her permission may open in that one dossier.
        if (who === 'HOUSING' && told.includes('openIdentity')) continue
        const answers = await Promise.all(
          worlds.map((world, at) => answered(world, cookies.get(who)?.[at] ?? '', request)),
        )
        expect(answers[1], `${trace} ${who} ${told}`).toEqual(answers[0])
        expect(answers[0]?.status).toBeLessThan(500)
        sent += 1
        const kind = `${request.path.split('?')[0]} ${answers[0]?.status}`
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      }
    }
    // Most of what was sent was understood: it is not a row of ill-formed requests that agree.
    expect(kinds.get('/graphql 200') ?? 0).toBeGreaterThan(sent / 2)
    tellProof(
      'TRACES',
      'nonInterference',
      'Deux mondes qui ne diffèrent que par l’identité',
      'Deux bases, jouées pareillement, ne diffèrent que par les noms, les adresses et les propos des personnes. Chaque suite de requêtes, tirée au hasard, leur est envoyée par la même personne sans permission ; le statut, les en-têtes (sauf la date et le décompte des requêtes par minute) et le corps doivent être les mêmes, octet pour octet.',
      [
        ['Suites de requêtes', traces],
        ['Requêtes envoyées à chaque monde', sent],
        ...[...kinds].toSorted().map(([kind, count]): [string, number] => [`… ${kind}`, count]),
        ['Réponses différentes', 0],
      ],
    )
  })

  it('une recherche d’un nom que seul le coffre garde ne trouve rien', async () => {
    for (const world of worlds) {
      for (const { name, email } of persons) {
        for (const search of [name, email, ...name.split(/[ -]/)]) {
          const { data } = await world.asked<{ caseload: { total: number } }>('OFFICER', caseload, {
            filter: { search },
          })
          expect([search, data.caseload.total]).toEqual([search, 0])
        }
      }
    }
  })
})
