import { describe, expect, it } from 'vitest'
import { type Act, type ActingRole, actingRoles, permits, roles, unlessPermitted } from './permits.ts'

/** The table of the process, written apart from the code: one line for each act, one letter for each role. */
const table: Record<Act, string> = {
  // O: officer, R: responsible officer, S: sector respondent, M: manager, V: auditor, P: ombudsman, A: administrator, H: the clock
  REGISTER: 'OR',
  RECEIVE: 'OR',
  PREPARE: 'OR',
  DECIDE: 'R',
  ANSWER: 'ORS',
  OPEN_IDENTITY: 'ORS',
  READ_CASELOAD: 'ORMV',
  READ_DOSSIER: 'ORV',
  READ_CONSULTATIONS: 'S',
  READ_STATISTICS: 'RM',
  FREEZE_EDITION: 'M',
  READ_OPENINGS: 'RV',
  READ_PACKAGES: 'P',
  READ_STAFF: 'ORVA',
  VERIFY_JOURNAL: 'V',
  MANAGE_STAFF: 'A',
  MANAGE_SETTINGS: 'A',
  READ_ADMINISTRATION: 'VA',
  ACT_UNATTENDED: 'H',
}

const letters: Record<ActingRole, string> = {
  OFFICER: 'O',
  RESPONSIBLE_OFFICER: 'R',
  SECTOR_RESPONDENT: 'S',
  MANAGER: 'M',
  AUDITOR: 'V',
  OMBUDSMAN: 'P',
  ADMINISTRATOR: 'A',
  SYSTEM: 'H',
}

describe('ce que chaque rôle peut', () => {
  for (const { code: role, label } of actingRoles)
    for (const act of Object.keys(table) as Act[]) {
      const may = table[act].includes(letters[role])
      it(`${label} : ${act} ${may ? 'permis' : 'refusé'}`, () => {
        expect(permits({ role }, act)).toBe(may)
        expect(unlessPermitted({ id: 'x', role, sector: null }, act)).toBe(may ? undefined : 'NOT_PERMITTED')
      })
    }

  it('seule la personne responsable décide, et l’administration ne voit aucun dossier', () => {
    expect(roles.filter(({ code }) => permits({ role: code }, 'DECIDE')).map(({ code }) => code)).toEqual([
      'RESPONSIBLE_OFFICER',
    ])
    for (const act of ['READ_DOSSIER', 'READ_CASELOAD', 'OPEN_IDENTITY'] as const)
      expect(permits({ role: 'ADMINISTRATOR' }, act)).toBe(false)
  })
})
