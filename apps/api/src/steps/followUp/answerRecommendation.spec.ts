import { assessmentCriteria, defaultSettings, proposedNotice } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, ministry, today } from '../../testing/ministry.ts'

const [agente, responsable, habitation] = [
  'agente@exemple.test',
  'responsable@exemple.test',
  'habitation@exemple.test',
] as const
const addressed = '{ addressedRecommendations { total rows { id answer } } }'

describe('une recommandation connue du secteur', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  beforeAll(async () => {
    app = await ministry()
  })
  afterAll(() => app.stop())

  it('se voit et se répond encore quand le dossier se rouvre', async () => {
    const dossier = app.dossier()
    const seen = async () => {
      const browser = await app.browserOf(habitation)
      return (await browser.ask<{ addressedRecommendations: object }>(addressed, {})).data.addressedRecommendations
    }
    await dossier.take(agente, 'registerComplaint', call)
    await dossier.take(responsable, 'declareAdmissible', { matter: 'M1', reasons: '' })
    const assessment = {
      matter: 'M1',
      criteria: assessmentCriteria.map(({ code }) => ({
        criterion: code,
        met: code === 'SERVICE_CULTURE_BREACH',
        reason: 'Voir les constats.',
      })),
      prejudiceReason: 'La personne a perdu une saison.',
      reasons: 'La situation contredit un bon service.',
    }
    expect(await dossier.attempt(responsable, 'assessMerits', assessment)).toMatchObject({
      code: 'PREJUDICE_MISSING',
      field: 'prejudice',
    })
    await dossier.take(responsable, 'assessMerits', { ...assessment, prejudice: 'SELF' })
    await dossier.take(responsable, 'formulateRecommendation', {
      matter: 'M1',
      sector: 'HOUSING',
      text: 'Revoir le suivi.',
    })
    expect(await seen()).toEqual({ total: 0, rows: [] })
    const text = proposedNotice(await dossier.complaint(), defaultSettings)
    await dossier.take(responsable, 'informComplainant', { channel: 'PHONE', sentOn: today, text })
    await dossier.take(responsable, 'reopenComplaint', { matters: ['M1'], newFacts: 'Une lettre retrouvée.' })
    expect(await seen()).toEqual({ total: 1, rows: [{ id: 'R1', answer: null }] })
    await dossier.take(habitation, 'answerRecommendation', {
      recommendation: 'R1',
      answer: 'ACCEPTED',
      plan: 'Ce mois-ci.',
    })
    expect(await seen()).toEqual({ total: 1, rows: [{ id: 'R1', answer: 'ACCEPTED' }] })
  })
})
