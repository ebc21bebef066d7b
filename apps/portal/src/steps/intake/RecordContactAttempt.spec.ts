import { registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RecordContactAttempt from './RecordContactAttempt.vue'

onFifteenthOfJune()

const attempt = {
  type: 'CONTACT_ATTEMPTED',
  channel: 'PHONE',
  attemptedOn: '2026-06-08',
  reached: false,
  note: 'Sans réponse.',
} as const

it('l’issue de l’essai n’est pas choisie d’avance', async () => {
  const form = await writing(RecordContactAttempt, dossierOf([registered]))
  await form.fill('Ce qui s’est passé', 'Boîte vocale pleine.')
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('La réponse manque.')
})

it('un essai part avec le moyen donné par la personne et la date du jour', async () => {
  const form = await writing(RecordContactAttempt, dossierOf([registered]))
  await form.choose('Non')
  await form.fill('Ce qui s’est passé', 'Boîte vocale pleine.')
  expect(await form.submit()).toEqual([
    { channel: 'PHONE', attemptedOn: '2026-06-15', reached: false, note: 'Boîte vocale pleine.' },
  ])
})

it('le nombre d’essais infructueux depuis le dernier contact est dit', async () => {
  const reached = { ...attempt, reached: true }
  const form = await writing(RecordContactAttempt, dossierOf([registered, attempt, reached, attempt]))
  expect(form.text()).toContain('Un essai infructueux depuis le dernier contact. Il en faut 3')
})
