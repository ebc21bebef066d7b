import { registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import AddNote from './AddNote.vue'

onFifteenthOfJune()

it('une note sans texte n’est pas envoyée, et le texte qui manque est dit', async () => {
  const form = await writing(AddNote, dossierOf([registered]))
  expect(form.text()).toContain('Ce texte manque.')
  expect(await form.submit()).toEqual([])
})

it('une note qui paraît identifier la personne est montrée avant l’envoi', async () => {
  const form = await writing(AddNote, dossierOf([registered]))
  await form.fill('Note', 'Rappeler au 418 555-0123.')
  expect(form.text()).toContain('418 555-0123')
  expect(await form.submit()).toEqual([])
})

it('une note part telle quelle', async () => {
  const form = await writing(AddNote, dossierOf([registered]))
  await form.fill('Note', 'Le secteur a été prévenu.')
  expect(await form.submit()).toEqual([{ text: 'Le secteur a été prévenu.' }])
})
