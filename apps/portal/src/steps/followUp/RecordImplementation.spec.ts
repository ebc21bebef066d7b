import { admitted, foundFounded, informed, matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf, onFifteenthOfJune, writing } from '../../testing/writing.ts'
import RecordImplementation from './RecordImplementation.vue'

const accepted = [
  registered,
  matterAdded,
  admitted,
  foundFounded,
  {
    type: 'RECOMMENDATION_FORMULATED',
    recommendation: 'R1',
    matter: 'M1',
    sector: 'AMENAGEMENT',
    text: 'Annoncer le délai dès la réception d’une demande.',
    dueOn: null,
  },
  informed,
  {
    type: 'RECOMMENDATION_ANSWERED',
    recommendation: 'R1',
    answer: 'PARTLY_ACCEPTED',
    plan: 'Annoncer le délai sur le site.',
    dueOn: null,
  },
] as const

describe('consigner la mise en œuvre', () => {
  onFifteenthOfJune()

  it('rappelle la recommandation et le plan du secteur', async () => {
    const form = await writing(RecordImplementation, dossierOf(accepted))
    expect(form.text()).toContain('Annoncer le délai sur le site.')
    expect(form.text()).toContain('Acceptée en partie')
  })

  it('dit que la preuve manque, puis envoie la date du jour et la preuve', async () => {
    const form = await writing(RecordImplementation, dossierOf(accepted))
    expect(form.text()).toContain('La preuve de la mise en œuvre manque.')
    await form.fill('Ce qui montre la mise en œuvre', 'La page est en ligne.')
    expect(await form.submit()).toEqual([
      { recommendation: 'R1', evidence: 'La page est en ligne.', implementedOn: '2026-06-15' },
    ])
  })
})
