import { admitted, anonymous, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import ExtendReplyDate from './ExtendReplyDate.vue'

onFifteenthOfJune()
const events = [registered, matterAdded, admitted]

it('propose une date et un avis qui la dit, et suit la raison donnée', async () => {
  const form = await writing(ExtendReplyDate, dossierOf(events))
  expect(form.text()).toContain('La raison manque.')
  await form.fill('Raison du report', 'Un secteur n’a pas encore répondu.')
  const [sent] = await form.submit()
  expect(sent).toMatchObject({ to: '2026-07-15', channel: 'PHONE', reason: 'Un secteur n’a pas encore répondu.' })
  expect(sent?.notice).toContain('au plus tard le 15 juillet 2026')
  expect(sent?.notice).toContain('Un secteur n’a pas encore répondu.')
})

it('n’offre que l’écrit à qui peut lire un avis', async () => {
  const form = await writing(
    ExtendReplyDate,
    dossierOf([{ ...registered, replyChannels: ['PHONE', 'EMAIL'] }, matterAdded, admitted]),
  )
  await form.fill('Raison du report', 'Analyse longue.')
  expect(await form.submit()).toMatchObject([{ channel: 'EMAIL' }])
})

it('garde l’avis que la personne a réécrit, et dit où passe un jour férié', async () => {
  const form = await writing(ExtendReplyDate, dossierOf(events))
  await form.fill('Avis écrit', 'Mes mots.')
  await form.fill('Nouvelle date', '2026-07-18')
  expect(form.valueOf('Avis écrit')).toBe('Mes mots.')
  expect(form.text()).toContain('La réponse sera attendue le lundi 20 juillet 2026.')
})

it('sans moyen de réponse, le report se consigne sans avis', async () => {
  const form = await writing(ExtendReplyDate, dossierOf([anonymous, matterAdded, admitted]))
  expect(form.text()).toContain('Aucun avis n’est dû')
  await form.fill('Raison du report', 'Analyse longue.')
  expect(await form.submit()).toMatchObject([{ channel: null, notice: '' }])
})
