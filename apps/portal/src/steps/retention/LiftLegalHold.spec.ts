import { matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import LiftLegalHold from './LiftLegalHold.vue'

const held = { type: 'LEGAL_HOLD_PLACED', reference: 'Demande d’accès 7', reason: 'En cours.' } as const

describe('lever la mise en suspens légale', () => {
  onFifteenthOfJune()

  it('nomme ce qui prend fin, dit que la raison manque, puis l’envoie', async () => {
    const form = await writing(LiftLegalHold, dossierOf([registered, matterAdded, held]))
    expect(form.text()).toContain('« Demande d’accès 7 »')
    expect(await form.submit()).toEqual([])
    expect(form.text()).toContain('La raison manque.')
    await form.fill('Raison', 'La demande est réglée.')
    expect(await form.submit()).toEqual([{ reason: 'La demande est réglée.' }])
  })
})
