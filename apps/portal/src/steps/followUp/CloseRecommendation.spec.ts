import { admitted, foundFounded, informed, matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import CloseRecommendation from './CloseRecommendation.vue'

const refused = [
  registered,
  matterAdded,
  admitted,
  foundFounded,
  {
    type: 'RECOMMENDATION_FORMULATED',
    recommendation: 'R1',
    matter: 'M1',
    sector: 'AMENAGEMENT',
    text: 'Annoncer le délai dès la réception d’une demande.',
    dueOn: null,
  },
  informed,
  { type: 'RECOMMENDATION_ANSWERED', recommendation: 'R1', answer: 'REFUSED', plan: 'Déjà en place.', dueOn: null },
] as const

describe('terminer le suivi d’une recommandation', () => {
  onFifteenthOfJune()

  it('avertit que le suivi ne se rouvre pas, et rappelle la raison du refus', async () => {
    const form = await writing(CloseRecommendation, dossierOf(refused))
    expect(form.text()).toContain('Le suivi ne se rouvre pas')
    expect(form.text()).toContain('Raison du refus : Déjà en place.')
  })

  it('dit que la raison manque, puis envoie la fin du suivi', async () => {
    const form = await writing(CloseRecommendation, dossierOf(refused))
    expect(await form.submit()).toEqual([])
    expect(form.text()).toContain('La raison manque.')
    await form.fill('Raison de terminer le suivi', 'Le refus est retenu.')
    expect(await form.submit()).toEqual([{ recommendation: 'R1', reason: 'Le refus est retenu.' }])
  })
})
