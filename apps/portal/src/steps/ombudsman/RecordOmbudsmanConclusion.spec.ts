import type { EscalatedToOmbudsman } from '@bienfonde/domain'
import { matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RecordOmbudsmanConclusion from './RecordOmbudsmanConclusion.vue'

const escalated: EscalatedToOmbudsman = {
  type: 'ESCALATED_TO_OMBUDSMAN',
  escalation: 'E1',
  initiatedBy: 'COMPLAINANT',
  escalatedOn: '2026-06-08',
  ombudsmanFileNumber: null,
  consentGivenOn: null,
  reason: 'Le délai est contesté.',
}
async function opened() {
  const form = await writing(RecordOmbudsmanConclusion, dossierOf([registered, matterAdded, escalated]))
  const button = (words: string) => form.wrapper.findAll('button').find(each => each.text() === words)
  return { ...form, press: (words: string) => button(words)?.trigger('click') }
}

describe('consigner la conclusion du Protecteur du citoyen', () => {
  onFifteenthOfJune()

  it('dit que la conclusion manque, puis l’envoie sans recommandation', async () => {
    const form = await opened()
    expect(form.text()).toContain('La conclusion manque.')
    await form.fill('Conclusion', 'La plainte n’est pas retenue.')
    expect(await form.submit()).toEqual([
      { escalation: 'E1', receivedOn: '2026-06-15', conclusion: 'La plainte n’est pas retenue.', recommendations: [] },
    ])
  })

  it('envoie les recommandations ajoutées, et non celle qui est retirée', async () => {
    const form = await opened()
    await form.fill('Conclusion', 'La plainte est retenue.')
    await form.press('Ajouter une recommandation au Ministère')
    await form.fill('Recommandation 1 au Ministère', 'Présenter des excuses.')
    await form.press('Ajouter une autre recommandation')
    await form.fill('Recommandation 2 au Ministère', 'Revoir la directive.')
    await form.press('Retirer la recommandation 1')
    expect(await form.submit()).toMatchObject([{ recommendations: ['Revoir la directive.'] }])
  })
})
