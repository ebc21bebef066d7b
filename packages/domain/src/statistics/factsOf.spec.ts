import { describe, expect, it } from 'vitest'
import { noOverrides } from '../calendar/holidays.ts'
import type { LocalDate } from '../calendar/localDate.ts'
import type { Event, Recorded } from '../events.ts'
import {
  admitted,
  assigned,
  consentRefused,
  consentRequested,
  foundFounded,
  foundUnfounded,
  informed,
  matterAdded,
  outside,
  registered,
} from '../testing/histories.ts'
import { contributionsOf, delaysOf, holdingsOf, type Unit } from './counted.ts'
import type { Fact } from './fact.ts'
import { factsOf } from './factsOf.ts'
import { asKnownOn, factVersions } from './factVersions.ts'

/** A journal told by its days. */
function journal(...days: [LocalDate, ...Event[]][]): Recorded[] {
  const told = days.flatMap(([on, ...events]) => events.map(event => ({ on, event })))
  return told.map(({ on, event }, at) => ({
    ...{ seq: at + 1, on, at: `${on}T14:00:00.000Z`, by: 'responsable', role: 'RESPONSIBLE_OFFICER' as const },
    ...{ confirmation: null, event },
  }))
}

const second = { ...matterAdded, matter: 'M2', sector: 'HABITATION' }
const sentOn = (day: LocalDate): Event => ({ ...informed, sentOn: day })
const reopened: Event = {
  ...{ type: 'COMPLAINT_REOPENED', matters: ['M2'], newFacts: 'Une lettre.', replyDueOn: '2026-08-03' },
}
const told = (facts: readonly Fact[], unit: Unit = 'MATTERS') =>
  facts.flatMap(fact => contributionsOf(fact, unit).map(({ flow, on }) => `${on} ${flow}`)).sort()

describe('ce qu’un dossier apporte aux chiffres', () => {
  it('entre le jour de sa réception, quel que soit celui de son inscription', () => {
    const [fact] = factsOf(journal(['2026-06-03', registered, matterAdded]))
    expect(fact).toMatchObject({ enteredOn: '2026-06-01', enteredKnownOn: '2026-06-03', endedOn: null, outcome: null })
    expect(holdingsOf(fact!, 'MATTERS')).toEqual([
      { stock: 'OPEN', from: '2026-06-01', until: null },
      { stock: 'OVERDUE', from: '2026-07-01', until: null },
    ])
  })

  it('compte son résultat, ses critères et ses délais le jour de sa fermeture', () => {
    const lines = journal(
      ['2026-06-01', registered, matterAdded, assigned],
      ['2026-06-02', { type: 'RECEIPT_ACKNOWLEDGED', channel: 'PHONE', sentOn: '2026-06-02', text: 'Reçu.' }],
      ['2026-06-03', admitted],
      ['2026-06-05', foundFounded],
      ['2026-06-09', sentOn('2026-06-08')],
    )
    const [fact] = factsOf(lines)
    expect(told([fact!])).toEqual([
      ...['2026-06-01 RECEIVED', '2026-06-02 ACKNOWLEDGED', '2026-06-02 ACKNOWLEDGED_IN_TIME', '2026-06-03 ADMISSIBLE'],
      ...['2026-06-08 REPLIED', '2026-06-08 REPLIED_BY_DATE', '2026-06-08 REPLIED_IN_TIME'],
      ...['2026-06-09 CLOSED', '2026-06-09 FOUNDED'],
    ])
    expect(fact?.criteria).toEqual(['BELOW_SERVICE_STANDARD'])
    expect(delaysOf(fact!, noOverrides).map(({ delay, days }) => [delay, days])).toEqual([
      ...[
        ['ACKNOWLEDGEMENT', 1],
        ['REPLY', 5],
        ['REPLY_NET', 5],
      ],
      ...[
        ['CLOSING', 6],
        ['CLOSING_NET', 6],
      ],
    ])
    expect(factVersions(lines)).toHaveLength(1)
    expect(asKnownOn([fact!], '2026-06-08')[0]).toMatchObject({ outcome: null, doneOn: null, admittedOn: '2026-06-03' })
  })

  it('en dossiers, ne sort que sous un résultat', () => {
    const decided = [foundUnfounded, { ...foundFounded, matter: 'M2' }]
    const facts = factsOf(
      journal(['2026-06-01', registered, matterAdded, second], ['2026-06-05', ...decided], ['2026-06-08', informed]),
    )
    expect(told(facts)).toContain('2026-06-08 UNFOUNDED')
    expect(new Set(told(facts, 'DOSSIERS'))).toContain('2026-06-08 FOUNDED')
    expect(told(facts, 'DOSSIERS')).not.toContain('2026-06-08 UNFOUNDED')
  })

  it('revient le jour de sa réouverture, sans rien changer à sa première sortie', () => {
    const lines = journal(
      ['2026-06-02', registered, matterAdded, second],
      ['2026-06-05', { ...foundUnfounded, matter: 'M2' }, foundFounded],
      ['2026-06-08', informed],
      ['2026-07-06', reopened],
      ['2026-07-10', { ...foundFounded, matter: 'M2' }],
      ['2026-07-20', sentOn('2026-07-20')],
    )
    const facts = factsOf(lines)
    expect(facts.map(({ stay, sector, outcome, openedOn }) => [stay, sector, outcome, openedOn])).toEqual([
      [1, 'AMENAGEMENT', 'FOUNDED', '2026-06-01'],
      [1, 'HABITATION', 'UNFOUNDED', '2026-06-01'],
      [2, 'HABITATION', 'FOUNDED', '2026-07-06'],
    ])
    expect(told(facts, 'DOSSIERS')).toContain('2026-07-06 REOPENED')
    expect(asKnownOn(facts, '2026-07-05')).toEqual(factsOf(lines.filter(({ on }) => on < '2026-07-06')))
  })

  it('retire du délai net les jours où il était suspendu', () => {
    const lines = journal(
      ['2026-06-01', registered, matterAdded],
      [
        '2026-06-03',
        { type: 'CLOCK_SUSPENDED', cause: 'AWAITING_COMPLAINANT', reason: 'Un document.', from: '2026-06-03' },
      ],
      ['2026-06-08', { type: 'CLOCK_RESUMED', to: '2026-06-08', reason: 'Reçu.', replyDueOn: '2026-07-03' }],
      ['2026-06-09', foundUnfounded],
      ['2026-06-10', sentOn('2026-06-10')],
    )
    const days = delaysOf(factsOf(lines)[0]!, noOverrides)
    expect(days.find(({ delay }) => delay === 'REPLY')?.days).toBe(7)
    // Les 3, 4 et 5 juin ne comptent pas ; le 8 compte.
    expect(days.find(({ delay }) => delay === 'REPLY_NET')?.days).toBe(4)
    expect(factVersions(lines).map(({ knownFrom }) => knownFrom)).toEqual(['2026-06-01', '2026-06-03', '2026-06-08'])
  })

  it('une permission refusée et un motif hors de la responsabilité du Ministère se comptent', () => {
    const facts = factsOf(
      journal(
        ['2026-06-01', registered, matterAdded, consentRequested],
        ['2026-06-08', consentRefused, outside, informed],
      ),
    )
    expect(told(facts)).toEqual(expect.arrayContaining(['2026-06-08 CONSENTS_ASKED', '2026-06-08 CONSENTS_REFUSED']))
    expect(facts[0]).toMatchObject({ outcome: 'INADMISSIBLE', grounds: ['OUTSIDE_MINISTRY_RESPONSIBILITY'] })
  })
})
