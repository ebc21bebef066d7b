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
        ombudsmanFileNumber: null,
        consentGivenOn: null,
      },
    ])
  })

  it('garde une échéance passée, en le disant, avec le numéro et le consentement venus après coup', async () => {
    const form = await writing(RecordOmbudsmanRequest, dossierOf([registered, matterAdded, escalated]))
    await form.fill('Date de réception', '2026-06-08')
    await form.fill('Ce que le Protecteur du citoyen demande', 'La chronologie du traitement.')
    await form.fill('Réponse attendue le', '2026-06-12')
    expect(form.text()).toContain('Cette date est déjà passée')
    await form.fill('Numéro du dossier', '26-0042')
    await form.fill('Date du consentement', '2026-06-05')
    expect(await form.submit()).toMatchObject([
      { dueOn: '2026-06-12', ombudsmanFileNumber: '26-0042', consentGivenOn: '2026-06-05' },
    ])
  })

  it('ne redemande pas ce que le recours dit déjà', async () => {
    const known: EscalatedToOmbudsman = { ...escalated, ombudsmanFileNumber: '26-0042', consentGivenOn: '2026-06-08' }
    const form = await writing(RecordOmbudsmanRequest, dossierOf([registered, matterAdded, known]))
    expect(form.text()).not.toContain('Numéro du dossier')
    expect(form.text()).not.toContain('Date du consentement')
  })

  it('propose le recours le plus récent quand il y en a plusieurs', async () => {
    const second = { ...escalated, escalation: 'E2', initiatedBy: 'OMBUDSMAN' } as const
    const form = await writing(RecordOmbudsmanRequest, dossierOf([registered, matterAdded, escalated, second]))
    expect(form.valueOf('Recours')).toBe('E2')
  })
})
