import { admitted, consentRequested, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RequestDisclosureConsent from './RequestDisclosureConsent.vue'

onFifteenthOfJune()

it('une demande dit pourquoi, quoi, ce qui est expliqué et les conséquences ; chaque manque est dit', async () => {
  const form = await writing(RequestDisclosureConsent, dossierOf([registered, matterAdded, admitted]))
  expect(form.text()).toContain('La raison pour laquelle l’analyse l’exige manque.')
  await form.fill('Pourquoi l’analyse l’exige', 'Retrouver la demande en cause.')
  expect(form.text()).toContain('La nature des renseignements manque.')
  await form.choose('Nom et coordonnées')
  expect(form.text()).toContain('Ce qui a été expliqué à la personne manque.')
  await form.fill('Ce qui a été expliqué', 'Son nom irait au secteur, le temps de l’analyse.')
  expect(form.text()).toContain('Les conséquences d’un accord et d’un refus doivent être expliquées.')
  expect(await form.submit()).toEqual([])
  await form.choose('Les conséquences')
  expect(await form.submit()).toEqual([
    {
      sectors: ['AMENAGEMENT'],
      purpose: 'Retrouver la demande en cause.',
      categories: ['IDENTITY'],
      explained: 'Son nom irait au secteur, le temps de l’analyse.',
      consequencesExplained: true,
      channel: 'PHONE',
    },
  ])
})

it('une demande en attente est dite, et n’est pas proposée de nouveau', async () => {
  const form = await writing(RequestDisclosureConsent, dossierOf([registered, matterAdded, admitted, consentRequested]))
  expect(form.text()).toContain('Demande du 8 juin 2026, sans réponse consignée.')
  expect(form.text()).toContain('Le secteur manque.')
})
