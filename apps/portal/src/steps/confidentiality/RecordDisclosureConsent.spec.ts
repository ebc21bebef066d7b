import { admitted, consentRequested, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RecordDisclosureConsent from './RecordDisclosureConsent.vue'

onFifteenthOfJune()

const asked = [registered, matterAdded, admitted, consentRequested]

it('la réponse n’est pas choisie d’avance', async () => {
  const form = await writing(RecordDisclosureConsent, dossierOf(asked))
  expect(form.text()).toContain('Retrouver la demande en cause.')
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('La réponse manque.')
})

it('un accord part pour le secteur demandé, et le bouton le nomme', async () => {
  const form = await writing(RecordDisclosureConsent, dossierOf(asked))
  await form.choose('Elle accorde la permission')
  expect(form.text()).toContain('Consigner l’accord')
  expect(await form.submit()).toEqual([
    { sector: 'AMENAGEMENT', granted: true, channel: 'PHONE', answeredOn: '2026-06-15', validUntil: null },
  ])
})

it('une réponse donnée en personne se consigne au comptoir, et seuls les moyens donnés s’offrent avec lui', async () => {
  const form = await writing(RecordDisclosureConsent, dossierOf(asked))
  expect(form.text()).not.toContain('Courriel')
  await form.choose('Elle accorde la permission')
  await form.choose('Au comptoir')
  expect(await form.submit()).toMatchObject([{ channel: 'COUNTER' }])
})

it('un refus part sans dernier jour, et ce qui suit est dit', async () => {
  const form = await writing(RecordDisclosureConsent, dossierOf(asked))
  await form.choose('Elle accorde la permission')
  await form.fill('Dernier jour', '2026-07-01')
  await form.choose('Elle la refuse')
  expect(form.text()).toContain('Le refus est respecté')
  expect(await form.submit()).toMatchObject([{ granted: false, validUntil: null }])
})

it('entre plusieurs secteurs en attente, la personne dit duquel elle parle', async () => {
  const both = { ...consentRequested, sectors: ['AMENAGEMENT', 'HABITATION'] }
  const form = await writing(RecordDisclosureConsent, dossierOf([registered, matterAdded, admitted, both]))
  await form.choose('Elle la refuse')
  expect(await form.submit()).toEqual([])
  await form.choose('Habitation')
  expect(await form.submit()).toMatchObject([{ sector: 'HABITATION', granted: false }])
})
