import { describe, expect, it } from 'vitest'
import { given } from '../testing/given.ts'
import { admitted, assigned, consulted, matterAdded, registered } from '../testing/histories.ts'
import {
  administrator,
  auditor,
  manager,
  neighbour,
  officer,
  ombudsman,
  otherOfficer,
  respondent,
  responsible,
} from '../testing/people.ts'
import { hears } from './hears.ts'

describe('qui apprend qu’un dossier vient de changer', () => {
  const { complaint } = given(registered, matterAdded, assigned, admitted, consulted)

  it('le Secrétariat, la vérification et le secteur consulté', () => {
    for (const actor of [officer, otherOfficer, responsible, manager, auditor, respondent])
      expect([actor.role, hears(complaint, actor)]).toEqual([actor.role, true])
  })

  it('ni un secteur qui n’est pas consulté, ni un rôle qui ne lit pas de dossier', () => {
    for (const actor of [neighbour, ombudsman, administrator])
      expect([actor.role, hears(complaint, actor)]).toEqual([actor.role, false])
  })

  it('jamais la personne que la plainte vise', () => {
    const { complaint: own } = given(registered, { ...matterAdded, concernedStaff: [officer.id] }, assigned)
    expect(hears(own, officer)).toBe(false)
    expect(hears(own, otherOfficer)).toBe(true)
  })
})
