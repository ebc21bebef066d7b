import {
  admitted,
  anonymous,
  consentRefused,
  consentRequested,
  matterAdded,
  registered,
} from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import CloseWithoutFurtherAction from './CloseWithoutFurtherAction.vue'

onFifteenthOfJune()

it('un refus de permission est la cause proposée, et l’avis le dira', async () => {
  const events = [registered, matterAdded, admitted, consentRequested, consentRefused]
  const form = await writing(CloseWithoutFurtherAction, dossierOf(events))
  expect(form.text()).toContain('son refus en est la cause')
  expect(form.text()).toContain('Ce qui empêche de connaître les faits doit être exposé.')
  await form.fill('Ce qui empêche', 'Le secteur ne peut retrouver la demande.')
  await form.fill('Motifs de la décision', 'Les faits ne peuvent être établis.')
  expect(await form.submit()).toEqual([
    {
      matter: 'M1',
      cause: 'CONSENT_REFUSED',
      facts: 'Le secteur ne peut retrouver la demande.',
      reasons: 'Les faits ne peuvent être établis.',
    },
  ])
})

it('une cause que le dossier dément est refusée à sa place', async () => {
  const form = await writing(CloseWithoutFurtherAction, dossierOf([anonymous, matterAdded, admitted]))
  await form.choose('Refus de lever l’anonymat')
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('Aucun refus de lever l’anonymat n’est consigné.')
})
