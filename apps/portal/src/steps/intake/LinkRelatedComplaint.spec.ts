import { registered } from '@bienfonde/domain/testing'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { replying } from '../../testing/replying.ts'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import LinkRelatedComplaint from './LinkRelatedComplaint.vue'

onFifteenthOfJune()
replying({ DossierNumbered: { dossierByNumber: 'D2' } })

it('un numéro qui n’est celui d’aucun dossier est refusé avant l’envoi', async () => {
  const form = await writing(LinkRelatedComplaint, dossierOf([registered]))
  await form.fill('Numéro de l’autre dossier', 'inconnu')
  await form.choose('Mêmes faits')
  expect(form.text()).toContain('Ce numéro de dossier n’existe pas.')
  expect(await form.submit()).toEqual([])
})

it('la relation n’est pas choisie d’avance, et part avec sa raison', async () => {
  const form = await writing(LinkRelatedComplaint, dossierOf([registered]))
  await form.fill('Numéro de l’autre dossier', ' 2026-000002 ')
  await flushPromises()
  expect(form.text()).toContain('La réponse manque.')
  await form.choose('Mêmes faits')
  await form.fill('Raison', 'La même rencontre.')
  expect(await form.submit()).toEqual([
    { relatedFileNumber: '2026-000002', relation: 'SAME_FACTS', reason: 'La même rencontre.' },
  ])
})
