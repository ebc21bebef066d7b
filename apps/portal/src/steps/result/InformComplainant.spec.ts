import { defaultSettings } from '@bienfonde/domain'
import { admitted, foundFounded, foundUnfounded, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { replying } from '../../testing/replying.ts'
import { dossierOf, onFifteenthOfJune, sentDossier, writing } from '../../testing/writing.ts'
import InformComplainant from './InformComplainant.vue'

const preview = {
  __typename: 'LetterPreview',
  kind: 'TELEPHONE',
  digest: 'abcd'.repeat(16),
  template: 1,
  text: 'La lettre, exactement.',
  pdf: btoa('%PDF-'),
  flaws: [{ __typename: 'LetterFlawEntry', passage: 'Vous auriez dû', message: 'À revoir.' }],
}

onFifteenthOfJune()
replying({ LetterPreview: { letterPreview: preview } })
const unfounded = dossierOf([registered, matterAdded, admitted, foundUnfounded])
const founded = dossierOf([registered, matterAdded, admitted, foundFounded])

it('l’avis proposé est complet, et part tel que la personne le lira', async () => {
  const form = await writing(InformComplainant, unfounded)
  expect(form.text()).not.toContain('Il manque à l’avis')
  const [sent] = await form.submit()
  expect(sent).toMatchObject({ channel: 'PHONE', sentOn: '2026-06-15', english: null, noRecommendationReason: null })
  expect(form.wrapper.find('.letter').text()).toBe(preview.text)
  expect(form.text()).toContain('Vous auriez dû – À revoir.')
  expect(sentDossier()).toMatchObject({ letterSeen: preview.digest })
})

it('la lettre relue n’est plus celle qui part dès qu’un mot change', async () => {
  const form = await writing(InformComplainant, unfounded)
  expect(form.wrapper.find('.letter').exists()).toBe(true)
  await form.fill('Texte de l’avis', `${form.valueOf('Texte de l’avis')} Un mot de plus.`)
  expect(form.wrapper.find('.letter').exists()).toBe(false)
  expect(form.text()).toContain('Chargement de la lettre…')
  await form.submit()
  expect(sentDossier()).toMatchObject({ letterSeen: null })
})

it('sans tout ce qu’il faut, la lettre ne se lit pas encore', async () => {
  const form = await writing(InformComplainant, founded)
  expect(form.text()).toContain('La lettre se lira ici dès que le formulaire sera complet.')
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
