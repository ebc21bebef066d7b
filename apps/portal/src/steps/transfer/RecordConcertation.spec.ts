import type { Event } from '@bienfonde/domain'
import { matterAdded, outside, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RecordConcertation from './RecordConcertation.vue'

onFifteenthOfJune()
const authorised: Event[] = [
  registered,
  matterAdded,
  outside,
  {
    type: 'TRANSFER_AUTHORIZATION_REQUESTED',
    matter: 'M1',
    body: { code: 'COMMISSION_MUNICIPALE' },
    channel: 'PHONE',
    explained: 'Ce qui serait transmis, à qui, pourquoi.',
  },
  {
    type: 'TRANSFER_AUTHORIZATION_RECORDED',
    matter: 'M1',
    answer: 'GRANTED',
    channel: 'PHONE',
    answeredOn: '2026-06-08',
  },
]

it('la réponse de l’organisme n’est pas supposée', async () => {
  const form = await writing(RecordConcertation, dossierOf(authorised))
  expect(form.text()).toContain('La réponse manque.')
  expect(await form.submit()).toEqual([])
})

it('un refus avertit que le motif sera examiné de nouveau, et part avec son résumé', async () => {
  const form = await writing(RecordConcertation, dossierOf(authorised))
  await form.choose('Non')
  expect(form.text()).toContain('le motif sera à examiner de nouveau')
  await form.fill('Résumé', 'La Commission ne se reconnaît pas compétente.')
  expect(await form.submit()).toEqual([
    {
      matter: 'M1',
      accepts: false,
      heldOn: '2026-06-15',
      summary: 'La Commission ne se reconnaît pas compétente.',
    },
  ])
})
