import { describe, expect, it } from 'vitest'
import { type Complaint, unregistered } from '../../complaint.ts'
import type { Event } from '../../events.ts'
import { by, given, stampOf } from '../../testing/given.ts'
import {
  admitted,
  anonymous,
  assigned,
  consulted,
  foundUnfounded,
  informed,
  matterAdded,
  registered,
} from '../../testing/histories.ts'
import { neighbour, officer, respondent } from '../../testing/people.ts'
import { cancelConsultation } from './cancelConsultation.ts'
import { consultSector } from './consultSector.ts'
import { extendReplyDate } from './extendReplyDate.ts'
import { recordSectorReply } from './recordSectorReply.ts'
import { resumeClock } from './resumeClock.ts'
import { suspendClock } from './suspendClock.ts'

const analysed = [registered, matterAdded, assigned, admitted] as const
const replied: Event = {
  type: 'SECTOR_REPLIED',
  consultation: 'C1',
  reply: 'La demande a été traitée en mai.',
  repliedOn: '2026-06-08',
}
const suspended: Event = {
  type: 'CLOCK_SUSPENDED',
  cause: 'AWAITING_COMPLAINANT',
  reason: 'Précisions attendues.',
  from: '2026-06-08',
}
const closed: Event[] = [...analysed, foundUnfounded, informed]

describe('consulter un secteur', () => {
  const { type: _, consultation: __, ...question } = consulted
  const when = (change: Partial<typeof question>) => given(...analysed).when(consultSector, { ...question, ...change })

  it('pose une question sur un exposé dépersonnalisé, à une échéance', () => {
    when({}).yields({ type: 'SECTOR_CONSULTED', consultation: 'C1' })
    given(...analysed, consulted)
      .when(consultSector, question)
      .yields({ consultation: 'C2' })
    when({ sector: '' }).refuses('SECTOR_MISSING', 'sector')
    when({ statement: '' }).refuses('STATEMENT_MISSING', 'statement')
    when({ question: '' }).refuses('QUESTION_MISSING', 'question')
    when({ dueOn: '2026-06-14' }).refuses('DATE_IN_PAST', 'dueOn')
    when({ dueOn: 'bientôt' }).refuses('DATE_INVALID', 'dueOn')
  })

  it('suppose un motif en analyse', () => {
    given(registered, matterAdded).when(consultSector, question).refuses('NOT_UNDER_ANALYSIS')
  })

  it('n’envoie pas au secteur ce que le coffre sait de la personne', () => {
    given(...analysed)
      .when(
        consultSector,
        { ...question, statement: 'Le 418 555-0123 a sonné.' },
        { recognises: token => token === 'telephone:4185550123', confirmation: 'Utile.' },
      )
      .refuses('IDENTITY_IN_TEXT', 'statement')
  })
})

describe('répondre à la consultation', () => {
  const reply = { consultation: 'C1', reply: 'La demande a été traitée en mai.', repliedOn: '2026-06-10' }
  const asked = given(...analysed, consulted)

  it('revient au secteur consulté, ou au Secrétariat qui reçoit la réponse autrement', () => {
    asked.when(recordSectorReply, reply, by(respondent)).yields({ type: 'SECTOR_REPLIED', consultation: 'C1' })
    asked.when(recordSectorReply, reply, by(officer)).yields({ consultation: 'C1' })
    asked.when(recordSectorReply, reply, by(neighbour)).refuses('DOSSIER_UNKNOWN')
    given(...analysed, consulted, { ...consulted, consultation: 'C2', sector: 'HABITATION' })
      .when(recordSectorReply, reply, by(neighbour))
      .refuses('CONSULTATION_UNKNOWN')
  })

  it('se donne une fois, avec un texte et son jour', () => {
    asked.when(recordSectorReply, { ...reply, reply: '' }).refuses('REPLY_MISSING', 'reply')
    asked.when(recordSectorReply, { ...reply, repliedOn: '2026-06-16' }).refuses('DATE_IN_FUTURE', 'repliedOn')
    asked.when(recordSectorReply, { ...reply, repliedOn: '2026-06-07' }).refuses('DATE_BEFORE_REQUEST', 'repliedOn')
    given(...analysed, consulted, replied)
      .when(recordSectorReply, reply)
      .refuses('NO_CONSULTATION')
    given(...analysed, consulted, { ...consulted, consultation: 'C2' }, replied)
      .when(recordSectorReply, reply)
      .refuses('CONSULTATION_CLOSED', 'consultation')
  })

  it('12. ne change à elle seule aucun motif', () => {
    const matters = (...history: Event[]) => given(...analysed, ...history).complaint.matters
    expect(matters(consulted, replied)).toEqual(matters(consulted))
    expect(matters(consulted, foundUnfounded, replied)).toEqual(matters(consulted, foundUnfounded))
  })
})

describe('annuler une consultation', () => {
  it('la termine, avec une raison', () => {
    const asked = given(...analysed, consulted)
    asked.when(cancelConsultation, { consultation: 'C1', reason: 'Réglé.' }).yields({ type: 'CONSULTATION_CANCELLED' })
    asked.when(cancelConsultation, { consultation: 'C1', reason: '' }).refuses('REASON_MISSING', 'reason')
    asked.when(cancelConsultation, { consultation: 'C5', reason: 'Réglé.' }).refuses('CONSULTATION_UNKNOWN')
    given(...analysed)
      .when(cancelConsultation, { consultation: 'C1', reason: 'Réglé.' })
      .refuses('NO_CONSULTATION')
  })
})

describe('suspendre et reprendre le délai', () => {
  const stop = { cause: 'AWAITING_COMPLAINANT' as const, reason: 'Précisions attendues.', from: '2026-06-10' }
  const start = { to: '2026-06-12', reason: 'Réponse reçue.' }

  it('le délai s’arrête une fois, avec une raison', () => {
    given(...analysed)
      .when(suspendClock, stop)
      .yields({ type: 'CLOCK_SUSPENDED', from: '2026-06-10' })
    given(...analysed, suspended)
      .when(suspendClock, stop)
      .refuses('CLOCK_SUSPENDED')
    given(...analysed)
      .when(suspendClock, { ...stop, reason: '' })
      .refuses('REASON_MISSING', 'reason')
    given(...analysed)
      .when(suspendClock, { ...stop, from: '2026-06-16' })
      .refuses('DATE_IN_FUTURE', 'from')
    given(...analysed, suspended, {
      type: 'CLOCK_RESUMED',
      to: '2026-06-12',
      reason: 'Reçu.',
      replyDueOn: '2026-07-07',
    })
      .when(suspendClock, { ...stop, from: '2026-06-11' })
      .refuses('DATE_BEFORE_REQUEST', 'from')
  })

  it('chaque jour ouvrable arrêté recule la date de réponse d’un jour ouvrable', () => {
    // Monday 8 to Thursday 11 June: four business days.
    given(...analysed, suspended)
      .when(resumeClock, start)
      .yields({ type: 'CLOCK_RESUMED', replyDueOn: '2026-07-07' })
    given(...analysed, suspended)
      .when(resumeClock, { ...start, to: '2026-06-08' })
      .yields({ replyDueOn: '2026-06-30' })
  })

  it('le délai ne reprend que s’il est arrêté, pas avant de l’avoir été', () => {
    given(...analysed)
      .when(resumeClock, start)
      .refuses('CLOCK_RUNNING')
    given(...analysed, suspended)
      .when(resumeClock, { ...start, reason: '' })
      .refuses('REASON_MISSING', 'reason')
    given(...analysed, suspended)
      .when(resumeClock, { ...start, to: '2026-06-05' })
      .refuses('DATE_BEFORE_REQUEST')
    given(...closed)
      .when(resumeClock, start)
      .refuses('CLOSED')
    const running: Complaint = given(...analysed).complaint
    expect(resumeClock.decide(running, start, stampOf())).toMatchObject({ refusal: { code: 'CLOCK_RUNNING' } })
  })
})

describe('reporter la date de réponse', () => {
  const extension = {
    to: '2026-07-01',
    reason: 'Analyse longue.',
    channel: 'PHONE' as const,
    notice: 'La nouvelle date.',
  }

  it('donne par écrit une date plus tardive ; un jour férié passe au jour ouvrable suivant', () => {
    given(...analysed)
      .when(extendReplyDate, extension)
      .yields({ type: 'REPLY_DATE_EXTENDED', from: '2026-06-30', to: '2026-07-02' })
    given(...analysed)
      .when(extendReplyDate, { ...extension, to: '2026-06-30' })
      .refuses('DATE_NOT_LATER', 'to')
    given(...analysed)
      .when(extendReplyDate, { ...extension, to: 'plus tard' })
      .refuses('DATE_INVALID', 'to')
    given(...analysed)
      .when(extendReplyDate, { ...extension, reason: '' })
      .refuses('REASON_MISSING', 'reason')
    given(...analysed)
      .when(extendReplyDate, { ...extension, notice: '' })
      .refuses('NOTICE_MISSING', 'notice')
    given(...analysed)
      .when(extendReplyDate, { ...extension, channel: null })
      .refuses('NOTICE_MISSING', 'notice')
    given(...closed)
      .when(extendReplyDate, extension)
      .refuses('CLOSED')
  })

  it('ne promet pas une date déjà passée', () => {
    given(...analysed)
      .when(extendReplyDate, { ...extension, to: '2026-07-03' }, { on: '2026-07-06' })
      .refuses('DATE_IN_PAST', 'to')
    given(...analysed)
      .when(extendReplyDate, { ...extension, to: '2026-07-06' }, { on: '2026-07-06' })
      .yields({ to: '2026-07-06' })
  })

  it('se dit par écrit, par un moyen donné ; de vive voix à qui n’a donné que le téléphone', () => {
    const both: Event[] = [{ ...registered, replyChannels: ['PHONE', 'EMAIL'] }, ...analysed.slice(1)]
    given(...both)
      .when(extendReplyDate, extension)
      .refuses('NOTICE_NOT_WRITTEN', 'channel')
    given(...both)
      .when(extendReplyDate, { ...extension, channel: 'EMAIL' })
      .yields({ channel: 'EMAIL' })
    given(...analysed)
      .when(extendReplyDate, { ...extension, channel: 'MAIL' })
      .refuses('CHANNEL_NOT_GIVEN', 'channel')
  })

  it('sans moyen de réponse, aucun avis n’est dû', () => {
    given(anonymous, matterAdded)
      .when(extendReplyDate, { ...extension, channel: null, notice: '' })
      .yields({ channel: null })
  })

  it('ne se conçoit pas avant l’inscription', () => {
    expect(extendReplyDate.decide(unregistered, extension, stampOf())).toMatchObject({
      refusal: { code: 'NOT_REGISTERED' },
    })
  })
})
