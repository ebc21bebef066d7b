import { describe, expect, it } from 'vitest'
import { noOverrides } from '../calendar/holidays.ts'
import { contributionsOf, delaysOf, holdingsOf } from '../statistics/counted.ts'
import type { HistoricalComplaint } from './historicalComplaint.ts'
import { historicalFact } from './historicalFact.ts'

const complaint: HistoricalComplaint = {
  ...{ receivedOn: '2019-05-06', acknowledgedOn: null, repliedOn: null, closedOn: null, closed: false },
  ...{ intakeChannel: null, language: null, anonymous: null, sector: null, service: null, subject: 'Délai' },
  ...{ outcome: null, inadmissibilityGrounds: [], bodies: [], withoutFurtherActionCause: null, criteria: [] },
}
const factOf = (change: Partial<HistoricalComplaint>) => historicalFact({ ...complaint, ...change }, '2026-05-04')
const flowsOf = (change: Partial<HistoricalComplaint>) =>
  contributionsOf(factOf(change), 'DOSSIERS').map(({ flow, on }) => `${on} ${flow}`)
const delaysIn = (change: Partial<HistoricalComplaint>) =>
  delaysOf(factOf(change), noOverrides).map(({ delay, days }) => `${delay} ${days}`)

describe('ce qu’un dossier repris apporte aux chiffres', () => {
  it('entre à sa réception, connu du jour de la reprise seulement', () => {
    expect(factOf({})).toMatchObject({ historical: true, enteredOn: '2019-05-06', enteredKnownOn: '2026-05-04' })
    expect(flowsOf({})).toEqual(['2019-05-06 RECEIVED'])
    expect(holdingsOf(factOf({}), 'DOSSIERS')).toEqual([{ stock: 'OPEN', from: '2019-05-06', until: null }])
  })

  it('compte ses dates et ses délais, sans dire si un engagement de ce temps a été tenu', () => {
    const whole: Partial<HistoricalComplaint> = {
      acknowledgedOn: '2019-05-08',
      repliedOn: '2019-05-13',
      closedOn: '2019-05-14',
      closed: true,
      outcome: 'FOUNDED',
      criteria: ['REPRESENTATIVE_ERROR'],
    }
    expect(flowsOf(whole)).toEqual([
      ...['2019-05-06 RECEIVED', '2019-05-08 ACKNOWLEDGED', '2019-05-08 ACKNOWLEDGED_UNJUDGED'],
      ...['2019-05-13 REPLIED', '2019-05-13 REPLIED_UNJUDGED', '2019-05-14 CLOSED', '2019-05-14 FOUNDED'],
    ])
    expect(delaysIn(whole)).toEqual([...['ACKNOWLEDGEMENT 2', 'REPLY 5', 'REPLY_NET 5', 'CLOSING 6', 'CLOSING_NET 6']])
    expect(factOf(whole).criteria).toEqual(['REPRESENTATIVE_ERROR'])
  })

  it('fermé un jour que le registre ne dit pas, sort au jour de sa réception, sans délai', () => {
    const undated = { closed: true, outcome: 'UNFOUNDED', criteria: ['REPRESENTATIVE_ERROR'] } as const
    expect(flowsOf(undated)).toEqual(['2019-05-06 RECEIVED', '2019-05-06 CLOSED', '2019-05-06 UNFOUNDED'])
    expect(delaysIn(undated)).toEqual([])
    expect(factOf(undated)).toMatchObject({ undated: true, criteria: [] })
  })

  it('ferme le jour de l’avis quand le registre ne dit que lui', () => {
    expect(factOf({ closed: true, repliedOn: '2019-05-13' })).toMatchObject({ endedOn: '2019-05-13', undated: false })
  })

  it('encore ouvert, ne dit pas encore de résultat', () => {
    expect(factOf({ closed: false, outcome: 'FOUNDED' })).toMatchObject({ outcome: null, endedOn: null })
  })
})
