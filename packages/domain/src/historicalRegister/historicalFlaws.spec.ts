import { describe, expect, it } from 'vitest'
import { type HistoricalDraft, historicalComplaint } from './historicalComplaint.ts'
import { historicalFields } from './historicalFields.ts'
import { historicalFlaws, historicalFlawsOf } from './historicalFlaws.ts'

const draft = {
  ...{ receivedOn: '2019-05-06', acknowledgedOn: null, repliedOn: null, closedOn: null, closed: null },
  ...{ intakeChannel: null, language: null, anonymous: null, sector: null, service: null, subject: null },
  ...{ outcome: null, inadmissibilityGrounds: [], bodies: [], withoutFurtherActionCause: null, criteria: [] },
} satisfies HistoricalDraft
const today = '2026-05-04'
const flawsOf = (change: Partial<HistoricalDraft>) =>
  historicalFlawsOf({ ...draft, ...change }, today).map(({ field, code }) => `${field} ${code}`)

describe('une ligne d’un registre antérieur', () => {
  it('ne dit que ce qu’elle sait : une date de réception suffit', () => {
    expect(flawsOf({})).toEqual([])
    expect(flawsOf({ receivedOn: null })).toEqual(['receivedOn MISSING'])
  })

  it.each([
    [{ receivedOn: '2026-05-05' }, 'receivedOn IN_THE_FUTURE'],
    [{ receivedOn: '1969-12-31' }, 'receivedOn TOO_EARLY'],
    [{ closedOn: '2026-05-05' }, 'closedOn IN_THE_FUTURE'],
    [{ acknowledgedOn: '2019-05-05' }, 'acknowledgedOn BEFORE_RECEIPT'],
    [{ closedOn: '2019-05-05' }, 'closedOn BEFORE_RECEIPT'],
    [{ subject: 'x'.repeat(201) }, 'subject TOO_LONG'],
    [{ outcome: 'FOUNDED', bodies: ['MUNICIPALITY'] }, 'bodies NOT_OF_THIS_OUTCOME'],
    [{ inadmissibilityGrounds: ['COURT_PROCEEDINGS'] }, 'inadmissibilityGrounds NOT_OF_THIS_OUTCOME'],
    [{ withoutFurtherActionCause: 'ANONYMITY' }, 'withoutFurtherActionCause NOT_OF_THIS_OUTCOME'],
    [{ outcome: 'WITHDRAWN', criteria: ['REPRESENTATIVE_ERROR'] }, 'criteria NOT_OF_THIS_OUTCOME'],
    [{ closed: false, closedOn: '2019-06-01' }, 'closed CLOSED_OR_OPEN'],
  ] satisfies [Partial<HistoricalDraft>, string][])('%j est refusé', (change, flaw) => {
    expect(flawsOf(change)).toEqual([flaw])
  })

  it.each([
    [{ receivedOn: today, closedOn: today }],
    [{ outcome: 'INADMISSIBLE', inadmissibilityGrounds: ['COURT_PROCEEDINGS'] }],
    [{ outcome: 'REFERRED', bodies: ['TRIBUNAL_LOGEMENT'] }],
    [{ outcome: 'TRANSFERRED', bodies: ['MUNICIPALITY'] }],
    [{ outcome: 'CLOSED_WITHOUT_FURTHER_ACTION', withoutFurtherActionCause: 'CONSENT_REFUSED' }],
    [{ outcome: 'UNFOUNDED', criteria: ['REPRESENTATIVE_ERROR'] }],
  ] satisfies [Partial<HistoricalDraft>][])('%j est admis', change => {
    expect(flawsOf(change)).toEqual([])
  })

  it.each([
    [{}, false],
    [{ outcome: 'FOUNDED' }, true],
    [{ closedOn: '2019-06-01' }, true],
    [{ outcome: 'FOUNDED', closed: false }, false],
    [{ closed: true }, true],
  ] satisfies [Partial<HistoricalDraft>, boolean][])('%j : fermée, %s', (change, closed) => {
    expect(historicalComplaint({ ...draft, ...change }).closed).toBe(closed)
  })

  it('n’a que des champs nommés, et chaque refus a sa phrase', () => {
    expect(historicalFields.map(({ code }) => code).toSorted()).toEqual(Object.keys(draft).toSorted())
    for (const sentence of Object.values(historicalFlaws)) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })
})
