import { officer } from '@bienfonde/domain/testing'
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { ministryStaff, replying } from '../../testing/replying.ts'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RegisterComplaint from './RegisterComplaint.vue'

describe('inscrire une plainte', () => {
  const pages: { unmount: () => void }[] = []
  async function registering() {
    const form = await writing(RegisterComplaint, dossierOf([], officer))
    pages.push(form.wrapper)
    return form
  }
  // A page left open would go on keeping its draft during the trials of others.
  afterEach(async () => {
    for (const page of pages.splice(0)) page.unmount()
    await flushPromises()
  })
  onFifteenthOfJune()
  replying({
    MinistryStaff: ministryStaff,
    KeepRegistrationDraft: { keepRegistrationDraft: null },
    SeekSameContacts: {
      seekSameContacts: [{ __typename: 'SameContactsDossier', id: 'D0', fileNumber: '2026-000007' }],
    },
  })

  it('reconnaît dans l’exposé le nom que l’on vient d’écrire, et envoie l’identité à part', async () => {
    const form = await registering()
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
    const form = await registering()
    await form.fill('Prénom', 'Gaston')
    await form.choose('La plainte est anonyme')
    await form.fill('Propos de la personne', 'Quarante minutes !')
    await form.fill('Sujet', 'Attente au téléphone')
    await form.fill('Secteur en cause', 'HABITATION')
    await form.fill('Exposé dépersonnalisé', 'La personne a attendu quarante minutes.')
    expect(await form.submit()).toMatchObject([{ anonymous: true, identity: null, replyChannels: [] }])
  })

  it('dit par leurs numéros les dossiers de mêmes coordonnées, et n’en cherche pas pour une plainte anonyme', async () => {
    const form = await registering()
    const leaves = async () => {
      await form.wrapper.find('.identity input[type="tel"]').trigger('focusout')
      await flushPromises()
    }
    const said = 'déjà inscrit avec les mêmes coordonnées'
    await leaves()
    expect(form.text()).not.toContain(said)
    await form.wrapper.find('.identity input[type="tel"]').setValue('418 555-0142')
    await leaves()
    expect(form.text()).toContain(`1 dossier ${said}`)
    expect(form.text()).toContain('Dossier 2026-000007')
    await form.choose('La plainte est anonyme')
    await flushPromises()
    expect(form.text()).not.toContain(said)
  })

  it('mène au motif que l’on ajoute, et à celui qui reste quand on en retire un', async () => {
    const form = await registering()
    const press = async (words: string) => {
      await form.wrapper
        .findAll('button')
        .find(button => button.text() === words)
        ?.trigger('click')
      await flushPromises()
      return document.activeElement?.getAttribute('name')
    }
    expect(await press('Ajouter un autre motif')).toBe('matters.1.subject')
    expect(await press('Retirer le motif 2')).toBe('matters.0.subject')
  })
})
