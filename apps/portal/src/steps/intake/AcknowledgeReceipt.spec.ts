import { matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import AcknowledgeReceipt from './AcknowledgeReceipt.vue'

describe('accuser réception', () => {
  onFifteenthOfJune()

  it('propose un texte avec le numéro, l’échéance et le recours, par le moyen que la personne a donné', async () => {
    const form = await writing(AcknowledgeReceipt, dossierOf([registered, matterAdded]))
    const text = form.valueOf('Texte envoyé')
    for (const said of ['PL-2026-00001', '30 juin 2026', 'Protecteur du citoyen']) expect(text).toContain(said)
    expect(await form.submit()).toEqual([{ channel: 'PHONE', sentOn: '2026-06-15', text }])
  })
})
