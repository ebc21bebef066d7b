import { admitted, foundFounded, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import FormulateRecommendation from './FormulateRecommendation.vue'

onFifteenthOfJune()

it('vise d’abord le secteur du motif, et l’échéance est facultative', async () => {
  const form = await writing(FormulateRecommendation, dossierOf([registered, matterAdded, admitted, foundFounded]))
  expect(form.text()).toContain('Ce texte manque.')
  await form.fill('Recommandation', 'Annoncer un délai tenable.')
  expect(await form.submit()).toEqual([
    { matter: 'M1', sector: 'AMENAGEMENT', text: 'Annoncer un délai tenable.', dueOn: null },
  ])
})

it('une échéance passée est refusée à sa place', async () => {
  const form = await writing(FormulateRecommendation, dossierOf([registered, matterAdded, admitted, foundFounded]))
  await form.fill('Recommandation', 'Annoncer un délai tenable.')
  await form.fill('À mettre en œuvre', '2026-06-01')
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('Cette date est passée.')
})
