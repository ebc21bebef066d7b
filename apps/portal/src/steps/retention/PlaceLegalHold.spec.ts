import { matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import PlaceLegalHold from './PlaceLegalHold.vue'

describe('mettre en suspens légal', () => {
  onFifteenthOfJune()

  it('dit ce qui manque, puis envoie la référence et la raison', async () => {
    const form = await writing(PlaceLegalHold, dossierOf([registered, matterAdded]))
    expect(await form.submit()).toEqual([])
    expect(form.text()).toContain('La référence manque.')
    await form.fill('Référence de l’acte', 'Demande d’accès 7')
    await form.fill('Raison', 'Une demande d’accès est en cours.')
    expect(await form.submit()).toEqual([
      { reference: 'Demande d’accès 7', reason: 'Une demande d’accès est en cours.' },
    ])
  })
})
