import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recountedDates } from '../administration/recountDueDates.ts'
import { isBusinessDay } from '../calendar/businessDays.ts'
import { dueDate } from '../calendar/dueDate.ts'
import type { CalendarOverrides } from '../calendar/holidays.ts'
import { addDays, dateOfDayNumber, dayNumber, type LocalDate } from '../calendar/localDate.ts'
import { type Complaint, replay, unregistered } from '../complaint.ts'
import { systemActor } from '../confidentiality/permits.ts'
import type { Event, MilestoneReminded } from '../events.ts'
import { take } from '../step.ts'
import { explainLateness } from '../steps/analysis/explainLateness.ts'
import { extendReplyDate } from '../steps/analysis/extendReplyDate.ts'
import { resumeClock } from '../steps/analysis/resumeClock.ts'
import { suspendClock } from '../steps/analysis/suspendClock.ts'
import { defaultSettings, type Settings } from '../tables/settings.ts'
import { after, by, given, recordedBy, stampOf } from '../testing/given.ts'
import { admitted, assigned, consulted, foundFounded, informed, matterAdded, registered } from '../testing/histories.ts'
import { officer, responsible } from '../testing/people.ts'
import { keepClock } from './keepClock.ts'
import { milestonesOf } from './milestones.ts'
import { clockEvents, nextClockDay } from './reminders.ts'

const acknowledged: Event = { type: 'RECEIPT_ACKNOWLEDGED', channel: 'PHONE', sentOn: '2026-06-02', text: 'Reçue.' }
const open = [registered, matterAdded, assigned, acknowledged, admitted] as const
const dossier = (...events: Event[]) => replay(recordedBy(events, unregistered, stampOf({ on: '2026-06-08' })))
const recommended: Event = {
  type: 'RECOMMENDATION_FORMULATED',
  recommendation: 'R1',
  matter: 'M1',
  sector: 'AMENAGEMENT',
  text: 'Afficher les délais.',
  dueOn: '2026-09-01',
}

/** What the clock says from a day on, when it is asked every day and nobody else acts. */
function heard(complaint: Complaint, from: LocalDate, days: number, settings: Settings = defaultSettings) {
  const said: [LocalDate, MilestoneReminded][] = []
  let known = complaint
  for (let day = 0; day < days; day++) {
    const on = addDays(from, day)
    if (!isBusinessDay(on, settings.calendar)) continue
    const stamp = stampOf({ on, actor: systemActor, settings })
    const decision = take(keepClock, known, {}, stamp)
    if (!decision.accepted) continue
    for (const event of decision.events) if (event.type === 'MILESTONE_REMINDED') said.push([on, event])
    known = after(known, decision.events, stamp)
  }
  return said
}
const ladder = (said: [LocalDate, MilestoneReminded][], kind: string) =>
  said.filter(([, { milestone }]) => milestone === kind).map(([on, { rung, heard }]) => `${on} ${rung} ${heard}`)

describe('les échéances d’un dossier', () => {
  const kinds = (...events: Event[]) => milestonesOf(dossier(...events), defaultSettings).map(({ kind }) => kind)

  it('nomment tout ce que le dossier attend ou doit, et pourquoi ce jour', () => {
    expect(kinds(registered, matterAdded, assigned)).toEqual([
      'ACKNOWLEDGEMENT',
      'REPLY',
      'EXTENSION_NOTICE',
      'ONE_YEAR_LIMIT',
    ])
    const asked: Event = {
      type: 'DISCLOSURE_CONSENT_REQUESTED',
      sectors: ['AMENAGEMENT'],
      purpose: 'Retrouver l’appel.',
      categories: ['IDENTITY'],
      explained: 'Tout.',
      channel: 'PHONE',
      askedOn: '2026-06-08',
    }
    const requested: Event[] = [
      {
        type: 'ESCALATED_TO_OMBUDSMAN',
        escalation: 'E1',
        initiatedBy: 'OMBUDSMAN',
        escalatedOn: '2026-06-08',
        ombudsmanFileNumber: null,
        consentGivenOn: null,
        reason: 'Une enquête.',
      },
      {
        type: 'OMBUDSMAN_REQUEST_RECORDED',
        escalation: 'E1',
        receivedOn: '2026-06-08',
        text: 'Le dossier.',
        dueOn: '2026-06-19',
        legalDemand: null,
      },
    ]
    const known = { ...registered, factsKnownOn: '2026-05-20' }
    const milestones = milestonesOf(dossier(known, ...open.slice(1), consulted, asked, ...requested), defaultSettings)
    expect(milestones.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['REPLY', '2026-06-30'],
      ['EXTENSION_NOTICE', '2026-06-30'],
      ['CONSULTATION', '2026-06-22'],
      ['CONSENT_REPLY', '2026-06-22'],
      ['OMBUDSMAN_REQUEST', '2026-06-19'],
      ['ONE_YEAR_LIMIT', '2027-05-20'],
    ])
    for (const { kind, why } of milestones) if (kind !== 'REPLY') expect(why.join(' ')).toMatch(/^[A-ZÀÉ].*\.$/)
    expect(kinds(...open, foundFounded, recommended, informed)).toEqual([
      'RECOMMENDATION_ANSWER',
      'RECOMMENDATION_IMPLEMENTATION',
      'ONE_YEAR_LIMIT',
    ])
  })
})

describe('les rappels', () => {
  it('viennent avant l’échéance à qui doit, et après elle à qui répond du dossier', () => {
    expect(ladder(heard(dossier(...open), '2026-06-08', 60), 'REPLY')).toEqual([
      '2026-06-26 BEFORE CARRIER',
      '2026-07-08 ESCALATION DECIDERS',
    ])
  })

  it('vont à l’unité, deux fois après le jour attendu, puis à sa direction', () => {
    expect(ladder(heard(dossier(...open, consulted), '2026-06-08', 60), 'CONSULTATION')).toEqual([
      '2026-06-18 BEFORE SECTOR',
      '2026-06-23 FIRST SECTOR',
      '2026-06-26 SECOND SECTOR',
      '2026-06-30 ESCALATION UNIT_MANAGER',
    ])
  })

  it('reprennent un échelon à la fois, un par jour, quand l’horloge s’est arrêtée', () => {
    expect(ladder(heard(dossier(...open, consulted), '2026-07-06', 30), 'CONSULTATION')).toEqual([
      '2026-07-06 FIRST SECTOR',
      '2026-07-07 SECOND SECTOR',
      '2026-07-08 ESCALATION UNIT_MANAGER',
    ])
  })

  it('se taisent dès que la réponse est donnée, et pendant que la personne est attendue', () => {
    const replied: Event = { type: 'SECTOR_REPLIED', consultation: 'C1', reply: 'Un retard.', repliedOn: '2026-06-12' }
    expect(ladder(heard(dossier(...open, consulted, replied), '2026-06-08', 60), 'CONSULTATION')).toEqual([])
    const suspended: Event = {
      type: 'CLOCK_SUSPENDED',
      cause: 'AWAITING_COMPLAINANT',
      reason: 'Un document.',
      from: '2026-06-08',
    }
    expect(heard(dossier(...open, suspended), '2026-06-08', 90)).toEqual([])
  })

  it('recommencent pour une date nouvelle', () => {
    const extended: Event = {
      type: 'REPLY_DATE_EXTENDED',
      from: '2026-06-30',
      to: '2026-07-10',
      reason: 'Longue.',
      channel: 'PHONE',
      notice: 'Avis.',
    }
    expect(ladder(heard(dossier(...open, extended), '2026-06-29', 40), 'REPLY')).toEqual([
      '2026-07-08 BEFORE CARRIER',
      '2026-07-17 ESCALATION DECIDERS',
    ])
  })

  it('sont donnés par le logiciel seul, et aucun ne l’est sans qu’un jour le demande', () => {
    given(...open, consulted)
      .when(keepClock, {}, { actor: systemActor, on: '2026-06-23' })
      .yields({ rung: 'FIRST' })
    given(...open)
      .when(keepClock, {}, { actor: systemActor, on: '2026-06-10' })
      .refuses('NOTHING_DUE')
    for (const person of [officer, responsible])
      given(...open, consulted)
        .when(keepClock, {}, { ...by(person), on: '2026-06-23' })
        .refuses('NOT_PERMITTED')
    given().when(keepClock, {}, { actor: systemActor }).refuses('DOSSIER_UNKNOWN')
  })

  const closures = fc
    .array(fc.integer({ min: dayNumber('2026-06-01'), max: dayNumber('2026-09-30') }), { maxLength: 25 })
    .map(
      (days): CalendarOverrides => ({
        closed: [...new Set(days)].map(day => ({ date: dateOfDayNumber(day), name: 'Fermé' })),
        opened: [],
      }),
    )
  const delays = fc.record({
    remindBefore: fc.integer({ min: 1, max: 10 }),
    firstReminder: fc.integer({ min: 1, max: 5 }),
    secondReminder: fc.integer({ min: 1, max: 8 }),
    escalation: fc.integer({ min: 1, max: 12 }),
  })
  const somewhen = fc.integer({ min: dayNumber('2026-06-08'), max: dayNumber('2026-08-15') }).map(dateOfDayNumber)

  it('le prochain jour annoncé est le premier où l’horloge parle, quels que soient le calendrier et les délais', () => {
    fc.assert(
      fc.property(closures, delays, somewhen, fc.nat(2), (calendar, chosen, today, history) => {
        const settings = { ...defaultSettings, calendar, delays: { ...defaultSettings.delays, ...chosen } }
        const histories = [open, [...open, consulted], [...open, foundFounded, recommended, informed]] as const
        const complaint = dossier(...(histories[history] ?? open))
        const next = nextClockDay(complaint, settings, today)
        for (let on = today; on < (next ?? '2026-10-15'); on = addDays(on, 1)) {
          if (isBusinessDay(on, calendar)) expect(clockEvents(complaint, settings, on)).toEqual([])
        }
        if (!next) return
        expect(isBusinessDay(next, calendar)).toBe(true)
        expect(clockEvents(complaint, settings, next).length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  it('aucun rappel n’est donné deux fois, et chaque échelle se monte dans son ordre', () => {
    const order = ['BEFORE', 'FIRST', 'SECOND', 'ESCALATION']
    fc.assert(
      fc.property(closures, delays, somewhen, (calendar, chosen, from) => {
        const settings = { ...defaultSettings, calendar, delays: { ...defaultSettings.delays, ...chosen } }
        const said = heard(dossier(...open, consulted), from, 60, settings)
        const keys = said.map(([, { milestone, dueOn, rung }]) => `${milestone} ${dueOn} ${rung}`)
        expect(new Set(keys).size).toBe(keys.length)
        const rungs = said
          .filter(([, { milestone }]) => milestone === 'CONSULTATION')
          .map(([, { rung }]) => order.indexOf(rung))
        expect(rungs).toEqual([...rungs].sort())
        for (const [on, { rung, dueOn }] of said) expect(rung === 'BEFORE' ? on < dueOn : on > dueOn).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  const pauses = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 20 })), { maxLength: 4 })

  it('l’échéance suivie d’arrêt en arrêt est celle que l’on compterait d’un coup, et se recompte de même', () => {
    fc.assert(
      fc.property(closures, closures, pauses, (calendar, added, stops) => {
        // A day more that is not worked: the new date never comes before a pause that was already taken.
        const changed = { ...calendar, closed: [...calendar.closed, ...added.closed] }
        const settings = { ...defaultSettings, calendar }
        const received = '2026-06-01'
        let complaint = dossier({
          ...registered,
          acknowledgementDueOn: dueDate(received, 5, calendar),
          replyDueOn: dueDate(received, 20, calendar),
        })
        const suspensions: { from: LocalDate; to: LocalDate; reason: string }[] = []
        let day = '2026-06-08'
        for (const [gap, length] of stops) {
          const from = addDays(day, gap)
          const to = addDays(from, length)
          if (from > (complaint.clock?.replyDueOn ?? '')) break
          for (const [step, command, on] of [
            [suspendClock, { cause: 'AWAITING_COMPLAINANT', reason: 'Attente.', from }, from],
            [resumeClock, { to, reason: 'Reçu.' }, to],
          ] as const) {
            const stamp = stampOf({ on, settings })
            const decision = take(step as typeof suspendClock, complaint, command as never, stamp)
            expect(decision).toMatchObject({ accepted: true })
            if (decision.accepted) complaint = after(complaint, decision.events, stamp)
          }
          suspensions.push({ from, to, reason: 'Attente.' })
          day = to
        }
        expect(complaint.clock?.replyDueOn).toBe(dueDate(received, 20, calendar, { suspensions }))
        expect(recountedDates(complaint, calendar, changed)?.replyDueOn).toBe(
          dueDate(received, 20, changed, { suspensions }),
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe('le report de la date de réponse', () => {
  const extension = { reason: 'Analyse longue.', channel: 'PHONE' as const, notice: 'La nouvelle date.' }

  it('a une borne, que le Ministère fixe, comptée du jour de l’avis s’il vient après l’échéance', () => {
    given(...open)
      .when(extendReplyDate, { ...extension, to: '2026-07-29' })
      .yields({ from: '2026-06-30', to: '2026-07-29' })
    given(...open)
      .when(extendReplyDate, { ...extension, to: '2026-07-30' })
      .refuses('EXTENSION_TOO_LONG', 'to')
    given(...open)
      .when(extendReplyDate, { ...extension, to: '2026-07-30' }, { on: '2026-07-06' })
      .yields({ to: '2026-07-30' })
    const settings = { ...defaultSettings, delays: { ...defaultSettings.delays, longestExtension: 5 } }
    given(...open)
      .when(extendReplyDate, { ...extension, to: '2026-07-09' }, { settings })
      .refuses('EXTENSION_TOO_LONG', 'to')
  })
})

describe('expliquer un retard', () => {
  const explanation = {
    milestone: 'REPLY' as const,
    cause: 'UNIT_ANSWER' as const,
    sector: 'AMENAGEMENT',
    reason: 'Réponse tardive.',
  }

  it('nomme la date manquée, la cause et l’unité qui en répond', () => {
    given(...open)
      .when(explainLateness, explanation, { on: '2026-07-02' })
      .yields({ milestone: 'REPLY', dueOn: '2026-06-30', sector: 'AMENAGEMENT' })
    given(...open)
      .when(explainLateness, { ...explanation, sector: '' }, { on: '2026-07-02' })
      .refuses('SECTOR_MISSING', 'sector')
    given(...open)
      .when(explainLateness, { ...explanation, reason: ' ' }, { on: '2026-07-02' })
      .refuses('REASON_MISSING', 'reason')
  })

  it('ne s’explique ni avant le retard, ni deux fois, ni quand la date est tenue', () => {
    given(...open)
      .when(explainLateness, explanation, { on: '2026-06-30' })
      .refuses('NOT_LATE', 'milestone')
    const explained: Event = { type: 'LATENESS_EXPLAINED', dueOn: '2026-06-30', ...explanation }
    given(...open, explained)
      .when(explainLateness, explanation, { on: '2026-07-02' })
      .refuses('NOT_LATE', 'milestone')
    given(...open, foundFounded, informed)
      .when(explainLateness, explanation, { on: '2026-07-02' })
      .refuses('NOT_LATE')
    given(...open)
      .when(explainLateness, { ...explanation, milestone: 'ACKNOWLEDGEMENT' }, { on: '2026-07-02' })
      .refuses('NOT_LATE')
  })
})

describe('le réexamen de la conservation', () => {
  const closed = [...open, foundFounded, informed] as const
  const scheduled = { ...defaultSettings, delays: { ...defaultSettings.delays, retentionReviewMonths: 24 } }
  const reviewed = (complaint: Complaint, on: LocalDate, settings: Settings) =>
    clockEvents(complaint, settings, on).some(({ type }) => type === 'RETENTION_REVIEW_OPENED')

  it('ne vient jamais tant qu’aucun calendrier de conservation n’est approuvé', () => {
    expect(reviewed(dossier(...closed), '2040-01-03', defaultSettings)).toBe(false)
  })

  it('vient une fois, tant de mois après la fermeture, sauf mise en suspens', () => {
    expect(reviewed(dossier(...closed), '2028-06-07', scheduled)).toBe(false)
    expect(reviewed(dossier(...closed), '2028-06-08', scheduled)).toBe(true)
    const done: Event = { type: 'RETENTION_REVIEW_OPENED', closedOn: '2026-06-08' }
    expect(reviewed(dossier(...closed, done), '2028-06-12', scheduled)).toBe(false)
    const held: Event = { type: 'LEGAL_HOLD_PLACED', reference: 'L-1', reason: 'Litige.' }
    expect(reviewed(dossier(...closed, held), '2028-06-12', scheduled)).toBe(false)
  })
})
