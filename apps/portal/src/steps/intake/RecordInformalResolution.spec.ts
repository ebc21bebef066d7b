import { matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RecordInformalResolution from './RecordInformalResolution.vue'

onFifteenthOfJune()

it('l’entente est demandée, et ce qui prend fin est dit', async () => {
  const form = await writing(RecordInformalResolution, dossierOf([registered, matterAdded]))
  expect(form.text()).toContain('Cette étape met fin à l’analyse')
  expect(form.text()).toContain('L’entente conclue manque.')
  expect(await form.submit()).toEqual([])
})

it('une entente part avec le secteur du motif', async () => {
  const form = await writing(RecordInformalResolution, dossierOf([registered, matterAdded]))
  await form.fill('Ce qui est convenu', 'La demande sera traitée sous dix jours.')
  expect(await form.submit()).toEqual([
    { sector: 'AMENAGEMENT', agreement: 'La demande sera traitée sous dix jours.', agreedOn: '2026-06-15' },
  ])
})
