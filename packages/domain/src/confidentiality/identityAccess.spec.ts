import { describe, expect, it } from 'vitest'
import type { DisclosureConsentRecorded, Event } from '../events.ts'
import { given } from '../testing/given.ts'
import {
  admitted,
  assigned,
  consentGranted,
  consentRefused,
  consentRequested,
  consulted,
  foundUnfounded,
  informed,
  matterAdded,
  registered,
} from '../testing/histories.ts'
import * as people from '../testing/people.ts'
import { hasRefusedConsent, identityRefusal, liveGrant } from './identityAccess.ts'

const analysed = [registered, matterAdded, assigned, admitted, consulted] as const
const until = (validUntil: string): DisclosureConsentRecorded => ({ ...consentGranted, validUntil })
const withdrawn: Event = {
  type: 'DISCLOSURE_CONSENT_WITHDRAWN',
  sector: 'AMENAGEMENT',
  channel: 'PHONE',
  withdrawnOn: '2026-06-08',
}
const reopened: Event = {
  type: 'COMPLAINT_REOPENED',
  matters: ['M1'],
  newFacts: 'Une lettre.',
  replyDueOn: '2026-07-08',
}
const today = '2026-06-15'
const refusalFor = (actor: (typeof people)['respondent'], ...history: Event[]) =>
  identityRefusal(given(...analysed, ...history).complaint, actor, today, ['IDENTITY'])

describe('1. l’accès d’un secteur à l’identité', () => {
  const none: Record<string, Event[]> = {
    absente: [],
    'en attente': [consentRequested],
    refusée: [consentRequested, consentRefused],
    échue: [consentRequested, until('2026-06-14')],
    retirée: [consentRequested, consentGranted, withdrawn],
    'redemandée, sans réponse': [consentRequested, consentGranted, consentRequested],
    'close avec l’analyse': [consentRequested, consentGranted, foundUnfounded, informed],
    'sans dernier jour, après une réouverture': [consentRequested, consentGranted, foundUnfounded, informed, reopened],
  }
  for (const [state, history] of Object.entries(none))
    it(`permission ${state} : aucun, et la même réponse`, () => {
      expect(refusalFor(people.respondent, ...history)).toBe('IDENTITY_NOT_ACCESSIBLE')
    })

  it('permission en vigueur, jusqu’au dernier jour compris : pour ce secteur et ces renseignements seulement', () => {
    expect(refusalFor(people.respondent, consentRequested, until(today))).toBeUndefined()
    expect(refusalFor(people.neighbour, consentRequested, until(today))).toBe('IDENTITY_NOT_ACCESSIBLE')
    const { complaint } = given(...analysed, consentRequested, consentGranted)
    expect(identityRefusal(complaint, people.respondent, today, ['ATTACHMENTS'])).toBe('IDENTITY_NOT_ACCESSIBLE')
    expect(identityRefusal(complaint, people.respondent, today, ['IDENTITY', 'WORDS'])).toBeUndefined()
  })

  it('après une réouverture : celle qui a un dernier jour court encore, et une permission redemandée vaut', () => {
    const afresh = [foundUnfounded, informed, reopened] as const
    expect(refusalFor(people.respondent, consentRequested, until('2026-07-01'), ...afresh)).toBeUndefined()
    const again = [consentRequested, consentGranted, ...afresh, admitted, consentRequested, consentGranted]
    expect(refusalFor(people.respondent, ...again)).toBeUndefined()
    // Taken back just before the notice, the dossier never closed on it.
    expect(refusalFor(people.respondent, consentRequested, consentGranted, foundUnfounded, reopened)).toBeUndefined()
  })

  it('la personne visée n’ouvre pas, même avec permission', () => {
    const about = given(
      registered,
      { ...matterAdded, concernedStaff: [people.respondent.id] },
      admitted,
      consentRequested,
      consentGranted,
    )
    expect(identityRefusal(about.complaint, people.respondent, today, ['IDENTITY'])).toBe('IDENTITY_NOT_ACCESSIBLE')
  })

  it('les rôles sans dossier n’ouvrent rien', () => {
    for (const actor of [people.manager, people.auditor, people.ombudsman, people.administrator])
      expect(refusalFor(actor, consentRequested, consentGranted)).toBe('IDENTITY_NOT_ACCESSIBLE')
  })

  it('au Secrétariat : la personne responsable, et l’agente ou l’agent du dossier', () => {
    expect(refusalFor(people.responsible)).toBeUndefined()
    expect(refusalFor(people.officer)).toBeUndefined()
    expect(refusalFor(people.otherOfficer)).toBe('NOT_ASSIGNED_TO_YOU')
    const about = given(registered, { ...matterAdded, concernedStaff: [people.officer.id] }, assigned)
    expect(identityRefusal(about.complaint, people.officer, today, ['IDENTITY'])).toBe('IDENTITY_OF_OWN_COMPLAINANT')
  })
})

describe('2. une permission en vigueur', () => {
  it('est la dernière demandée pour ce secteur, accordée après la demande', () => {
    const { complaint } = given(...analysed, consentRequested, consentGranted)
    const grant = liveGrant(complaint, 'AMENAGEMENT', today)
    expect(grant).toMatchObject({ sector: 'AMENAGEMENT', answer: 'GRANTED' })
    expect(grant!.askedOn <= grant!.answeredOn!).toBe(true)
    expect(liveGrant(complaint, 'HABITATION', today)).toBeUndefined()
  })

  it('un refus compte tant qu’il est la dernière réponse de ce secteur', () => {
    expect(hasRefusedConsent(given(...analysed, consentRequested, consentRefused).complaint)).toBe(true)
    expect(hasRefusedConsent(given(...analysed, consentRequested, consentRefused, consentRequested).complaint)).toBe(
      false,
    )
    expect(hasRefusedConsent(given(...analysed, consentRequested, consentGranted).complaint)).toBe(false)
  })
})
