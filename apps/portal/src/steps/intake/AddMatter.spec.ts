import { matterAdded, registered } from '@bienfonde/domain/testing'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { ministryStaff, replying } from '../../testing/replying.ts'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import AddMatter from './AddMatter.vue'

onFifteenthOfJune()
replying({ MinistryStaff: ministryStaff })

it('un motif est demandé avec son sujet, son secteur et son exposé', async () => {
  const form = await writing(AddMatter, dossierOf([registered, matterAdded]))
  expect(form.text()).toContain('Le sujet du motif manque.')
  await form.fill('Sujet', 'Accueil')
  expect(form.text()).toContain('Le secteur manque.')
  await form.fill('Secteur', 'HABITATION')
  expect(form.text()).toContain('L’exposé dépersonnalisé manque.')
  expect(await form.submit()).toEqual([])
})

it('un motif part avec la ligne des renvois et les personnes du Ministère qu’il vise', async () => {
  const form = await writing(AddMatter, dossierOf([registered, matterAdded]))
  await form.fill('Sujet', 'Accueil')
  await form.fill('Secteur', 'HABITATION')
  await form.fill('Exposé dépersonnalisé', 'Personne n’a rappelé.')
  await form.fill('Sujet qui relève', 'HOUSING_SERVICE')
  const people = form.wrapper.findComponent({ name: 'ConcernedStaffField' })
  const box = people.findComponent({ name: 'ComboboxField' })
  for (const id of ['autre-agent', 'repondante', 'agente']) {
    box.vm.$emit('update:modelValue', id)
    await flushPromises()
  }
  expect(people.text()).toContain('Inès Gagnon (Habitation)')
  expect(box.props('options')).toEqual([])
  await form.wrapper.find('[aria-label="Retirer Agnès Roy (Agente ou agent)"]').trigger('click')
  expect(await form.submit()).toEqual([
    {
      subject: 'Accueil',
      sector: 'HABITATION',
      service: null,
      statement: 'Personne n’a rappelé.',
      concernedStaff: ['autre-agent', 'repondante'],
      referralSubject: 'HOUSING_SERVICE',
    },
  ])
})
