import { admitted, matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../testing/writing.ts'
import DeclareAdmissible from './admissibility/DeclareAdmissible.vue'
import DeclareInadmissible from './admissibility/DeclareInadmissible.vue'

onFifteenthOfJune()

describe('le cadre d’une étape', () => {
  it('fermée, dit d’abord pourquoi, et son bouton n’est pas offert', async () => {
    const form = await writing(DeclareAdmissible, dossierOf([registered, matterAdded, admitted]))
    const [first] = form.wrapper.findAll('.notice')
    expect(first?.text()).toContain('Cette étape est fermée')
    expect(form.wrapper.find('button[type=submit]').attributes('aria-disabled')).toBe('true')
    expect(await form.submit()).toEqual([])
  })

  it('mène, dans un autre onglet, à ce que le guide dit de sa famille d’étapes', async () => {
    const form = await writing(DeclareAdmissible, dossierOf([registered, matterAdded]))
    const { href, target } = form.wrapper.find('.help a').attributes()
    expect({ href, target }).toEqual({ href: '/aide/agents#recevabilité', target: '_blank' })
  })

  it('montre ce que la personne lira avant que la décision soit inscrite', async () => {
    const form = await writing(DeclareInadmissible, dossierOf([registered, matterAdded]))
    expect(form.text()).not.toContain('Ce que l’avis dira')
    await form.choose('Procédure judiciaire en cours')
    await form.fill('Procédure judiciaire (', 'Cour supérieure, dossier public.')
    await form.fill('Motifs de la décision', 'Le tribunal est saisi des mêmes faits.')
    const foretold = form.wrapper.find('.foretold').text()
    expect(foretold).toContain('Votre plainte n’est pas recevable.')
    expect(foretold).toContain('Le tribunal est saisi des mêmes faits.')
  })
})
