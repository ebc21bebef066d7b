import { describe, expect, it } from 'vitest'
import { noRetentionRules, retentionFlaws, scheduleOf } from '../administration/retentionRules.ts'
import type { Event } from '../events.ts'
import { given } from '../testing/given.ts'
import { admitted, assigned, foundUnfounded, informed, matterAdded, registered } from '../testing/histories.ts'
import { responsible } from '../testing/people.ts'
import { retentionEnd, retentionOf } from './retentionState.ts'

const closed = [registered, matterAdded, assigned, admitted, foundUnfounded, informed] as const
const rules = { ...noRetentionRules, code: 'P-1', title: 'Plaintes', activeYears: 2, semiActiveYears: 3 }
const schedule = { code: 'P-1', title: 'Plaintes', activeYears: 2, semiActiveYears: 3, disposition: 'REVIEW' } as const
const held: Event = { type: 'LEGAL_HOLD_PLACED', reference: 'L-1', reason: 'Litige.' }
const erased: Event = { type: 'IDENTITY_ERASED', schedule: 'P-1', reason: 'Échu.' }

describe('la fin de la conservation', () => {
  const stands = (on: string, more: Event[] = [], disposition: 'REVIEW' | 'DESTROY' = 'REVIEW') =>
    retentionOf(given(...closed, ...more).complaint, { ...schedule, disposition }, on, responsible)
  const closedOn = given(...closed).complaint.closedOn ?? ''
  const end = retentionEnd(closedOn, schedule)

  it('se compte de la fermeture, années actives et semi-actives ensemble', () => {
    expect(end).toBe(`${Number(closedOn.slice(0, 4)) + 5}${closedOn.slice(4)}`)
    expect(stands(end)).toMatchObject({ endedOn: end, state: 'REVIEW' })
    expect(stands(closedOn)).toBeUndefined()
    expect(retentionOf(given(registered, matterAdded).complaint, schedule, '2099-01-01', responsible)).toBeUndefined()
  })

  it('mène à examiner, à effacer, ou en suspens tant que quelque chose l’interdit', () => {
    expect(stands(end, [], 'DESTROY')).toMatchObject({ state: 'DESTROY', hold: null })
    expect(stands(end, [held], 'DESTROY')).toMatchObject({ state: 'HOLD', hold: 'LEGAL_HOLD' })
    expect(stands(end, [erased])).toMatchObject({ state: 'ERASED', hold: null })
  })

  it('n’a pas de règle tant que le Ministère n’a pas donné la sienne', () => {
    expect(scheduleOf(noRetentionRules)).toBeUndefined()
    expect(retentionFlaws(noRetentionRules)).toEqual([])
    expect(scheduleOf(rules)).toEqual({ ...schedule })
  })

  it.each([
    [{ code: '' }, 'code', 'SCHEDULE_CODE_MISSING'],
    [{ title: ' ' }, 'title', 'SCHEDULE_TITLE_MISSING'],
    [{ activeYears: 101 }, 'activeYears', 'YEARS_OUT_OF_BOUNDS'],
    [{ semiActiveYears: 0.5 }, 'semiActiveYears', 'YEARS_OUT_OF_BOUNDS'],
    [{ activeYears: 0, semiActiveYears: 0 }, 'activeYears', 'YEARS_MISSING'],
    [{ disposition: 'KEEP' as 'REVIEW' }, 'disposition', 'DISPOSITION_UNKNOWN'],
    [{ incidentYears: 4 }, 'incidentYears', 'INCIDENT_YEARS_OUT_OF_BOUNDS'],
  ])('refuse une règle incomplète : %j', (change, field, code) => {
    expect(retentionFlaws({ ...rules, ...change })).toContainEqual({ code, field })
  })
})
