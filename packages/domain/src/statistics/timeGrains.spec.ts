import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/localDate.ts'
import { assessmentCriteria } from '../tables/assessmentCriteria.ts'
import { intakeChannels, languages } from '../tables/channels.ts'
import { inadmissibilityGrounds } from '../tables/inadmissibilityGrounds.ts'
import { outcomes } from '../tables/outcomes.ts'
import { withoutFurtherActionCauses } from '../tables/procedure.ts'
import { bodies } from '../tables/referrals.ts'
import { factBits, factCode, factCodes, factNumber } from './factCodes.ts'
import { indicators } from './indicators.ts'
import { grainKey, nextGrain, startOfGrain, timeGrains } from './timeGrains.ts'

describe('le temps des chiffres', () => {
  it('se coupe en exercices, trimestres, mois, semaines et jours', () => {
    expect(grainKey('FISCAL_YEAR', '2026-03-31')).toBe('2025-2026')
    expect(grainKey('FISCAL_YEAR', '2026-04-01')).toBe('2026-2027')
    expect(['2026-04-01', '2026-07-01', '2026-12-31', '2027-03-31'].map(day => grainKey('QUARTER', day))).toEqual([
      ...['2026-2027 T1', '2026-2027 T2', '2026-2027 T3', '2026-2027 T4'],
    ])
    expect(grainKey('MONTH', '2026-11-23')).toBe('2026-11')
    expect(startOfGrain('WEEK', '2026-11-22')).toBe('2026-11-16')
    expect(startOfGrain('QUARTER', '2027-02-28')).toBe('2027-01-01')
  })

  it('se suit sans trou, année après année', () => {
    for (const { code } of timeGrains) {
      for (let day = '2023-04-01'; day < '2029-04-01'; day = nextGrain(code, day)) {
        expect(startOfGrain(code, addDays(nextGrain(code, day), -1))).toBe(startOfGrain(code, day))
        expect(nextGrain(code, day) > day).toBe(true)
      }
    }
  })
})

describe('les codes des faits', () => {
  it('couvrent les tables publiées', () => {
    const tables = {
      ...{ channel: intakeChannels, language: languages, outcome: outcomes, cause: withoutFurtherActionCauses },
      ...{ criterion: assessmentCriteria, ground: inadmissibilityGrounds, body: bodies },
    }
    for (const [name, table] of Object.entries(tables)) {
      const codes: readonly string[] = factCodes[name as keyof typeof tables]
      expect([...codes].sort()).toEqual(table.map(({ code }) => code).sort())
    }
  })

  it('gardent leur place', () => {
    expect(factNumber('outcome', 'RESOLVED_INFORMALLY')).toBe(8)
    expect(factNumber('channel', null)).toBe(0)
    expect(factBits('ground', ['COURT_PROCEEDINGS', 'OUTSIDE_MINISTRY_RESPONSIBILITY'])).toBe(9)
    expect(factCode('body', 6)).toBe('OTHER_BODY')
    expect(factCode('body', 0)).toBeNull()
  })
})

describe('les indicateurs', () => {
  it('disent tous ce qu’ils comptent, pour qui, sans quoi et quand', () => {
    expect(new Set(indicators.map(({ code }) => code)).size).toBe(indicators.length)
    for (const { label, definition, population, exclusions, calendar } of indicators) {
      for (const words of [label, definition, population, exclusions, calendar]) expect(words).toMatch(/^[A-ZÉÀ]/)
      for (const words of [definition, population, exclusions, calendar]) expect(words).toMatch(/\.$/)
    }
  })
})
