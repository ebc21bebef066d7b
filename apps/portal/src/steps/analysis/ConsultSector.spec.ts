import { admitted, consentGranted, consentRequested, matterAdded, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import ConsultSector from './ConsultSector.vue'

onFifteenthOfJune()
const events = [registered, matterAdded, admitted]

it('part du motif : son secteur, son exposé, et une date en jours ouvrables', async () => {
  const form = await writing(ConsultSector, dossierOf(events))
  expect(form.text()).toContain('La question posée au secteur manque.')
  await form.fill('Question posée', 'Quand la demande a-t-elle été traitée ?')
  expect(await form.submit()).toEqual([
    {
      matter: 'M1',
      sector: 'AMENAGEMENT',
      purpose: 'FACTS',
      statement: matterAdded.statement,
      question: 'Quand la demande a-t-elle été traitée ?',
      dueOn: '2026-06-30',
    },
  ])
})

it('dit ce que le secteur verra, selon la permission en vigueur', async () => {
  const without = await writing(ConsultSector, dossierOf(events))
  expect(without.text()).toContain('aucune permission en vigueur')
  const granted = await writing(ConsultSector, dossierOf([...events, consentRequested, consentGranted]))
  expect(granted.text()).toContain('nom et coordonnées, propos de la personne')
})

it('garde l’exposé que la personne a réécrit quand elle change de motif', async () => {
  const second = { ...matterAdded, matter: 'M2', subject: 'Ton', sector: 'HABITATION', statement: 'Un ton sec.' }
  const form = await writing(ConsultSector, dossierOf([...events, second, { ...admitted, matter: 'M2' }]))
  await form.fill('Exposé dépersonnalisé', 'Mes mots.')
  await form.fill('Motif de la plainte', 'M2')
  expect(form.valueOf('Exposé dépersonnalisé')).toBe('Mes mots.')
  expect(form.valueOf('Secteur consulté')).toBe('HABITATION')
})
