import { admitted, foundUnfounded, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import SuggestImprovement from './SuggestImprovement.vue'

onFifteenthOfJune()

it('une piste suit aussi un motif non fondé', async () => {
  const form = await writing(SuggestImprovement, dossierOf([registered, matterAdded, admitted, foundUnfounded]))
  expect(form.text()).toContain('Ce texte manque.')
  await form.fill('Secteur concerné', 'HABITATION')
  await form.fill('Piste', 'Dire d’avance la durée d’une analyse.')
  expect(await form.submit()).toEqual([
    { matter: 'M1', sector: 'HABITATION', text: 'Dire d’avance la durée d’une analyse.', dueOn: null },
  ])
})
