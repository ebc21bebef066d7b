import { matterAdded, outside, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RequestTransferAuthorization from './RequestTransferAuthorization.vue'

onFifteenthOfJune()
const dossier = dossierOf([registered, matterAdded, outside])

it('demande l’autorisation pour l’organisme que la décision nomme', async () => {
  const form = await writing(RequestTransferAuthorization, dossier)
  expect(form.text()).toContain('Ce qui a été expliqué à la personne manque.')
  await form.fill('Ce qui a été expliqué', 'Ce qui serait transmis, à qui, et le droit de refuser.')
  expect(await form.submit()).toEqual([
    {
      matter: 'M1',
      body: { code: 'COMMISSION_MUNICIPALE' },
      channel: 'PHONE',
      explained: 'Ce qui serait transmis, à qui, et le droit de refuser.',
    },
  ])
})

it('une municipalité se nomme', async () => {
  const form = await writing(RequestTransferAuthorization, dossier)
  await form.choose('La municipalité concernée')
  expect(form.text()).toContain('Le nom de l’organisme ou de la municipalité manque.')
  await form.fill('Nommez la municipalité', 'Val-Tremblay')
  await form.fill('Ce qui a été expliqué', 'Tout.')
  expect(await form.submit()).toMatchObject([{ body: { code: 'MUNICIPALITY', name: 'Val-Tremblay' } }])
})
