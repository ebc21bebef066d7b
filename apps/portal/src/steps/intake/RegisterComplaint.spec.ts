import { officer } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { ministryStaff, replying } from '../../testing/replying.ts'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RegisterComplaint from './RegisterComplaint.vue'

describe('inscrire une plainte', () => {
  onFifteenthOfJune()
  replying({ MinistryStaff: ministryStaff, KeepRegistrationDraft: { keepRegistrationDraft: null } })

  it('reconnaît dans l’exposé le nom que l’on vient d’écrire, et envoie l’identité à part', async () => {
    const form = await writing(RegisterComplaint, dossierOf([], officer))
    expect(await form.submit()).toEqual([])
    expect(form.text()).toContain('L’identité manque')

    await form.fill('Prénom', 'Gaston')
    await form.fill('Nom', 'Lebelgrain')
    await form.fill('Propos de la personne', 'Quarante minutes !')
    await form.fill('Sujet', 'Attente au téléphone')
    await form.fill('Secteur en cause', 'HABITATION')
    await form.fill('Exposé dépersonnalisé', 'M. Lebelgrain a attendu quarante minutes.')
    expect(await form.submit()).toEqual([])
    expect(form.text()).toContain('Ces passages paraissent identifier la personne')

    await form.fill('Exposé dépersonnalisé', 'La personne a attendu quarante minutes.')
    expect(await form.submit()).toMatchObject([
      {
        anonymous: false,
        receivedOn: '2026-06-15',
        identity: { givenName: 'Gaston', familyName: 'Lebelgrain', numbers: [] },
        words: 'Quarante minutes !',
        matters: [{ subject: 'Attente au téléphone', sector: 'HABITATION', service: null }],
      },
    ])
  })

  it('ne demande à une personne anonyme que de quoi lui répondre, et n’envoie rien d’autre', async () => {
    const form = await writing(RegisterComplaint, dossierOf([], officer))
    await form.fill('Prénom', 'Gaston')
    await form.choose('La plainte est anonyme')
    await form.fill('Propos de la personne', 'Quarante minutes !')
    await form.fill('Sujet', 'Attente au téléphone')
    await form.fill('Secteur en cause', 'HABITATION')
    await form.fill('Exposé dépersonnalisé', 'La personne a attendu quarante minutes.')
    expect(await form.submit()).toMatchObject([{ anonymous: true, identity: null, replyChannels: [] }])
  })
})
