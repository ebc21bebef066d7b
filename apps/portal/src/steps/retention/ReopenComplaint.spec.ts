import { admitted, foundUnfounded, informed, matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import ReopenComplaint from './ReopenComplaint.vue'

describe('rouvrir le dossier', () => {
  onFifteenthOfJune()

  it('dit que les faits nouveaux manquent, puis annonce la nouvelle échéance et envoie le seul motif', async () => {
    const form = await writing(
      ReopenComplaint,
      dossierOf([registered, matterAdded, admitted, foundUnfounded, informed]),
    )
    expect(form.text()).toContain('Les faits nouveaux manquent.')
    expect(form.text()).not.toContain('Motifs à examiner de nouveau')
    await form.fill('Faits nouveaux', 'Un courriel retrouvé montre une autre date.')
    expect(form.text()).toContain('Nouvelle échéance de réponse : le 15 juillet 2026.')
    expect(await form.submit()).toEqual([{ matters: ['M1'], newFacts: 'Un courriel retrouvé montre une autre date.' }])
  })

  it('laisse choisir les motifs quand il y en a plusieurs, avec leur résultat', async () => {
    const other = { ...matterAdded, matter: 'M2', subject: 'Accueil au comptoir' }
    const events = [registered, matterAdded, other, admitted, { ...admitted, matter: 'M2' }]
    const decided = [foundUnfounded, { ...foundUnfounded, matter: 'M2' }, informed]
    const form = await writing(ReopenComplaint, dossierOf([...events, ...decided]))
    await form.fill('Faits nouveaux', 'Un témoin s’est manifesté.')
    expect(form.text()).toContain('Il manque au moins un motif de plainte.')
    expect(form.text()).toContain('Non fondée')
    await form.choose('Accueil au comptoir')
    expect(await form.submit()).toMatchObject([{ matters: ['M2'] }])
  })
})
