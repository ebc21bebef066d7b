import { defaultSettings } from '@bienfonde/domain'
import { admitted, foundFounded, foundUnfounded, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import InformComplainant from './InformComplainant.vue'

onFifteenthOfJune()
const unfounded = dossierOf([registered, matterAdded, admitted, foundUnfounded])
const founded = dossierOf([registered, matterAdded, admitted, foundFounded])

it('l’avis proposé est complet, et part tel que la personne le lira', async () => {
  const form = await writing(InformComplainant, unfounded)
  expect(form.text()).not.toContain('Il manque à l’avis')
  const [sent] = await form.submit()
  expect(sent).toMatchObject({ channel: 'PHONE', sentOn: '2026-06-15', english: null, noRecommendationReason: null })
  expect(form.wrapper.find('.letter').text()).toBe(String(sent?.text).trim())
})

it('dit chaque chose que l’avis ne dit pas encore', async () => {
  const form = await writing(InformComplainant, unfounded)
  await form.fill('Texte de l’avis', 'Votre plainte est non fondée.')
  expect(form.wrapper.findAll('.owed li').map(each => each.text())).toEqual([
    foundUnfounded.reasons,
    defaultSettings.recourse.FR,
  ])
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('L’avis doit donner les motifs de chaque décision.')
})

it('ce qui est dû pour deux motifs manque deux fois', async () => {
  const second = { ...matterAdded, matter: 'M2', subject: 'Accueil' }
  const form = await writing(
    InformComplainant,
    dossierOf([
      ...[registered, matterAdded, second, admitted, { ...admitted, matter: 'M2' }],
      ...[foundUnfounded, { ...foundUnfounded, matter: 'M2' }],
    ]),
  )
  await form.fill('Texte de l’avis', 'Délai de réponse : votre plainte est non fondée.')
  expect(form.wrapper.findAll('.owed li').map(each => each.text())).toEqual([
    foundUnfounded.reasons,
    'Accueil : votre plainte est non fondée.',
    foundUnfounded.reasons,
    defaultSettings.recourse.FR,
  ])
})

it('un motif fondé sans recommandation se justifie', async () => {
  const form = await writing(InformComplainant, founded)
  expect(form.text()).toContain('Un motif fondé est sans recommandation')
  await form.fill('Pourquoi un motif fondé', 'Le correctif est déjà fait.')
  expect(await form.submit()).toMatchObject([{ noRecommendationReason: 'Le correctif est déjà fait.' }])
})

it('un avis en anglais demande un motif consigné et une attestation', async () => {
  const form = await writing(InformComplainant, unfounded)
  await form.choose('L’avis est en anglais')
  expect(form.valueOf('Texte de l’avis')).toContain('Your complaint is unfounded.')
  expect(form.text()).toContain('Un avis en anglais demande un motif consigné et une attestation de bonne foi.')
  await form.fill('Motif qui permet', 'Demande de la personne, admissible à l’exception.')
  expect(await form.submit()).toEqual([])
  await form.choose('La personne atteste')
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('Un avis en anglais donne dans cette langue les motifs de chaque décision.')
  await form.fill('Motifs de la décision en anglais', 'The announced delay was kept.')
  expect(form.valueOf('Texte de l’avis')).toContain('The announced delay was kept.')
  expect(await form.submit()).toMatchObject([
    {
      english: {
        ground: 'Demande de la personne, admissible à l’exception.',
        attestation: true,
        reasons: [{ matter: 'M1', text: 'The announced delay was kept.' }],
      },
    },
  ])
})
