import type { TransferAuthorizationRequested } from '@bienfonde/domain'
import { matterAdded, outside, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RecordTransferAuthorization from './RecordTransferAuthorization.vue'

onFifteenthOfJune()
const requested: TransferAuthorizationRequested = {
  type: 'TRANSFER_AUTHORIZATION_REQUESTED',
  matter: 'M1',
  body: { code: 'COMMISSION_MUNICIPALE' },
  channel: 'PHONE',
  explained: 'Ce qui serait transmis, à qui, pourquoi.',
}
const dossier = dossierOf([registered, matterAdded, outside, requested])

it('aucune réponse n’est choisie à la place de la personne', async () => {
  const form = await writing(RecordTransferAuthorization, dossier)
  expect(form.text()).toContain('La réponse manque.')
  expect(await form.submit()).toEqual([])
})

it('consigne la réponse, et dit ce qu’elle entraîne', async () => {
  const form = await writing(RecordTransferAuthorization, dossier)
  await form.choose('Refusé')
  expect(form.text()).toContain('rien n’est transmis')
  await form.choose('Autorisé')
  expect(form.text()).toContain('La concertation avec l’organisme peut commencer.')
  expect(await form.submit()).toEqual([{ matter: 'M1', answer: 'GRANTED', channel: 'PHONE', answeredOn: '2026-06-15' }])
})
