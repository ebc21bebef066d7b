import { registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RecordComplainantMessage from './RecordComplainantMessage.vue'

onFifteenthOfJune()

it('les propos et leur résumé sont demandés avant l’envoi', async () => {
  const form = await writing(RecordComplainantMessage, dossierOf([registered]))
  expect(form.text()).toContain('Les propos de la personne manquent.')
  await form.fill('Propos de la personne', 'Ici Jeanne Tremblay, 418 555-0123.')
  expect(form.text()).toContain('Ce texte manque.')
  expect(await form.submit()).toEqual([])
})

it('un message part avec le mode de réception de la plainte ; ses propos peuvent nommer la personne', async () => {
  const form = await writing(RecordComplainantMessage, dossierOf([registered]))
  await form.fill('Propos de la personne', 'Ici Jeanne Tremblay, 418 555-0123.')
  await form.fill('Ce que dit le message', 'La personne demande où en est sa plainte.')
  expect(await form.submit()).toEqual([
    {
      channel: 'PHONE',
      receivedOn: '2026-06-15',
      words: 'Ici Jeanne Tremblay, 418 555-0123.',
      summary: 'La personne demande où en est sa plainte.',
    },
  ])
})
