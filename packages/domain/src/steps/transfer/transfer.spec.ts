import { describe, it } from 'vitest'
import type { Event } from '../../events.ts'
import { by, given } from '../../testing/given.ts'
import { admitted, anonymous, assigned, informed, matterAdded, outside, registered } from '../../testing/histories.ts'
import { officer } from '../../testing/people.ts'
import { recordConcertation } from './recordConcertation.ts'
import { recordTransferAuthorization } from './recordTransferAuthorization.ts'
import { referComplainant } from './referComplainant.ts'
import { requestTransferAuthorization } from './requestTransferAuthorization.ts'
import { transferComplaint } from './transferComplaint.ts'

const elsewhere = [registered, matterAdded, assigned, outside] as const
const body = { code: 'COMMISSION_MUNICIPALE' as const }
const asked: Event = {
  type: 'TRANSFER_AUTHORIZATION_REQUESTED',
  matter: 'M1',
  body,
  channel: 'PHONE',
  explained: 'Ce qui serait envoyé, à qui, et le droit de refuser.',
}
const authorized: Event = {
  type: 'TRANSFER_AUTHORIZATION_RECORDED',
  matter: 'M1',
  answer: 'GRANTED',
  channel: 'PHONE',
  answeredOn: '2026-06-08',
}
const agreed: Event = {
  type: 'CONCERTATION_RECORDED',
  matter: 'M1',
  accepts: true,
  heldOn: '2026-06-08',
  summary: 'L’organisme se reconnaît compétent.',
}
const transferred: Event = {
  type: 'COMPLAINT_TRANSFERRED',
  matter: 'M1',
  transmitted: 'La plainte et ses pièces.',
  sentOn: '2026-06-08',
}
const withdrawn: Event = { type: 'COMPLAINT_WITHDRAWN', channel: 'PHONE', withdrawnOn: '2026-06-08', note: '' }
const anonymousElsewhere: Event[] = [anonymous, matterAdded, outside]

describe('diriger la personne vers l’organisme compétent', () => {
  const direction = {
    matter: 'M1',
    bodies: [body],
    channel: 'PHONE' as const,
    explanation: 'Où s’adresser, et pourquoi.',
  }

  it('dit où s’adresser, et pourquoi', () => {
    given(...elsewhere)
      .when(referComplainant, direction)
      .yields({ type: 'COMPLAINANT_REFERRED', matter: 'M1' })
    given(...elsewhere)
      .when(referComplainant, { ...direction, bodies: [] })
      .refuses('BODY_MISSING', 'bodies')
    given(...elsewhere)
      .when(referComplainant, { ...direction, bodies: [{ code: 'OTHER_BODY' }] })
      .refuses('BODY_NAME_MISSING', 'bodies')
    given(...elsewhere)
      .when(referComplainant, { ...direction, channel: 'MAIL' })
      .refuses('CHANNEL_NOT_GIVEN', 'channel')
    given(...elsewhere)
      .when(referComplainant, { ...direction, channel: 'COUNTER' })
      .yields({ channel: 'COUNTER' })
    given(...elsewhere)
      .when(referComplainant, { ...direction, explanation: '' })
      .refuses('EXPLANATION_MISSING')
  })

  it('ne vaut que pour un motif hors de la responsabilité du Ministère, une fois, si la personne peut être jointe', () => {
    given(registered, matterAdded).when(referComplainant, direction).refuses('NOT_OUTSIDE_RESPONSIBILITY')
    given(...elsewhere, { type: 'COMPLAINANT_REFERRED', ...direction })
      .when(referComplainant, direction)
      .refuses('ALREADY_REFERRED')
    given(...anonymousElsewhere)
      .when(referComplainant, direction)
      .refuses('NO_REPLY_CHANNEL')
    given(...elsewhere, informed)
      .when(referComplainant, direction)
      .refuses('CLOSED')
    given(...elsewhere, asked)
      .when(referComplainant, direction)
      .refuses('TRANSFER_UNDER_WAY')
  })
})

describe('demander l’autorisation de transférer', () => {
  const request = { matter: 'M1', body, channel: 'PHONE' as const, explained: 'Le droit de refuser.' }

  it('nomme l’organisme et ce qui a été expliqué', () => {
    given(...elsewhere)
      .when(requestTransferAuthorization, request)
      .yields({ type: 'TRANSFER_AUTHORIZATION_REQUESTED' })
    given(...elsewhere)
      .when(requestTransferAuthorization, { ...request, body: { code: 'MUNICIPALITY' } })
      .refuses('BODY_NAME_MISSING', 'body')
    given(...elsewhere)
      .when(requestTransferAuthorization, { ...request, channel: 'EMAIL' })
      .refuses('CHANNEL_NOT_GIVEN', 'channel')
    given(...elsewhere)
      .when(requestTransferAuthorization, { ...request, explained: '' })
      .refuses('EXPLANATION_MISSING')
  })

  it('ne vaut que pour un motif hors de la responsabilité du Ministère, ni en route ni déjà transféré', () => {
    given(registered, matterAdded, admitted)
      .when(requestTransferAuthorization, request)
      .refuses('NOT_OUTSIDE_RESPONSIBILITY')
    given(...elsewhere, asked)
      .when(requestTransferAuthorization, request)
      .refuses('TRANSFER_UNDER_WAY')
    given(...elsewhere, asked, authorized, agreed, transferred)
      .when(requestTransferAuthorization, request)
      .refuses('ALREADY_TRANSFERRED')
  })

  it('une plainte sans moyen de réponse, ou que la personne a retirée, ne se transfère pas', () => {
    given(...anonymousElsewhere)
      .when(requestTransferAuthorization, request)
      .refuses('NO_REPLY_CHANNEL')
    given(...elsewhere, { ...matterAdded, matter: 'M2' }, withdrawn)
      .when(requestTransferAuthorization, request)
      .refuses('ENDED')
  })
})

describe('consigner la réponse au transfert', () => {
  const answer = { matter: 'M1', answer: 'GRANTED' as const, channel: 'PHONE' as const, answeredOn: '2026-06-10' }

  it('suit une demande, une seule fois, et ne la précède pas', () => {
    given(...elsewhere, asked)
      .when(recordTransferAuthorization, answer)
      .yields({ answer: 'GRANTED' })
    given(...elsewhere, asked)
      .when(recordTransferAuthorization, { ...answer, channel: 'COUNTER' })
      .yields({ channel: 'COUNTER' })
    given(...elsewhere)
      .when(recordTransferAuthorization, answer)
      .refuses('NO_TRANSFER_REQUESTED')
    given(...elsewhere, asked, authorized)
      .when(recordTransferAuthorization, answer)
      .refuses('AUTHORIZATION_ANSWERED')
    given(...elsewhere, asked)
      .when(recordTransferAuthorization, { ...answer, answeredOn: '2026-06-05' })
      .refuses('DATE_BEFORE_REQUEST', 'answeredOn')
    given(...elsewhere, asked)
      .when(recordTransferAuthorization, { ...answer, answeredOn: '2026-06-16' })
      .refuses('DATE_IN_FUTURE')
  })

  it('un refus laisse le motif décidé : l’autorisation peut être redemandée', () => {
    const refused: Event = { ...authorized, answer: 'REFUSED' } as Event
    given(...elsewhere, asked, refused)
      .when(transferComplaint, { matter: 'M1', transmitted: 'La plainte.', sentOn: '2026-06-10' })
      .refuses('NO_TRANSFER_REQUESTED')
    given(...elsewhere, asked, refused)
      .when(requestTransferAuthorization, { matter: 'M1', body, channel: 'PHONE', explained: 'À nouveau.' })
      .yields({ matter: 'M1' })
  })
})

describe('se concerter avec l’organisme', () => {
  const concertation = { matter: 'M1', accepts: true, heldOn: '2026-06-10', summary: 'L’organisme accepte.' }

  it('demande d’abord l’autorisation de la personne', () => {
    given(...elsewhere, asked, authorized)
      .when(recordConcertation, concertation)
      .yields({ accepts: true })
    given(...elsewhere, asked)
      .when(recordConcertation, concertation)
      .refuses('AUTHORIZATION_MISSING')
    given(...elsewhere)
      .when(recordConcertation, concertation)
      .refuses('NO_TRANSFER_REQUESTED')
    given(...elsewhere, asked, authorized, agreed)
      .when(recordConcertation, concertation)
      .refuses('CONCERTATION_DONE')
    given(...elsewhere, asked, authorized)
      .when(recordConcertation, { ...concertation, summary: '' })
      .refuses('TEXT_MISSING')
    given(...elsewhere, asked, authorized)
      .when(recordConcertation, { ...concertation, heldOn: '2026-05-01' })
      .refuses('DATE_BEFORE_RECEIPT')
    given(...elsewhere, asked, authorized)
      .when(recordConcertation, { ...concertation, heldOn: '2026-06-05' })
      .refuses('DATE_BEFORE_AUTHORIZATION', 'heldOn')
  })

  it('si l’organisme décline, le motif revient à la recevabilité', () => {
    const declined: Event = { ...agreed, accepts: false } as Event
    given(...elsewhere, asked, authorized, declined)
      .when(transferComplaint, { matter: 'M1', transmitted: 'La plainte.', sentOn: '2026-06-10' })
      .refuses('NO_TRANSFER_REQUESTED')
    given(...elsewhere, asked, authorized, declined)
      .when(requestTransferAuthorization, { matter: 'M1', body, channel: 'PHONE', explained: 'Encore.' })
      .refuses('NOT_OUTSIDE_RESPONSIBILITY')
  })
})

describe('transférer la plainte', () => {
  const transfer = { matter: 'M1', transmitted: 'La plainte et ses pièces.', sentOn: '2026-06-10' }

  it('suit une autorisation consignée et l’accord de l’organisme', () => {
    given(...elsewhere, asked, authorized, agreed)
      .when(transferComplaint, transfer)
      .yields({ type: 'COMPLAINT_TRANSFERRED' })
    given(...elsewhere, asked, authorized)
      .when(transferComplaint, transfer)
      .refuses('CONCERTATION_MISSING')
    given(...elsewhere, asked)
      .when(transferComplaint, transfer)
      .refuses('AUTHORIZATION_MISSING')
    given(...elsewhere)
      .when(transferComplaint, transfer)
      .refuses('NO_TRANSFER_REQUESTED')
  })

  it('dit ce qui est parti, et quand', () => {
    const ready = given(...elsewhere, asked, authorized, agreed)
    ready.when(transferComplaint, { ...transfer, transmitted: '' }).refuses('TEXT_MISSING', 'transmitted')
    ready.when(transferComplaint, { ...transfer, sentOn: '2026-06-32' }).refuses('DATE_INVALID', 'sentOn')
    ready.when(transferComplaint, { ...transfer, sentOn: '2026-06-07' }).refuses('DATE_BEFORE_CONCERTATION', 'sentOn')
    ready.when(transferComplaint, transfer, by(officer)).refuses('NOT_PERMITTED')
  })
})
