import { describe, expect, it } from 'vitest'
import { type Delays, exampleDelays } from '../tables/delays.ts'
import { delaysFlaws } from './ministryDelays.ts'

const said = (more: Partial<Delays>) =>
  delaysFlaws({ ...exampleDelays, ...more }).map(({ field, code }) => `${field} ${code}`)

describe('les délais de l’horloge', () => {
  it('sont des jours ouvrables, et une source', () => {
    expect(said({})).toEqual([])
    expect(said({ remindBefore: 0, longestExtension: 1.5, label: ' ' })).toEqual([
      'remindBefore DAYS_OUT_OF_BOUNDS',
      'longestExtension DAYS_OUT_OF_BOUNDS',
      'label SOURCE_MISSING',
    ])
  })

  it('une relance vient après la précédente', () => {
    expect(said({ secondReminder: 1 })).toEqual(['secondReminder CHASES_OUT_OF_ORDER'])
    expect(said({ escalation: 3 })).toEqual(['escalation CHASES_OUT_OF_ORDER'])
  })

  it('le réexamen de la conservation n’a pas de durée tant que rien n’est approuvé', () => {
    expect(said({ retentionReviewMonths: null })).toEqual([])
    expect(said({ retentionReviewMonths: 0 })).toEqual(['retentionReviewMonths MONTHS_OUT_OF_BOUNDS'])
  })
})
