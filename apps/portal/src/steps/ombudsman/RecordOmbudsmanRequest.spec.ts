import type { EscalatedToOmbudsman } from '@bienfonde/domain'
import { matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RecordOmbudsmanRequest from './RecordOmbudsmanRequest.vue'

const escalated: EscalatedToOmbudsman = {
  type: 'ESCALATED_TO_OMBUDSMAN',
  escalation: 'E1',
  initiatedBy: 'COMPLAINANT',
  escalatedOn: '2026-06-08',
  ombudsmanFileNumber: null,
  consentGivenOn: null,
  reason: 'Le délai est contesté.',
}

describe('consigner une demande du Protecteur du citoyen', () => {
  onFifteenthOfJune()

  it('dit que le texte manque, puis envoie la demande sans ce qui est facultatif', async () => {
    const form = await writing(RecordOmbudsmanRequest, dossierOf([registered, matterAdded, escalated]))
    expect(form.text()).toContain('Ce texte manque.')
    expect(form.text()).not.toContain('Recours (obligatoire)')
    await form.fill('Ce que le Protecteur du citoyen demande', 'La chronologie du traitement.')
    expect(await form.submit()).toEqual([
      {
        escalation: 'E1',
        receivedOn: '2026-06-15',
        text: 'La chronologie du traitement.',
        dueOn: null,
        legalDemand: null,
      },
    ])
  })

  it('propose le recours le plus récent quand il y en a plusieurs', async () => {
    const second = { ...escalated, escalation: 'E2', initiatedBy: 'OMBUDSMAN' } as const
    const form = await writing(RecordOmbudsmanRequest, dossierOf([registered, matterAdded, escalated, second]))
    expect(form.valueOf('Recours')).toBe('E2')
  })
})
