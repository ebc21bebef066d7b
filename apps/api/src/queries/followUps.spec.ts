import {
  answerRecommendation,
  assessMerits,
  formulateRecommendation,
  linkTheme,
  recordImplementation,
  suggestImprovement,
} from '@bienfonde/domain'
import { answers } from '@bienfonde/domain/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuild } from '../readModels/rebuild.ts'
import { application } from '../testing/application.ts'
import { fixedId, play, responsible } from '../testing/play.ts'

const matter = { subject: 'Délai', sector: 'HOUSING', statement: 'La demande est restée sans réponse.' }
const query = `query ($standing: FollowUpStanding!) { followUps(standing: $standing) {
  counts { overdue awaitingAnswer inProgress toClose recommendations accepted carriedOut }
  rows { id fileNumber kind sector dueOn answer } } }`

interface Answered {
  followUps: { counts: Record<string, number>; rows: { id: string; kind: string }[] }
}

describe('les suivis', () => {
  let app: Awaited<ReturnType<typeof application>>
  let asked: (email: string, standing: string) => Promise<Answered['followUps']>
  beforeAll(async () => {
    app = await application({ now: () => new Date('2026-09-15T15:00:00Z') })
    await app.database.pool.query(`insert into sector (code, name) values ('HOUSING', 'Habitation')`)
    for (const [email, role] of [
      ['agente', 'OFFICER'],
      ['gestion', 'MANAGER'],
      ['protecteur', 'OMBUDSMAN'],
    ] as const)
      await app.staff(`${email}@exemple.test`, role)
    const player = play(app, responsible)
    const merits = { matter: 'M1', criteria: answers('REPRESENTATIVE_ERROR'), prejudice: 'SELF' as const }
    for (const n of [1, 2, 3]) {
      const id = fixedId(n)
      await player.register(id, '2026-06-01', [matter])
      await player.admit(id, '2026-06-02')
      await player.step(id, '2026-06-10', assessMerits, {
        ...merits,
        prejudiceReason: 'Une saison.',
        reasons: 'Oubli.',
      })
      const recommendation = { matter: 'M1', sector: 'HOUSING', text: 'Rappeler.', dueOn: '2026-10-01' }
      await player.step(id, '2026-06-10', formulateRecommendation, recommendation)
      if (n === 3)
        await player.step(id, '2026-06-10', suggestImprovement, { matter: 'M1', sector: 'HOUSING', text: 'Idée.' })
      await player.inform(id, '2026-06-11')
      await player.step(id, '2026-06-12', linkTheme, {
        title: n === 1 ? 'Suivi des appels' : 'SUIVI des  appels',
        reason: 'Pareil.',
      })
    }
    const accepted = { recommendation: 'R1', answer: 'ACCEPTED' as const, plan: 'Une note.' }
    await player.step(fixedId(2), '2026-06-15', answerRecommendation, accepted)
    await player.step(fixedId(3), '2026-06-15', answerRecommendation, accepted)
    await player.step(fixedId(3), '2026-06-20', recordImplementation, {
      recommendation: 'R1',
      evidence: 'La note.',
      implementedOn: '2026-06-19',
    })
    asked = async (email, standing) => {
      const browser = await app.signedIn(`${email}@exemple.test`)
      return (await browser.ask<Answered>(query, { standing })).data.followUps
    }
  })
  afterAll(() => app.stop())

  it('disent ce qui est en retard, ce qui attend, et les taux avec leur population', async () => {
    const { counts, rows } = await asked('agente', 'OVERDUE')
    expect(counts).toEqual({
      ...{ overdue: 1, awaitingAnswer: 1, inProgress: 1, toClose: 1 },
      ...{ recommendations: 3, accepted: 2, carriedOut: 1 },
    })
    expect(rows).toMatchObject([{ id: 'R1', fileNumber: '2026-000001', kind: 'RECOMMENDATION', answer: null }])
    expect((await asked('agente', 'TO_CLOSE')).rows).toMatchObject([{ fileNumber: '2026-000003' }])
    expect((await asked('agente', 'IDEAS')).rows).toMatchObject([{ id: 'P1', kind: 'IMPROVEMENT', dueOn: null }])
  })

  it('se lisent aussi à la gestion, et à personne d’autre', async () => {
    expect((await asked('gestion', 'IN_PROGRESS')).rows).toHaveLength(1)
    const outsider = await app.signedIn('protecteur@exemple.test')
    expect((await outsider.ask(query, { standing: 'OVERDUE' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('réunissent par thème les dossiers qui montrent la même chose, et se refont à partir du journal', async () => {
    const browser = await app.signedIn('agente@exemple.test')
    const themes = async () => (await browser.ask('{ themes { id title count dossiers { fileNumber } } }')).data.themes
    const before = await themes()
    expect(before).toMatchObject([{ id: 'suivi-des-appels', title: 'Suivi des appels', count: 3 }])
    await rebuild(app.database)
    expect(await themes()).toEqual(before)
  })
})
