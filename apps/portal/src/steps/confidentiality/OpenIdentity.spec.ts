import { assigned, matterAdded, officer, otherOfficer, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import OpenIdentity from './OpenIdentity.vue'

onFifteenthOfJune()

it('rien n’est ouvert d’avance : ce qui est à lire et la raison sont demandés', async () => {
  const form = await writing(OpenIdentity, dossierOf([registered, matterAdded, assigned], officer))
  expect(form.text()).toContain('La nature des renseignements manque.')
  await form.choose('Nom et coordonnées')
  expect(form.text()).toContain('La raison manque.')
  expect(await form.submit()).toEqual([])
  await form.fill('Raison', 'Rappeler la personne.')
  expect(await form.submit()).toEqual([{ reason: 'Rappeler la personne.', scope: ['IDENTITY'] }])
})

it('une agente à qui le dossier n’est pas attribué apprend pourquoi elle n’ouvre rien', async () => {
  const form = await writing(OpenIdentity, dossierOf([registered, matterAdded, assigned], otherOfficer))
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('L’identité s’ouvre dans les dossiers qui vous sont attribués.')
})

it('l’original d’un document s’ouvre seul, avec une raison', async () => {
  const attached = {
    type: 'DOCUMENT_ATTACHED',
    attachment: 'piece-scellee',
    description: 'Lettre de refus du 3 mars.',
    mediaType: 'application/pdf',
    bytes: 12,
    sha256: 'e3b0',
  } as const
  const dossier = dossierOf([registered, matterAdded, assigned, attached], officer)
  const form = await writing(OpenIdentity, dossier, { original: 'piece-scellee' })
  expect(form.text()).toContain('Lettre de refus du 3 mars.')
  expect(form.text()).not.toContain('Nom et coordonnées')
  await form.fill('Raison', 'Vérifier la date.')
  expect(await form.submit()).toEqual([
    { reason: 'Vérifier la date.', scope: ['ATTACHMENTS'], attachment: 'piece-scellee' },
  ])
})
