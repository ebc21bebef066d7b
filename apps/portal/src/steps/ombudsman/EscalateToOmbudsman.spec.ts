import { matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import EscalateToOmbudsman from './EscalateToOmbudsman.vue'

describe('consigner un recours au Protecteur du citoyen', () => {
  onFifteenthOfJune()

  it('montre la fin de l’année qui court depuis que la personne connaît les faits', async () => {
    const form = await writing(EscalateToOmbudsman, dossierOf([registered, matterAdded]))
    expect(form.text()).toContain('le 20 mai 2027')
    expect(form.text()).not.toContain('Plus d’un an après les faits')
  })

  it('avertit quand l’année est passée', async () => {
    const dossier = dossierOf([{ ...registered, factsKnownOn: '2025-06-14' }, matterAdded])
    const form = await writing(EscalateToOmbudsman, dossier)
    expect(form.text()).toContain('Plus d’un an après les faits')
  })

  it('dit que la date ne se calcule pas quand le dossier ne dit rien des faits', async () => {
    const form = await writing(EscalateToOmbudsman, dossierOf([{ ...registered, factsKnownOn: null }, matterAdded]))
    expect(form.text()).toContain('ne peut pas être calculée')
  })

  it('ne demande pas le consentement d’une personne anonyme', async () => {
    const form = await writing(EscalateToOmbudsman, dossierOf([{ ...registered, anonymous: true }, matterAdded]))
    expect(form.text()).not.toContain('Date du consentement')
  })

  it('demande qui saisit le Protecteur du citoyen, puis envoie le recours', async () => {
    const form = await writing(EscalateToOmbudsman, dossierOf([registered, matterAdded]))
    expect(await form.submit()).toEqual([])
    expect(form.text()).toContain('La réponse manque.')
    await form.choose('La personne plaignante')
    await form.fill('Ce que la personne demande', 'Le délai est contesté.')
    await form.fill('Date du consentement', '2026-06-12')
    expect(await form.submit()).toEqual([
      {
        initiatedBy: 'COMPLAINANT',
        escalatedOn: '2026-06-15',
        ombudsmanFileNumber: null,
        consentGivenOn: '2026-06-12',
        reason: 'Le délai est contesté.',
      },
    ])
  })
})
