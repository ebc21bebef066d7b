import { assigned, officer, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { officers, replying } from '../../testing/replying.ts'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import AssignOfficer from './AssignOfficer.vue'

onFifteenthOfJune()
replying({ KnownOfficers: officers })

it('la personne à qui le dossier est attribué est nommée, et une autre est demandée', async () => {
  const form = await writing(AssignOfficer, dossierOf([registered, assigned]))
  expect(form.text()).toContain('Attribué maintenant à : Agnès Roy.')
  expect(form.text()).toContain('La personne à qui attribuer le dossier manque.')
  expect(await form.submit()).toEqual([])
})

it('qui cède son dossier apprend qu’il ne sera plus le sien', async () => {
  const form = await writing(AssignOfficer, dossierOf([registered, assigned], officer))
  expect(form.text()).toContain('Ce dossier ne sera plus le vôtre')
})

it('le dossier part à la personne choisie', async () => {
  const form = await writing(AssignOfficer, dossierOf([registered, assigned]))
  await form.fill('Attribuer à', 'autre-agent')
  expect(await form.submit()).toEqual([{ officer: 'autre-agent' }])
})
