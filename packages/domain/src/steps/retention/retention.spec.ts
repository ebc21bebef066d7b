import { describe, expect, it } from 'vitest'
import type { Event } from '../../events.ts'
import { by, given } from '../../testing/given.ts'
import {
  admitted,
  assigned,
  foundFounded,
  foundUnfounded,
  informed,
  matterAdded,
  registered,
} from '../../testing/histories.ts'
import { officer } from '../../testing/people.ts'
import { eraseIdentity } from './eraseIdentity.ts'
import { liftLegalHold } from './liftLegalHold.ts'
import { placeLegalHold } from './placeLegalHold.ts'
import { reopenComplaint } from './reopenComplaint.ts'

const analysed = [registered, matterAdded, assigned, admitted] as const
const decided = [...analysed, foundUnfounded] as const
const closed = [...decided, informed] as const
const held: Event = { type: 'LEGAL_HOLD_PLACED', reference: 'L-1', reason: 'Litige.' }
const erased: Event = { type: 'IDENTITY_ERASED', schedule: 'C-1', reason: 'Échu.' }
const reopened: Event = {
  type: 'COMPLAINT_REOPENED',
  matters: ['M1'],
  newFacts: 'Une lettre.',
  replyDueOn: '2026-07-08',
}

describe('rouvrir le dossier', () => {
  const reopening = { matters: ['M1', 'M1'], newFacts: 'Une lettre retrouvée.' }

  it('renvoie des motifs à la recevabilité et compte un nouveau délai ; la décision antérieure demeure au journal', () => {
    given(...closed)
      .when(reopenComplaint, reopening)
      .yields({ type: 'COMPLAINT_REOPENED', matters: ['M1'], replyDueOn: '2026-07-15' })
    const { complaint } = given(...closed, reopened)
    expect(complaint).toMatchObject({
      closedOn: null,
      reopenings: 1,
      matters: [{ stage: 'TO_EXAMINE', outcome: null }],
    })
  })

  it('est possible juste avant l’avis, pas tant que l’analyse dure', () => {
    given(...decided)
      .when(reopenComplaint, reopening)
      .yields({ matters: ['M1'] })
    given(...analysed)
      .when(reopenComplaint, reopening)
      .refuses('NOT_CLOSED')
  })

  it('nomme des motifs du dossier et des faits nouveaux', () => {
    given(...closed)
      .when(reopenComplaint, { ...reopening, matters: [] })
      .refuses('MATTER_MISSING', 'matters')
    given(...closed)
      .when(reopenComplaint, { ...reopening, matters: ['M4'] })
      .refuses('MATTER_UNKNOWN', 'matters')
    given(...closed)
      .when(reopenComplaint, { ...reopening, newFacts: '' })
      .refuses('NEW_FACTS_MISSING', 'newFacts')
    given(...closed, erased)
      .when(reopenComplaint, reopening)
      .refuses('ERASED')
    given(...closed)
      .when(reopenComplaint, reopening, by(officer))
      .refuses('NOT_PERMITTED')
  })

  it('un délai resté suspendu à la fermeture ne court pas sur le nouveau', () => {
    const suspended: Event = { type: 'CLOCK_SUSPENDED', cause: 'AWAITING_BODY', reason: 'Attente.', from: '2026-06-03' }
    const { complaint } = given(...analysed, suspended, foundUnfounded, informed, reopened)
    expect(complaint.clock).toMatchObject({ suspendedFrom: null, replyDueOn: '2026-07-08' })
  })
})

describe('effacer l’identité', () => {
  const erasure = { schedule: 'C-1', reason: 'Fin de la période.' }

  it('applique une règle du calendrier de conservation à un dossier fermé', () => {
    given(...closed)
      .when(eraseIdentity, erasure)
      .yields({ type: 'IDENTITY_ERASED', schedule: 'C-1' })
    given(...decided)
      .when(eraseIdentity, erasure)
      .refuses('NOT_CLOSED')
    given(...closed, erased)
      .when(eraseIdentity, erasure)
      .refuses('ERASED')
    given(...closed)
      .when(eraseIdentity, { ...erasure, schedule: '' })
      .refuses('SCHEDULE_MISSING', 'schedule')
    given(...closed)
      .when(eraseIdentity, { ...erasure, reason: '' })
      .refuses('REASON_MISSING', 'reason')
  })

  it('est interdit par une mise en suspens légale', () => {
    given(...closed, held)
      .when(eraseIdentity, erasure)
      .refuses('LEGAL_HOLD')
    given(...closed, held, { type: 'LEGAL_HOLD_LIFTED', reason: 'Réglé.' })
      .when(eraseIdentity, erasure)
      .yields({ schedule: 'C-1' })
  })
})

describe('effacer l’identité : pas tant que quelque chose peut en avoir besoin', () => {
  const erasure = { schedule: 'C-1', reason: 'Fin de la période.' }

  it('ni pendant un recours au Protecteur du citoyen', () => {
    const escalated: Event = {
      type: 'ESCALATED_TO_OMBUDSMAN',
      escalation: 'E1',
      initiatedBy: 'COMPLAINANT',
      escalatedOn: '2026-06-08',
      ombudsmanFileNumber: null,
      consentGivenOn: null,
      reason: 'Désaccord.',
    }
    given(...closed, escalated)
      .when(eraseIdentity, erasure)
      .refuses('ESCALATION_PENDING')
    given(...closed, escalated, {
      type: 'OMBUDSMAN_CONCLUSION_RECORDED',
      escalation: 'E1',
      receivedOn: '2026-06-08',
      conclusion: 'Plainte close.',
      recommendations: [],
    })
      .when(eraseIdentity, erasure)
      .yields({ schedule: 'C-1' })
  })

  it('ni pendant le suivi d’une recommandation', () => {
    const recommended: Event = {
      type: 'RECOMMENDATION_FORMULATED',
      recommendation: 'R1',
      matter: 'M1',
      sector: 'AMENAGEMENT',
      text: 'Afficher les délais.',
      dueOn: null,
    }
    const followed = [...analysed, foundFounded, recommended, informed] as const
    given(...followed)
      .when(eraseIdentity, erasure)
      .refuses('FOLLOW_UP_OPEN')
    given(...followed, { type: 'RECOMMENDATION_CLOSED', recommendation: 'R1', reason: 'Fait.' })
      .when(eraseIdentity, erasure)
      .yields({ schedule: 'C-1' })
  })
})

describe('mettre en suspens légal, et lever', () => {
  it('porte une référence et une raison', () => {
    given(...closed)
      .when(placeLegalHold, { reference: 'L-1', reason: 'Litige.' })
      .yields({ type: 'LEGAL_HOLD_PLACED' })
    given(...closed)
      .when(placeLegalHold, { reference: '', reason: 'Litige.' })
      .refuses('REFERENCE_MISSING', 'reference')
    given(...closed)
      .when(placeLegalHold, { reference: 'L-1', reason: '' })
      .refuses('REASON_MISSING', 'reason')
    given(...closed, held)
      .when(placeLegalHold, { reference: 'L-2', reason: 'Litige.' })
      .refuses('LEGAL_HOLD')
    given(...closed, erased)
      .when(placeLegalHold, { reference: 'L-2', reason: 'Litige.' })
      .refuses('ERASED')
  })

  it('se lève une fois, avec une raison', () => {
    given(...closed, held)
      .when(liftLegalHold, { reason: 'Réglé.' })
      .yields({ type: 'LEGAL_HOLD_LIFTED' })
    given(...closed, held)
      .when(liftLegalHold, { reason: '' })
      .refuses('REASON_MISSING', 'reason')
    given(...closed)
      .when(liftLegalHold, { reason: 'Réglé.' })
      .refuses('NO_LEGAL_HOLD')
  })
})
