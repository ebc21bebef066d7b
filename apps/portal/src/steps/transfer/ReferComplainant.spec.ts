import { matterAdded, outside, registered } from '@bienfonde/domain/testing'
import { expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import ReferComplainant from './ReferComplainant.vue'

onFifteenthOfJune()
const dossier = dossierOf([registered, matterAdded, outside])

it('propose les organismes nommés dans la décision, et dit que l’explication manque', async () => {
  const form = await writing(ReferComplainant, dossier)
  expect(form.text()).toContain('Ce qui a été expliqué à la personne manque.')
  expect(await form.submit()).toEqual([])
})

it('consigne où la personne est dirigée et ce qui lui a été expliqué', async () => {
  const form = await writing(ReferComplainant, dossier)
  await form.fill('Ce qui a été expliqué', 'Le formulaire de la Commission et son adresse.')
  expect(await form.submit()).toEqual([
    {
      matter: 'M1',
      bodies: [{ code: 'COMMISSION_MUNICIPALE' }],
      channel: 'PHONE',
      explanation: 'Le formulaire de la Commission et son adresse.',
    },
  ])
})
