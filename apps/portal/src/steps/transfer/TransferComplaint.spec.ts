import type { Event } from '@bienfonde/domain'
import { matterAdded, outside, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import TransferComplaint from './TransferComplaint.vue'

onFifteenthOfJune()
const accepted: Event[] = [
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
const agreed: Event = {
  type: 'CONCERTATION_RECORDED',
  matter: 'M1',
  accepts: true,
  heldOn: '2026-06-08',
  summary: 'La Commission accepte.',
}

it('sans l’accord de l’organisme, rien ne part', async () => {
  const form = await writing(TransferComplaint, dossierOf(accepted))
  await form.fill('Ce qui a été transmis', 'La lettre de plainte.')
  expect(await form.submit()).toEqual([])
})

it('avertit qu’un transfert ne se reprend pas, puis consigne ce qui est parti', async () => {
  const form = await writing(TransferComplaint, dossierOf([...accepted, agreed]))
  expect(form.text()).toContain('Un transfert ne se reprend pas')
  await form.fill('Ce qui a été transmis', 'La lettre de plainte.')
  expect(await form.submit()).toEqual([{ matter: 'M1', transmitted: 'La lettre de plainte.', sentOn: '2026-06-15' }])
})
