import type { Event } from '@bienfonde/domain'
import { anonymous, matterAdded, registered } from '@bienfonde/domain/testing'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { dossierOf } from '../testing/writing.ts'
import DossierFacts from './DossierFacts.vue'

const words = { staff: () => 'Agnès Roy', sector: () => '', matter: () => '', document: () => '' }
const facts = (identity: boolean, ...events: Event[]) =>
  mount(DossierFacts, { props: { dossier: dossierOf(events), words, identity } }).text()

describe('les faits d’un dossier', () => {
  it('disent où est l’identité, sans jamais la montrer', () => {
    expect(facts(true, registered, matterAdded)).toContain('Identité au coffre')
    expect(facts(false, anonymous, matterAdded)).toContain('Plainte anonyme')
    const erased: Event = { type: 'IDENTITY_ERASED', schedule: 'MAMH-12', reason: 'Délai atteint.' }
    expect(facts(false, registered, matterAdded, erased)).toContain('Identité effacée le 8 juin 2026')
  })

  it('disent que le dossier fut rouvert, et que le Protecteur du citoyen en est saisi', () => {
    const reopened: Event = {
      type: 'COMPLAINT_REOPENED',
      matters: ['M1'],
      newFacts: 'Une lettre.',
      replyDueOn: '2026-07-10',
    }
    const escalated: Event = {
      type: 'ESCALATED_TO_OMBUDSMAN',
      escalation: 'E1',
      initiatedBy: 'COMPLAINANT',
      escalatedOn: '2026-06-07',
      reason: 'La réponse tarde.',
      ombudsmanFileNumber: null,
      consentGivenOn: null,
    }
    const told = facts(true, registered, matterAdded, reopened, escalated)
    expect(told).toContain('Une fois')
    expect(told).toContain('Saisi le 7 juin 2026')
  })
})
