import type { EscalatedToOmbudsman } from '@bienfonde/domain'
import { matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import PreparePackage from './PreparePackage.vue'

const escalated: EscalatedToOmbudsman = {
  type: 'ESCALATED_TO_OMBUDSMAN',
  escalation: 'E1',
  initiatedBy: 'COMPLAINANT',
  escalatedOn: '2026-06-08',
  ombudsmanFileNumber: null,
  consentGivenOn: null,
  reason: 'Le délai est contesté.',
}
const withDemand = {
  type: 'OMBUDSMAN_REQUEST_RECORDED',
  escalation: 'E1',
  receivedOn: '2026-06-08',
  text: 'Le dossier complet.',
  dueOn: null,
  legalDemand: 'Demande 12',
} as const

describe('préparer l’envoi au Protecteur du citoyen', () => {
  onFifteenthOfJune()

  it('dit ce que l’envoi réunit, et qui le prend', async () => {
    const form = await writing(PreparePackage, dossierOf([registered, matterAdded, escalated]))
    expect(form.text()).toContain('Le Protecteur du citoyen le prend sous son propre compte')
  })

  it('n’offre pas un envoi avec identité sans base consignée', async () => {
    const form = await writing(PreparePackage, dossierOf([registered, matterAdded, escalated]))
    const disabled = form.wrapper.findAll('input[type=radio]').map(input => input.attributes('disabled') !== undefined)
    expect(disabled).toEqual([false, true, true])
  })

  it('dit ce qui manque de la personne à appeler, puis envoie sans identité', async () => {
    const form = await writing(PreparePackage, dossierOf([registered, matterAdded, escalated]))
    expect(await form.submit()).toEqual([])
    expect(form.text()).toContain('Ce texte manque.')
    await form.fill('Nom', 'Camille Roy')
    await form.fill('Titre', 'Responsable des plaintes')
    expect(await form.submit()).toEqual([
      {
        escalation: 'E1',
        withIdentity: false,
        basis: 'NONE',
        reference: null,
        contact: { name: 'Camille Roy', title: 'Responsable des plaintes', telephone: '418 691-2025', extension: null },
      },
    ])
  })

  it('une demande fondée sur la loi porte sa référence, et l’envoi l’identité', async () => {
    const form = await writing(PreparePackage, dossierOf([registered, matterAdded, escalated, withDemand]))
    await form.choose('Demande fondée sur la loi')
    expect(form.valueOf('Référence')).toBe('Demande 12')
    expect(form.text()).toContain('L’identité sortira du Ministère')
    await form.fill('Nom', 'Camille Roy')
    await form.fill('Titre', 'Responsable des plaintes')
    expect(await form.submit()).toMatchObject([{ withIdentity: true, basis: 'LEGAL_DEMAND', reference: 'Demande 12' }])
  })

  it('reprend la personne nommée dans l’envoi précédent', async () => {
    const prepared = {
      type: 'PACKAGE_PREPARED',
      escalation: 'E1',
      withIdentity: false,
      basis: 'NONE',
      reference: null,
      contact: { name: 'Camille Roy', title: 'Responsable', telephone: '418 555-0100', extension: '12' },
    } as const
    const form = await writing(PreparePackage, dossierOf([registered, matterAdded, escalated, prepared]))
    expect(form.valueOf('Nom')).toBe('Camille Roy')
    expect(form.valueOf('Poste')).toBe('12')
  })
})
