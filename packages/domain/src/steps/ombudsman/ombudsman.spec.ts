import { describe, expect, it } from 'vitest'
import type { EscalatedToOmbudsman, Event } from '../../events.ts'
import { by, given } from '../../testing/given.ts'
import {
  admitted,
  anonymous,
  assigned,
  foundUnfounded,
  informed,
  matterAdded,
  outside,
  registered,
} from '../../testing/histories.ts'
import { officer } from '../../testing/people.ts'
import { escalateToOmbudsman } from './escalateToOmbudsman.ts'
import { type PreparePackage, preparePackage } from './preparePackage.ts'
import { recordOmbudsmanConclusion } from './recordOmbudsmanConclusion.ts'
import { recordOmbudsmanRequest } from './recordOmbudsmanRequest.ts'

const open = [registered, matterAdded, assigned] as const
const escalated: EscalatedToOmbudsman = {
  type: 'ESCALATED_TO_OMBUDSMAN',
  escalation: 'E1',
  initiatedBy: 'COMPLAINANT',
  escalatedOn: '2026-06-05',
  ombudsmanFileNumber: null,
  consentGivenOn: null,
  reason: 'Désaccord.',
}
const agreed: Event = { ...escalated, consentGivenOn: '2026-06-05' }
const demanded: Event = {
  type: 'OMBUDSMAN_REQUEST_RECORDED',
  escalation: 'E1',
  receivedOn: '2026-06-08',
  text: 'Le dossier complet.',
  dueOn: null,
  legalDemand: 'DL-4',
}
const erased: Event = { type: 'IDENTITY_ERASED', schedule: 'C-1', reason: 'Échu.' }
const known = { recognises: (token: string) => token === 'telephone:4185550123' }

describe('consigner un recours au Protecteur du citoyen', () => {
  const escalation = { initiatedBy: 'COMPLAINANT' as const, escalatedOn: '2026-06-10', reason: 'Désaccord.' }

  it('est possible à tout moment, du jour de la réception à la fermeture et après', () => {
    for (const history of [
      [registered, matterAdded],
      [...open, admitted],
      [...open, outside],
      [...open, admitted, foundUnfounded],
      [...open, admitted, foundUnfounded, informed],
      [...open, admitted, foundUnfounded, informed, erased],
    ])
      given(...history)
        .when(escalateToOmbudsman, { ...escalation, escalatedOn: '2026-06-01' })
        .yields({ type: 'ESCALATED_TO_OMBUDSMAN', escalation: 'E1' })
  })

  it('dit quand et pourquoi', () => {
    given(...open)
      .when(escalateToOmbudsman, { ...escalation, reason: '' })
      .refuses('REASON_MISSING', 'reason')
    given(...open)
      .when(escalateToOmbudsman, { ...escalation, escalatedOn: '2026-05-31' })
      .refuses('DATE_BEFORE_RECEIPT')
    given(...open)
      .when(escalateToOmbudsman, { ...escalation, consentGivenOn: '2026-06-16' })
      .refuses('DATE_INVALID', 'consentGivenOn')
    given(...open)
      .when(escalateToOmbudsman, { ...escalation, ombudsmanFileNumber: '418 555-0123' }, known)
      .refuses('IDENTITY_IN_TEXT', 'ombudsmanFileNumber')
  })
})

describe('préparer l’envoi au Protecteur du citoyen', () => {
  const parcel: PreparePackage = {
    escalation: 'E1',
    withIdentity: false,
    basis: 'NONE',
    contact: { name: 'Camille Roy', title: 'Agente', telephone: '418 691-2000', extension: null },
  }
  const withIdentity = { ...parcel, withIdentity: true }

  it('sans identité, ne demande aucun fondement', () => {
    given(...open, escalated)
      .when(preparePackage, parcel)
      .yields({ type: 'PACKAGE_PREPARED', withIdentity: false })
    given(...open)
      .when(preparePackage, parcel)
      .refuses('NO_ESCALATION')
    given(...open, escalated)
      .when(preparePackage, { ...parcel, escalation: 'E2' })
      .refuses('ESCALATION_UNKNOWN')
    given(...open, escalated)
      .when(preparePackage, parcel, by(officer))
      .refuses('NOT_PERMITTED')
  })

  it('avec identité, demande un consentement consigné, ou une demande légale et sa référence', () => {
    const when = (history: Event[], change: Partial<PreparePackage>) =>
      given(...open, ...history).when(preparePackage, { ...withIdentity, ...change })
    when([agreed], { basis: 'CONSENT' }).yields({ withIdentity: true, basis: 'CONSENT' })
    when([escalated], { basis: 'CONSENT' }).refuses('BASIS_MISSING', 'basis')
    when([agreed], { basis: 'NONE' }).refuses('BASIS_MISSING', 'basis')
    when([agreed], { basis: 'LEGAL_DEMAND', reference: 'DL-4' }).refuses('BASIS_MISSING', 'basis')
    when([escalated, demanded], { basis: 'LEGAL_DEMAND', reference: 'DL-4' }).yields({ reference: 'DL-4' })
    when([escalated, demanded], { basis: 'LEGAL_DEMAND' }).refuses('REFERENCE_MISSING', 'reference')
  })

  it('reste possible après la conclusion, et sans identité pour une plainte qui n’en a pas', () => {
    const concluded: Event = {
      type: 'OMBUDSMAN_CONCLUSION_RECORDED',
      escalation: 'E1',
      receivedOn: '2026-06-08',
      conclusion: 'Plainte close.',
      recommendations: [],
    }
    given(...open, escalated, concluded)
      .when(preparePackage, parcel)
      .yields({ withIdentity: false })
    given(anonymous, matterAdded, agreed).when(preparePackage, parcel).yields({ withIdentity: false })
    given(anonymous, matterAdded, agreed)
      .when(preparePackage, { ...withIdentity, basis: 'CONSENT' })
      .refuses('NOTHING_TO_DISCLOSE', 'withIdentity')
  })

  it('une identité effacée ne part plus', () => {
    given(...open, admitted, foundUnfounded, informed, agreed, erased)
      .when(preparePackage, { ...withIdentity, basis: 'CONSENT' })
      .refuses('ERASED', 'withIdentity')
  })

  it('nomme qui appeler au Ministère, sans rien dire de la personne', () => {
    const call = (contact: Partial<PreparePackage['contact']>) =>
      given(...open, escalated).when(preparePackage, { ...parcel, contact: { ...parcel.contact, ...contact } }, known)
    call({ name: '' }).refuses('TEXT_MISSING', 'contact.name')
    call({ title: '' }).refuses('TEXT_MISSING', 'contact.title')
    call({ telephone: '' }).refuses('TEXT_MISSING', 'contact.telephone')
    call({ telephone: '418 555-0123' }).refuses('IDENTITY_IN_TEXT', 'contact.telephone')
    call({ name: 'Mme Camille Roy', telephone: '514 555-0199' }).yields({ contact: { name: 'Mme Camille Roy' } })
  })
})

describe('consigner une demande du Protecteur du citoyen', () => {
  const request = { escalation: 'E1', receivedOn: '2026-06-10', text: 'Le dossier complet.', dueOn: '2026-07-01' }

  it('dit ce qui est demandé, pour quand, et sur quelle base', () => {
    given(...open, escalated)
      .when(recordOmbudsmanRequest, { ...request, legalDemand: 'DL-4' })
      .yields({ legalDemand: 'DL-4' })
    given(...open)
      .when(recordOmbudsmanRequest, request)
      .refuses('NO_ESCALATION')
    given(...open, escalated)
      .when(recordOmbudsmanRequest, { ...request, escalation: 'E2' })
      .refuses('ESCALATION_UNKNOWN')
    given(...open, escalated)
      .when(recordOmbudsmanRequest, { ...request, text: '' })
      .refuses('TEXT_MISSING', 'text')
    given(...open, escalated)
      .when(recordOmbudsmanRequest, { ...request, dueOn: '2026-06-09' })
      .refuses('DATE_BEFORE_REQUEST', 'dueOn')
    given(...open, escalated)
      .when(recordOmbudsmanRequest, { ...request, dueOn: 'bientôt' })
      .refuses('DATE_INVALID', 'dueOn')
    given(...open, escalated)
      .when(recordOmbudsmanRequest, { ...request, receivedOn: '' })
      .refuses('DATE_INVALID')
  })

  it('consignée en retard, garde une échéance déjà passée', () => {
    given(...open, escalated)
      .when(recordOmbudsmanRequest, { ...request, dueOn: '2026-06-12' })
      .yields({ dueOn: '2026-06-12' })
  })

  it('apporte après coup le numéro du Protecteur du citoyen et le consentement de la personne', () => {
    const late = { ...request, ombudsmanFileNumber: '26-0042', consentGivenOn: '2026-06-09' }
    given(...open, escalated)
      .when(recordOmbudsmanRequest, late)
      .yields({ ombudsmanFileNumber: '26-0042', consentGivenOn: '2026-06-09' })
    given(...open, escalated)
      .when(recordOmbudsmanRequest, { ...late, consentGivenOn: '2026-06-16' })
      .refuses('DATE_INVALID', 'consentGivenOn')
    given(...open, escalated)
      .when(recordOmbudsmanRequest, { ...late, ombudsmanFileNumber: '418 555-0123' }, known)
      .refuses('IDENTITY_IN_TEXT', 'ombudsmanFileNumber')
    const received: Event = { ...demanded, legalDemand: null, ...late, dueOn: null } as Event
    expect(given(...open, escalated, received, demanded).complaint.escalations).toMatchObject([
      { ombudsmanFileNumber: '26-0042', consentGivenOn: '2026-06-09', legalDemand: 'DL-4' },
    ])
  })
})

describe('consigner la conclusion du Protecteur du citoyen', () => {
  const conclusion = {
    escalation: 'E1',
    receivedOn: '2026-06-10',
    conclusion: 'Plainte close.',
    recommendations: ['Écrire.', ' '],
  }
  const concluded: Event = { type: 'OMBUDSMAN_CONCLUSION_RECORDED', ...conclusion }

  it('se consigne une fois, avec ce qu’il recommande', () => {
    given(...open, escalated)
      .when(recordOmbudsmanConclusion, conclusion)
      .yields({ conclusion: 'Plainte close.' })
    given(...open, escalated, concluded)
      .when(recordOmbudsmanConclusion, conclusion)
      .refuses('ESCALATION_CONCLUDED')
    given(...open, escalated)
      .when(recordOmbudsmanConclusion, { ...conclusion, conclusion: '' })
      .refuses('CONCLUSION_MISSING')
    given(...open, escalated)
      .when(recordOmbudsmanConclusion, { ...conclusion, escalation: 'E2' })
      .refuses('ESCALATION_UNKNOWN')
    given(...open, escalated)
      .when(recordOmbudsmanConclusion, { ...conclusion, receivedOn: '2026-07-01' })
      .refuses('DATE_IN_FUTURE')
  })
})
