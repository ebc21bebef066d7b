import { admitted, consulted, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import CancelConsultation from './CancelConsultation.vue'

onFifteenthOfJune()
const events = [registered, matterAdded, admitted, consulted]

it('une annulation a sa raison', async () => {
  const form = await writing(CancelConsultation, dossierOf(events))
  expect(form.text()).toContain('La raison manque.')
  await form.fill('Raison de l’annulation', 'Le document reçu suffit.')
  expect(await form.submit()).toEqual([{ consultation: 'C1', reason: 'Le document reçu suffit.' }])
})

it('parmi plusieurs consultations en cours, la personne choisit', async () => {
  const other = { ...consulted, consultation: 'C2', sector: 'HABITATION' }
  const form = await writing(CancelConsultation, dossierOf([...events, other]))
  await form.fill('Consultation', 'C2')
  await form.fill('Raison de l’annulation', 'Secteur non concerné.')
  expect(await form.submit()).toMatchObject([{ consultation: 'C2' }])
})
