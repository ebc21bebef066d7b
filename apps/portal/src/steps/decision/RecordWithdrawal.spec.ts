import { admitted, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RecordWithdrawal from './RecordWithdrawal.vue'

onFifteenthOfJune()

it('avertit que la plainte prend fin, puis consigne le désistement', async () => {
  const form = await writing(RecordWithdrawal, dossierOf([registered, matterAdded, admitted]))
  expect(form.text()).toContain('Un désistement met fin à la plainte')
  expect(await form.submit()).toEqual([{ channel: 'PHONE', withdrawnOn: '2026-06-15', note: '' }])
})

it('un désistement ne précède pas la plainte', async () => {
  const form = await writing(RecordWithdrawal, dossierOf([registered, matterAdded, admitted]))
  await form.fill('Date du désistement', '2026-05-30')
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('Cette date précède la réception de la plainte.')
})
