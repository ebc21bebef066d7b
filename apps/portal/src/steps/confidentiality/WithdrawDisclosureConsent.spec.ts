import {
  admitted,
  consentGranted,
  consentRequested,
  informed,
  matterAdded,
  registered,
} from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import WithdrawDisclosureConsent from './WithdrawDisclosureConsent.vue'

onFifteenthOfJune()

const granted = [registered, matterAdded, admitted, consentRequested, consentGranted]

it('un retrait part pour le secteur qui avait la permission, et son effet est dit', async () => {
  const form = await writing(WithdrawDisclosureConsent, dossierOf(granted))
  expect(form.text()).toContain('L’effet est immédiat')
  expect(await form.submit()).toEqual([{ sector: 'AMENAGEMENT', channel: 'PHONE', withdrawnOn: '2026-06-15' }])
})

it('un retrait se consigne même dans un dossier fermé', async () => {
  const form = await writing(WithdrawDisclosureConsent, dossierOf([...granted, informed]))
  expect(await form.submit()).toMatchObject([{ sector: 'AMENAGEMENT' }])
})

it('un retrait ne précède pas l’accord', async () => {
  const form = await writing(WithdrawDisclosureConsent, dossierOf(granted))
  await form.fill('Date du retrait', '2026-06-05')
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('Cette date précède la demande.')
})
