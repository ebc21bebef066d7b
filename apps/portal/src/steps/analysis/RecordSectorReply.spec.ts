import { admitted, consulted, matterAdded, registered, respondent } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RecordSectorReply from './RecordSectorReply.vue'

onFifteenthOfJune()
const events = [registered, matterAdded, admitted, consulted]

it('rappelle la question, dit que la réponse manque, puis la consigne', async () => {
  const form = await writing(RecordSectorReply, dossierOf(events))
  expect(form.text()).toContain(consulted.question)
  expect(form.text()).toContain('La réponse manque.')
  await form.fill('Réponse du secteur', 'La demande a été traitée en avril.')
  expect(await form.submit()).toEqual([
    { consultation: 'C1', reply: 'La demande a été traitée en avril.', repliedOn: '2026-06-15' },
  ])
})

it('la personne répondante du secteur envoie la même réponse', async () => {
  const form = await writing(RecordSectorReply, dossierOf(events, respondent))
  expect(form.text()).toContain('Envoyer la réponse')
  await form.fill('Réponse de votre secteur', 'Traitée en avril.')
  expect(await form.submit()).toEqual([{ consultation: 'C1', reply: 'Traitée en avril.', repliedOn: '2026-06-15' }])
})
