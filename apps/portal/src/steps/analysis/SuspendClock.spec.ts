import { admitted, consentRequested, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import SuspendClock from './SuspendClock.vue'

onFifteenthOfJune()
const events = [registered, matterAdded, admitted]

it('une permission attendue est la cause proposée', async () => {
  const form = await writing(SuspendClock, dossierOf([...events, consentRequested]))
  expect(form.text()).toContain('La raison manque.')
  await form.fill('Raison', 'Permission demandée au téléphone.')
  expect(await form.submit()).toEqual([
    { cause: 'AWAITING_CONSENT', from: '2026-06-15', reason: 'Permission demandée au téléphone.' },
  ])
})

it('un arrêt dans l’avenir est refusé avant l’envoi', async () => {
  const form = await writing(SuspendClock, dossierOf(events))
  await form.fill('Raison', 'Précisions attendues.')
  await form.fill('Premier jour', '2026-06-20')
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('Cette date est dans l’avenir.')
})
