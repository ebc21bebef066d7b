import type { RecommendationFormulated } from '@bienfonde/domain'
import { admitted, foundFounded, informed, matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import AnswerRecommendation from './AnswerRecommendation.vue'

const formulated: RecommendationFormulated = {
  type: 'RECOMMENDATION_FORMULATED',
  recommendation: 'R1',
  matter: 'M1',
  sector: 'AMENAGEMENT',
  text: 'Annoncer le délai dès la réception d’une demande.',
  dueOn: '2026-09-01',
}
const closed = [registered, matterAdded, admitted, foundFounded, formulated, informed]

describe('répondre à une recommandation', () => {
  onFifteenthOfJune()

  it('montre la recommandation et son secteur, et propose l’échéance demandée', async () => {
    const form = await writing(AnswerRecommendation, dossierOf(closed))
    expect(form.text()).toContain(formulated.text)
    expect(form.text()).toContain('Aménagement')
    await form.choose('Acceptée')
    expect(form.valueOf('Mise en œuvre prévue le')).toBe('2026-09-01')
  })

  it('ne choisit pas la réponse à la place du secteur', async () => {
    const form = await writing(AnswerRecommendation, dossierOf(closed))
    expect(await form.submit()).toEqual([])
    expect(form.text()).toContain('La réponse manque.')
  })

  it('dit que le plan manque, puis envoie la réponse avec son échéance', async () => {
    const form = await writing(AnswerRecommendation, dossierOf(closed))
    await form.choose('Acceptée')
    expect(form.text()).toContain('Le plan d’action, ou la raison du refus, manque.')
    await form.fill('Plan d’action', 'Afficher le délai dans l’accusé de réception.')
    expect(await form.submit()).toEqual([
      {
        recommendation: 'R1',
        answer: 'ACCEPTED',
        plan: 'Afficher le délai dans l’accusé de réception.',
        dueOn: '2026-09-01',
      },
    ])
  })

  it('un refus a une raison et n’a pas d’échéance', async () => {
    const form = await writing(AnswerRecommendation, dossierOf(closed))
    await form.choose('Refusée')
    await form.fill('Raison du refus', 'Le délai est déjà annoncé.')
    expect(await form.submit()).toMatchObject([{ answer: 'REFUSED', dueOn: null }])
  })

  it('n’offre pas une recommandation déjà répondue', async () => {
    const second = { ...formulated, recommendation: 'R2', text: 'Former l’équipe à l’accueil.' }
    const answered = {
      type: 'RECOMMENDATION_ANSWERED',
      recommendation: 'R1',
      answer: 'ACCEPTED',
      plan: 'Fait.',
      dueOn: null,
    } as const
    const events = [registered, matterAdded, admitted, foundFounded, formulated, second, informed, answered]
    const form = await writing(AnswerRecommendation, dossierOf(events))
    expect(form.text()).toContain(second.text)
    expect(form.text()).not.toContain(formulated.text)
  })
})
