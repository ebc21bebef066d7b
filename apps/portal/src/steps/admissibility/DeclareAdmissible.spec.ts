import { anonymous, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import DeclareAdmissible from './DeclareAdmissible.vue'

onFifteenthOfJune()

it('un motif seul est déclaré recevable sans autre question, et ce qui suit est dit', async () => {
  const form = await writing(DeclareAdmissible, dossierOf([registered, matterAdded]))
  expect(form.text()).toContain('Le motif passera en analyse.')
  expect(form.text()).not.toContain('Motif de la plainte')
  expect(form.text()).toContain(matterAdded.statement)
  expect(await form.submit()).toEqual([{ matter: 'M1', reasons: '' }])
})

it('une plainte anonyme sans moyen de répondre n’est pas admise sans motifs', async () => {
  const form = await writing(DeclareAdmissible, dossierOf([anonymous, matterAdded]))
  expect(form.text()).toContain('L’anonymat n’est pas un motif d’irrecevabilité.')
  expect(form.text()).toContain('Les motifs de la décision manquent.')
  expect(await form.submit()).toEqual([])
})

it('parmi plusieurs motifs, un seul est décidé', async () => {
  const second = { ...matterAdded, matter: 'M2', subject: 'Accueil' }
  const form = await writing(DeclareAdmissible, dossierOf([registered, matterAdded, second]))
  await form.fill('Motif de la plainte', 'M2')
  expect(await form.submit()).toEqual([{ matter: 'M2', reasons: '' }])
})
