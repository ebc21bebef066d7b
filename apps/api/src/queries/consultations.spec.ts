import {
  cancelConsultation,
  consultSector,
  recordDisclosureConsent,
  requestDisclosureConsent,
  withdrawDisclosureConsent,
} from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedId } from '../testing/play.ts'
import { story } from '../testing/story.ts'

const list = `query ($state: ConsultationState, $first: Int! = 25, $after: String) {
  consultations(state: $state, first: $first, after: $after) {
    total next
    rows {
      id dossier { id fileNumber version } purpose statement question askedOn dueOn state reply repliedOn
      grant grantedCategories
    }
  }
}`
const addressed = `query ($first: Int! = 25, $after: String) {
  addressedRecommendations(first: $first, after: $after) {
    total next rows { id dossier { id fileNumber version } text dueOn answer plan implementedOn closedOn }
  }
}`

interface List {
  consultations: {
    total: number
    next: string | null
    rows: { id: string; grant: boolean; grantedCategories: string[]; state: string; dossier: { id: string } }[]
  }
}

describe('ce qui est adressé à un secteur', () => {
  let app: Awaited<ReturnType<typeof story>>
  const clock = { now: new Date('2026-07-06T16:00:00Z') }
  beforeAll(async () => {
    app = await story({ now: () => clock.now })
  })
  afterAll(() => app.stop())

  const consultations = async (who: 'HOUSING' | 'MUNICIPAL_AFFAIRS' | 'ROADS', variables: object = {}) =>
    (await app.asked<List>(who, list, variables)).data.consultations

  it('montre l’exposé, la question, l’échéance et de quoi répondre', async () => {
    expect(await consultations('HOUSING')).toEqual({
      total: 1,
      next: null,
      rows: [
        {
          id: 'C1',
          dossier: { id: fixedId(3), fileNumber: '2026-000003', version: 6 },
          purpose: 'FACTS',
          statement: 'La demande d’aide est restée sans réponse.',
          question: 'Qu’est-il arrivé ?',
          askedOn: '2026-06-17',
          dueOn: '2026-06-30',
          state: 'PENDING',
          reply: null,
          repliedOn: null,
          grant: false,
          grantedCategories: [],
        },
      ],
    })
  })

  it('ne montre à un secteur que ce qui lui est adressé, et rien au voisin', async () => {
    expect((await consultations('MUNICIPAL_AFFAIRS')).rows.map(({ dossier }) => dossier.id)).toEqual([fixedId(4)])
    expect(await consultations('ROADS')).toEqual({ total: 0, next: null, rows: [] })
    expect((await app.asked('ROADS', addressed)).data).toEqual({
      addressedRecommendations: { total: 0, next: null, rows: [] },
    })
  })

  it('se filtre par état', async () => {
    expect((await consultations('MUNICIPAL_AFFAIRS', { state: 'ANSWERED' })).total).toBe(1)
    expect((await consultations('MUNICIPAL_AFFAIRS', { state: 'PENDING' })).total).toBe(0)
  })

  it('montre une recommandation au secteur qu’elle vise, une fois le dossier fermé', async () => {
    expect((await app.asked('MUNICIPAL_AFFAIRS', addressed)).data).toEqual({
      addressedRecommendations: {
        total: 1,
        next: null,
        rows: [
          {
            id: 'R1',
            dossier: { id: fixedId(4), fileNumber: '2026-000004', version: 9 },
            text: 'Refondre la consigne d’accueil.',
            dueOn: null,
            answer: null,
            plan: null,
            implementedOn: null,
            closedOn: null,
          },
        ],
      },
    })
    await app.database.pool.query('update recommendation set visible = false')
    expect((await app.asked('MUNICIPAL_AFFAIRS', addressed)).data).toMatchObject({
      addressedRecommendations: { total: 0, rows: [] },
    })
  })

  it('dit à la requête suivante si une permission est en vigueur, et jamais avant, ni après', async () => {
    const id = fixedId(3)
    const grant = async () => {
      const [row] = (await consultations('HOUSING')).rows
      return [row?.grant, row?.grantedCategories]
    }
    const none = [false, []]
    const ask = async (on: string) =>
      app.step(id, on, requestDisclosureConsent, {
        sectors: ['HOUSING'],
        purpose: 'Retrouver la demande.',
        categories: ['WORDS', 'IDENTITY'],
        explained: 'Ce qui serait communiqué, à qui et pourquoi.',
        consequencesExplained: true,
        channel: 'EMAIL',
      })
    const answer = (granted: boolean, on: string, validUntil: string | null = null) =>
      app.step(id, on, recordDisclosureConsent, {
        sector: 'HOUSING',
        granted,
        channel: 'EMAIL',
        answeredOn: on,
        validUntil,
      })

    expect(await grant()).toEqual(none)
    await ask('2026-07-01')
    expect(await grant()).toEqual(none)
    await answer(false, '2026-07-01')
    expect(await grant()).toEqual(none)
    await ask('2026-07-02')
    await answer(true, '2026-07-02', '2026-07-06')
    expect(await grant()).toEqual([true, ['IDENTITY', 'WORDS']])
    clock.now = new Date('2026-07-07T03:59:00Z')
    expect(await grant()).toEqual([true, ['IDENTITY', 'WORDS']])
    clock.now = new Date('2026-07-07T04:01:00Z')
    expect(await grant()).toEqual(none)
    clock.now = new Date('2026-07-06T16:00:00Z')
    await ask('2026-07-06')
    await answer(true, '2026-07-06')
    expect(await grant()).toEqual([true, ['IDENTITY', 'WORDS']])
    const withdrawn = { sector: 'HOUSING', channel: 'EMAIL' as const, withdrawnOn: '2026-07-06' }
    await app.step(id, '2026-07-06', withdrawDisclosureConsent, withdrawn)
    expect(await grant()).toEqual(none)
  })

  it('se lit page par page, chaque consultation une fois, annulées comprises', async () => {
    const asked = {
      matter: 'M1',
      sector: 'HOUSING',
      purpose: 'ADVICE' as const,
      statement: 'Un exposé.',
      question: 'Que faire ?',
      dueOn: '2026-06-30',
    }
    for (let more = 0; more < 4; more++) await app.step(fixedId(3), '2026-06-20', consultSector, asked)
    await app.step(fixedId(3), '2026-06-21', cancelConsultation, { consultation: 'C3', reason: 'Question répétée.' })
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: List['consultations'] = await consultations('HOUSING', { first: 2, after })
      seen.push(...page.rows.map(row => `${row.id} ${row.state}`))
      expect(page.total).toBe(5)
      after = page.next
    } while (after)
    expect(seen).toEqual(['C1 PENDING', 'C2 PENDING', 'C3 CANCELLED', 'C4 PENDING', 'C5 PENDING'])
  })

  it.each(['MANAGER', 'OFFICER', 'AUDITOR', 'OMBUDSMAN', 'ADMINISTRATOR', 'RESPONSIBLE_OFFICER'] as const)(
    'est fermé à %s, qui n’est d’aucun secteur',
    async who => {
      for (const query of [list, addressed]) {
        const answer = await app.asked(who, query)
        expect(answer.errors?.[0]).toMatchObject({
          message: 'Votre rôle ne donne pas accès à ceci.',
          extensions: { code: 'FORBIDDEN' },
        })
      }
    },
  )
})
