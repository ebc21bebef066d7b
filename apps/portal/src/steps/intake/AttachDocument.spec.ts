import { registered } from '@bienfonde/domain/testing'
import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import AttachDocument from './AttachDocument.vue'

onFifteenthOfJune()
afterEach(() => vi.unstubAllGlobals())

/** The door that receives documents, as it answers. */
const door = (status: number, body: object) => vi.stubGlobal('fetch', async () => Response.json(body, { status }))

async function choosing(file: File) {
  const form = await writing(AttachDocument, dossierOf([registered]))
  form.wrapper.findComponent({ name: 'FileField' }).vm.$emit('update:modelValue', file)
  await flushPromises()
  return form
}
const lettre = new File(['Bonjour'], 'lettre de Jeanne.pdf', { type: 'application/pdf' })

it('le document et sa description sont demandés avant l’envoi', async () => {
  const form = await writing(AttachDocument, dossierOf([registered]))
  expect(form.text()).toContain('Le document manque.')
  expect(await form.submit()).toEqual([])
})

it('un document reçu part par son identifiant, jamais par son nom', async () => {
  door(201, { id: 'U1', size: 7, sha256: 'ab' })
  const form = await choosing(lettre)
  await form.fill('Ce qu’est le document', 'Lettre de refus du 3 mars.')
  expect(await form.submit()).toEqual([{ attachment: 'U1', description: 'Lettre de refus du 3 mars.' }])
})

it('un document que le serveur ne reçoit pas est dit au champ, en ses mots', async () => {
  door(401, { errors: [{ message: 'Ouvrez une session pour continuer.' }] })
  const form = await choosing(lettre)
  expect(form.text()).toContain('Ouvrez une session pour continuer.')
})

it('un document trop volumineux n’est pas envoyé', async () => {
  door(500, {})
  const form = await choosing(new File([new Uint8Array(10_000_001)], 'film.mp4'))
  expect(form.text()).toContain('Ce document est trop volumineux.')
})
