import { consultSector, recordDisclosureConsent, requestDisclosureConsent } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedId, type Person } from '../testing/play.ts'
import { story } from '../testing/story.ts'

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
const statistics = `{ caseloadStatistics {
  label movement { unit openAtStart received reopened closed openAtEnd } outcomes { outcome matters dossiers }
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
