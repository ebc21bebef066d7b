import { admitted, anonymous, foundUnfounded, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RecordImpossibilityToInform from './RecordImpossibilityToInform.vue'

onFifteenthOfJune()

it('une personne que l’on peut joindre doit être avisée', async () => {
  const form = await writing(
    RecordImpossibilityToInform,
    dossierOf([registered, matterAdded, admitted, foundUnfounded]),
  )
  expect(form.text()).toContain('Il faut 3 essais de suite sans succès')
  await form.fill('Ce qui empêche', 'Absente.')
  expect(await form.submit()).toEqual([])
})

it('sans moyen de réponse, l’impossibilité se consigne avec sa raison', async () => {
  const form = await writing(RecordImpossibilityToInform, dossierOf([anonymous, matterAdded, admitted, foundUnfounded]))
  expect(form.text()).toContain('La raison manque.')
  await form.fill('Ce qui empêche', 'Plainte anonyme sans coordonnées.')
  expect(await form.submit()).toEqual([{ reason: 'Plainte anonyme sans coordonnées.', noRecommendationReason: null }])
})
