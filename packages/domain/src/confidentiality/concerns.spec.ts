import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { given } from '../testing/given.ts'
import { admitted, assigned, consulted, foundFounded, informed, matterAdded, registered } from '../testing/histories.ts'
import { auditor, manager, neighbour, officer, respondent } from '../testing/people.ts'
import { concerns } from './concerns.ts'

const recommended: Event = {
  type: 'RECOMMENDATION_FORMULATED',
  recommendation: 'R1',
  matter: 'M1',
  sector: 'HABITATION',
  text: 'Afficher les délais.',
  dueOn: null,
}
const analysed = [registered, matterAdded, assigned, admitted] as const

describe('5. un dossier qui ne concerne pas un secteur n’existe pas pour lui', () => {
  it('il commence d’exister quand le secteur est consulté', () => {
    expect(concerns(given(...analysed).complaint, respondent)).toBe(false)
    expect(concerns(given(...analysed, consulted).complaint, respondent)).toBe(true)
    expect(concerns(given(...analysed, consulted).complaint, neighbour)).toBe(false)
  })

  it('une recommandation n’existe pour son secteur qu’une fois la personne avisée', () => {
    expect(concerns(given(...analysed, foundFounded, recommended).complaint, neighbour)).toBe(false)
    const told = [...analysed, foundFounded, recommended, informed] as const
    expect(concerns(given(...told).complaint, neighbour)).toBe(true)
    const reopened: Event = {
      type: 'COMPLAINT_REOPENED',
      matters: ['M1'],
      newFacts: 'Une lettre.',
      replyDueOn: '2026-07-08',
    }
    expect(concerns(given(...told, reopened).complaint, neighbour)).toBe(true)
  })

  it('la question ne se pose pas aux autres rôles', () => {
    for (const actor of [officer, manager, auditor]) expect(concerns(given(...analysed).complaint, actor)).toBe(true)
  })
})
