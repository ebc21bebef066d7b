import { admitted, matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import AssessMerits from './AssessMerits.vue'

describe('apprécier le bien-fondé', () => {
  onFifteenthOfJune()

  it('demande une réponse à chaque critère, puis au préjudice, et montre le résultat qui en découle', async () => {
    const form = await writing(AssessMerits, dossierOf([registered, matterAdded, admitted]))
    expect(await form.submit()).toEqual([])
    expect(form.text()).toContain('Chaque critère de l’édition applicable reçoit une réponse')

    for (const choice of form.wrapper.findAll('input[value="NOT_MET"]')) await choice.setValue(true)
    await form.wrapper.find('input[value="MET"]').setValue(true)
    for (const reason of form.wrapper.findAll('textarea[name$=".reason"]')) await reason.setValue('Voir les constats.')
    expect(form.text()).not.toContain('Résultat :')
    await form.submit()
    expect(form.text()).toContain('La question du préjudice est sans réponse.')

    await form.choose('Aucun préjudice')
    expect(form.text()).toContain('Résultat : non fondée')
    await form.choose('Pour la personne elle-même')
    expect(form.text()).toContain('Résultat : fondée')

    await form.fill('Ce qui montre le préjudice', 'Une saison est perdue.')
    await form.fill('Motifs de la décision', 'L’engagement n’est pas tenu.')
    expect(await form.submit()).toMatchObject([
      { matter: 'M1', prejudice: 'SELF', criteria: [{ met: true }, { met: false }, {}, {}, {}] },
    ])
  })
})
