import { matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { officers, replying } from '../../testing/replying.ts'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import AddMatter from './AddMatter.vue'

onFifteenthOfJune()
replying({ KnownOfficers: officers })

it('un motif est demandé avec son sujet, son secteur et son exposé', async () => {
  const form = await writing(AddMatter, dossierOf([registered, matterAdded]))
  expect(form.text()).toContain('Le sujet du motif manque.')
  await form.fill('Sujet', 'Accueil')
  expect(form.text()).toContain('Le secteur manque.')
  await form.fill('Secteur', 'HABITATION')
  expect(form.text()).toContain('L’exposé dépersonnalisé manque.')
  expect(await form.submit()).toEqual([])
})

it('un motif part avec la ligne des renvois et les personnes de l’équipe qu’il vise', async () => {
  const form = await writing(AddMatter, dossierOf([registered, matterAdded]))
  await form.fill('Sujet', 'Accueil')
  await form.fill('Secteur', 'HABITATION')
  await form.fill('Exposé dépersonnalisé', 'Personne n’a rappelé.')
  await form.fill('Sujet qui relève', 'HOUSING_SERVICE')
  await form.choose('Luc Morin')
  expect(await form.submit()).toEqual([
    {
      subject: 'Accueil',
      sector: 'HABITATION',
      service: null,
      statement: 'Personne n’a rappelé.',
      concernedStaff: ['autre-agent'],
      referralSubject: 'HOUSING_SERVICE',
    },
  ])
})
