import { describe, expect, it } from 'vitest'
import { type CommunicationWithoutConsent, communicationFlaws } from './communicationWithoutConsent.ts'
import { type ConfidentialityIncident, incidentFlaws, tidyIncident } from './confidentialityIncident.ts'

const today = '2026-06-15'
const incident: ConfidentialityIncident = {
  information: 'Nom et adresse postale.',
  circumstances: 'Une lettre est partie à une autre adresse.',
  occurredFrom: '2026-06-02',
  learnedFrom: '2026-06-04',
  persons: 1,
  approximate: false,
  sensitivity: 'Faible.',
  maliciousUses: 'Aucun usage évident.',
  consequences: 'Une visite importune.',
  likelihood: 'Faible.',
  seriousRisk: false,
  measures: 'La lettre a été récupérée.',
}
const communication: CommunicationWithoutConsent = {
  madeOn: '2026-06-10',
  recipient: 'Protecteur du citoyen',
  nature: 'Identité et propos.',
  purpose: 'Enquête.',
  outsideQuebec: false,
  reason: 'Demande fondée sur la loi.',
  fileNumber: '2026-000012',
}
const flaws = (change: Partial<ConfidentialityIncident>) =>
  incidentFlaws({ ...incident, ...change }, today).map(({ code, field }) => [field, code])

describe('le registre des incidents de confidentialité', () => {
  it('reçoit un incident complet, l’avis public compris', () => {
    expect(flaws({})).toEqual([])
    expect(flaws({ publicNoticeOn: '2026-06-12', publicNoticeReason: 'Les adresses manquent.' })).toEqual([])
    expect(tidyIncident({ ...incident, occurredTo: '', measures: '  Fait. ' })).toMatchObject({
      occurredTo: null,
      measures: 'Fait.',
    })
  })

  it.each([
    [{ information: ' ' }, 'information', 'INFORMATION_MISSING'],
    [{ likelihood: '' }, 'likelihood', 'LIKELIHOOD_MISSING'],
    [{ occurredFrom: '' }, 'occurredFrom', 'OCCURRED_MISSING'],
    [{ learnedFrom: '' }, 'learnedFrom', 'LEARNED_MISSING'],
    [{ measures: 'x'.repeat(5001) }, 'measures', 'TEXT_TOO_LONG'],
    [{ circumstances: 'Écrire à lise@exemple.test.' }, 'circumstances', 'REGISTER_NAMES_A_PERSON'],
    [{ occurredFrom: '2026-06-16', learnedFrom: '2026-06-16' }, 'occurredFrom', 'DAY_TO_COME'],
    [{ occurredTo: '2026-06-01' }, 'occurredTo', 'PERIOD_ENDS_BEFORE'],
    [{ learnedFrom: '2026-06-01' }, 'learnedFrom', 'LEARNED_BEFORE'],
    [{ learnedTo: '2026-06-03' }, 'learnedTo', 'PERIOD_ENDS_BEFORE'],
    [{ persons: -1 }, 'persons', 'PERSONS_OUT_OF_BOUNDS'],
    [{ persons: 1.5 }, 'persons', 'PERSONS_OUT_OF_BOUNDS'],
    [{ personsNotifiedOn: '2026-06-01' }, 'personsNotifiedOn', 'PERIOD_ENDS_BEFORE'],
    [{ publicNoticeOn: '2026-06-12' }, 'publicNoticeReason', 'PUBLIC_NOTICE_WHY'],
  ])('nomme ce qui manque ou ne va pas : %j', (change, field, code) => {
    expect(flaws(change)).toContainEqual([field, code])
  })
})

describe('le registre des communications sans consentement', () => {
  it.each([
    [{}, []],
    [{ fileNumber: '' }, []],
    [{ recipient: '' }, [['recipient', 'RECIPIENT_MISSING']]],
    [{ madeOn: '' }, [['madeOn', 'MADE_ON_MISSING']]],
    [{ reason: ' ' }, [['reason', 'COMMUNICATION_REASON_MISSING']]],
    [{ nature: 'Le téléphone 418 555-0123.' }, [['nature', 'REGISTER_NAMES_A_PERSON']]],
    [{ madeOn: '2026-06-16' }, [['madeOn', 'DAY_TO_COME']]],
    [{ fileNumber: '12' }, [['fileNumber', 'FILE_NUMBER_INVALID']]],
  ])('%j', (change, expected) => {
    const found = communicationFlaws({ ...communication, ...change }, today)
    expect(found.map(({ code, field }) => [field, code])).toEqual(expected)
  })
})
