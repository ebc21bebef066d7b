import { ApolloLink } from '@apollo/client'
import { assigned, consulted, matterAdded, officer, registered } from '@bienfonde/domain/testing'
import { flushPromises } from '@vue/test-utils'
import { of } from 'rxjs'
import { afterEach, expect, it, vi } from 'vitest'
import { apollo } from '../../apollo/client.ts'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import ReleaseCopy from './ReleaseCopy.vue'

onFifteenthOfJune()
afterEach(() => vi.unstubAllGlobals())

const attached = {
  type: 'DOCUMENT_ATTACHED',
  attachment: 'piece-scellee',
  description: 'Le bail.',
  mediaType: 'application/pdf',
  bytes: 12,
  sha256: 'e3b0',
} as const
const copy = { id: 'C-1', mediaType: 'application/pdf', size: 11, sha256: 'bb', originalSha256: 'e3b0' }
const door = (status: number, body: object) => vi.stubGlobal('fetch', async () => Response.json(body, { status }))

/** A form whose opening is granted by the server. */
async function opening() {
  const granting = new ApolloLink((operation, forward) => {
    if (operation.operationName !== 'OpenForCopy') return forward(operation)
    const answer = { __typename: 'StepTaken', id: 'D1', fileNumber: 'PL-2026-00001', version: 9, lines: [9] }
    return of({ data: { openIdentity: { ...answer, opening: 'O-1' } } })
  })
  apollo.setLink(ApolloLink.from([granting, apollo.link]))
  const dossier = dossierOf([registered, matterAdded, assigned, attached, consulted], officer)
  const form = await writing(ReleaseCopy, dossier)
  await form.submit()
  await flushPromises()
  return form
}

it('une copie préparée se remet après qu’on l’a regardée, sous une description', async () => {
  door(201, copy)
  const form = await opening()
  expect(form.text()).toContain('PDF, 11')
  expect(await form.submit()).toEqual([])
  expect(form.text()).toContain('Confirmez que vous avez regardé la copie')
  await form.choose('J’ai regardé la copie')
  expect(await form.submit()).toEqual([{ consultation: 'C1', copy: 'C-1', description: 'Le bail.', looked: true }])
})

it('une copie qui ne peut être préparée dit pourquoi, et laisse choisir un autre document', async () => {
  door(422, { errors: [{ message: 'Ce document est protégé par un mot de passe.' }] })
  const form = await opening()
  expect(form.text()).toContain('Ce document est protégé par un mot de passe.')
  expect(form.text()).toContain('Préparer une copie pour un secteur')
})

it('sans document ou sans consultation, la raison est dite', async () => {
  const form = await writing(ReleaseCopy, dossierOf([registered, matterAdded, assigned], officer))
  expect(form.text()).toContain('Aucun document n’est joint au dossier.')
})
