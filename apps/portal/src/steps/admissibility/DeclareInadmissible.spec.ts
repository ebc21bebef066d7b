import { matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import DeclareInadmissible from './DeclareInadmissible.vue'

onFifteenthOfJune()

const open = (matter = matterAdded) => writing(DeclareInadmissible, dossierOf([registered, matter]))

it('un motif d’irrecevabilité est demandé, puis ce qui l’appuie, puis les motifs de la décision', async () => {
  const form = await open()
  expect(form.text()).toContain('Une décision d’irrecevabilité cite au moins un motif')
  await form.choose('Procédure judiciaire en cours')
  expect(form.text()).toContain('La procédure judiciaire doit être nommée.')
  await form.fill('Procédure judiciaire (', 'Recours à la Cour du Québec.')
  expect(form.text()).toContain('Les motifs de la décision manquent.')
  expect(await form.submit()).toEqual([])
})

it('une communication dite impossible demande des essais consignés', async () => {
  const form = await open()
  await form.choose('Communication impossible')
  await form.fill('Motifs de la décision', 'Personne ne répond.')
  expect(form.text()).toContain('Aucun essai infructueux')
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('trop peu d’essais de communication sont consignés')
})

it('les organismes suggérés par la table des renvois partent avec le motif', async () => {
  const form = await open({ ...matterAdded, referralSubject: 'HOUSING_SERVICE' })
  await form.choose('Hors de la responsabilité')
  await form.fill('Motifs de la décision', 'Le sujet relève d’ailleurs.')
  expect(await form.submit()).toEqual([
    {
      matter: 'M1',
      reasons: 'Le sujet relève d’ailleurs.',
      grounds: [
        {
          ground: 'OUTSIDE_MINISTRY_RESPONSIBILITY',
          bodies: [
            { code: 'TRIBUNAL_LOGEMENT', name: null },
            { code: 'SOCIETE_HABITATION', name: null },
          ],
        },
      ],
    },
  ])
})

it('une municipalité suggérée se nomme dans son propre champ', async () => {
  const form = await open({ ...matterAdded, referralSubject: 'MUNICIPAL_SERVICE' })
  await form.choose('Hors de la responsabilité')
  await form.fill('Nommez la municipalité', 'Val-des-Merises')
  await form.fill('Motifs de la décision', 'La collecte relève de la ville.')
  expect(await form.submit()).toMatchObject([
    { grounds: [{ bodies: [{ code: 'MUNICIPALITY', name: 'Val-des-Merises' }] }] },
  ])
})

it('le passage haineux peut nommer quelqu’un : il va au coffre, avec son seul motif', async () => {
  const form = await open()
  await form.choose('Procédure judiciaire en cours')
  await form.fill('Procédure judiciaire (', 'Abandonnée.')
  await form.wrapper.find('input[value="COURT_PROCEEDINGS"]').setValue(false)
  await form.choose('Propos haineux')
  await form.fill('Passage en cause', 'Jean Tremblay, 418 555-0123, je vous aurai.')
  await form.fill('Motifs de la décision', 'Les propos menacent.')
  expect(await form.submit()).toMatchObject([
    {
      grounds: [{ ground: 'HATEFUL_THREATENING_HARASSING', passage: 'Jean Tremblay, 418 555-0123, je vous aurai.' }],
    },
  ])
})
