import { matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { ministryStaff, replying } from '../../testing/replying.ts'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import CorrectRegistration from './CorrectRegistration.vue'

onFifteenthOfJune()
replying({ MinistryStaff: ministryStaff })

const open = () => writing(CorrectRegistration, dossierOf([registered, matterAdded]))

it('une correction qui ne change rien n’est pas envoyée', async () => {
  const form = await open()
  expect(form.text()).toContain('La raison manque.')
  await form.fill('Raison de la correction', 'Une vérification.')
  expect(form.text()).toContain('Aucune correction n’est indiquée.')
  expect(await form.submit()).toEqual([])
})

it('ce qui ne change pas n’est pas envoyé', async () => {
  const form = await open()
  expect(form.valueOf('Reçue le')).toBe('2026-06-01')
  await form.fill('Reçue le', '2026-06-02')
  await form.fill('Raison de la correction', 'Le timbre dit le 2 juin.')
  expect(await form.submit()).toEqual([{ corrects: 1, reason: 'Le timbre dit le 2 juin.', receivedOn: '2026-06-02' }])
})

it('l’identité est remplacée en entier, avec les moyens de répondre', async () => {
  const form = await open()
  await form.choose('Les remplacer')
  await form.fill('Raison de la correction', 'Le numéro était faux.')
  await form.fill('Prénom', 'Jeanne')
  await form.fill('Téléphone (obligatoire)', '418 555-0123')
  await form.fill('Numéros', 'A-12, B-34')
  const [sent] = await form.submit()
  expect(sent).toMatchObject({
    corrects: 1,
    replyChannels: ['PHONE'],
    identity: { givenName: 'Jeanne', telephone: '418 555-0123', numbers: ['A-12', 'B-34'] },
  })
})

it('ce qui n’aurait pas dû être inscrit se retire', async () => {
  const representative = { capacity: 'RELATIVE' as const, authority: 'Permission donnée de vive voix.' }
  const form = await writing(CorrectRegistration, dossierOf([{ ...registered, representative }, matterAdded]))
  expect(form.valueOf('Jour où la personne a connu les faits')).toBe('2026-05-20')
  await form.fill('Jour où la personne a connu les faits', '')
  await form.choose('Retirer la personne représentante')
  await form.fill('Raison de la correction', 'Inscrits par erreur.')
  expect(await form.submit()).toEqual([
    { corrects: 1, reason: 'Inscrits par erreur.', clears: ['FACTS_KNOWN_ON', 'REPRESENTATIVE'] },
  ])
})

it('un motif se corrige sous la ligne qui l’a ajouté', async () => {
  const form = await open()
  await form.choose('Le motif')
  await form.fill('Sujet', 'Absence de réponse')
  await form.fill('Raison de la correction', 'Le sujet était imprécis.')
  expect(await form.submit()).toEqual([
    { corrects: 2, reason: 'Le sujet était imprécis.', matter: { matter: 'M1', subject: 'Absence de réponse' } },
  ])
})
