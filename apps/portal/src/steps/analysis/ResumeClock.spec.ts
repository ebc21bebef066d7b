import type { ClockSuspended } from '@bienfonde/domain'
import { admitted, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import ResumeClock from './ResumeClock.vue'

onFifteenthOfJune()
const suspended: ClockSuspended = {
  type: 'CLOCK_SUSPENDED',
  cause: 'AWAITING_COMPLAINANT',
  reason: 'Précisions attendues.',
  from: '2026-06-10',
}

it('montre l’échéance qui suivra, puis reprend le délai', async () => {
  const form = await writing(ResumeClock, dossierOf([registered, matterAdded, admitted, suspended]))
  expect(form.text()).toContain('L’échéance de réponse passera au 6 juillet 2026.')
  await form.fill('Premier jour', '2026-06-10')
  expect(form.text()).toContain('L’échéance de réponse restera le 30 juin 2026.')
  expect(form.text()).toContain('La raison manque.')
  await form.fill('Raison', 'Précisions reçues.')
  expect(await form.submit()).toEqual([{ to: '2026-06-10', reason: 'Précisions reçues.' }])
})
