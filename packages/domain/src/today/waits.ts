import type { LocalDate } from '../calendar/localDate.ts'
import { type Complaint, phaseOf } from '../complaint.ts'
import type { SectorCode } from '../confidentiality/permits.ts'
import { followUpsOf, isFollowed } from '../followUps.ts'
import type { StepName } from '../steps/index.ts'
import type { Entry } from '../tables/entry.ts'
import type { BodyReference } from '../tables/referrals.ts'
import { isTakable } from './takable.ts'
import { isDecision, type Whose } from './whose.ts'

/** Who may keep a dossier waiting. */
export const parties = [
  { code: 'SECTOR', label: 'Le secteur' },
  { code: 'COMPLAINANT', label: 'La personne plaignante' },
  { code: 'BODY', label: 'Un autre organisme' },
  { code: 'OMBUDSMAN', label: 'Le Protecteur du citoyen' },
] as const satisfies readonly Entry[]

export type Party = (typeof parties)[number]['code']

/** What somebody else is waited for. */
export interface Wait {
  readonly party: Party
  readonly sector: SectorCode | null
  readonly body: BodyReference | null
  /** The step that records what comes back. */
  readonly step: StepName
  readonly since: LocalDate
  readonly dueOn: LocalDate | null
  readonly whose: Whose
}

const wait = (party: Party, step: StepName, since: LocalDate, more: Partial<Wait> = {}): Wait => ({
  party,
  step,
  since,
  sector: null,
  body: null,
  dueOn: null,
  // Whoever carries the dossier follows what is awaited; those who decide, what only they may record.
  whose: isDecision(step) ? 'BOTH' : 'CARRIER',
  ...more,
})

const ofSectors = ({ consultations }: Complaint): Wait[] =>
  consultations
    .filter(({ reply, cancelled }) => reply === null && !cancelled)
    .map(({ sector, askedOn, dueOn }) => wait('SECTOR', 'recordSectorReply', askedOn, { sector, dueOn }))

const ofConsents = ({ consents }: Complaint): Wait[] =>
  consents
    .filter(({ answer }) => answer === null)
    .map(({ askedOn }) => wait('COMPLAINANT', 'recordDisclosureConsent', askedOn))

const ofTransfers = ({ matters }: Complaint): Wait[] =>
  matters.flatMap(({ stage, transfer }) => {
    if (stage !== 'IN_TRANSFER' || !transfer) return []
    const { body, requestedOn, answer, answeredOn, bodyAccepts } = transfer
    if (answer === null) return [wait('COMPLAINANT', 'recordTransferAuthorization', requestedOn)]
    return bodyAccepts === null ? [wait('BODY', 'recordConcertation', answeredOn ?? requestedOn, { body })] : []
  })

const ofRecommendations = (complaint: Complaint): Wait[] =>
  followUpsOf(complaint)
    .filter(isFollowed)
    .flatMap(({ sector, dueOn, issuedOn, answer, answeredOn, implementedOn, closedOn }) => {
      if (closedOn || implementedOn || answer === 'REFUSED' || !issuedOn) return []
      return answer === null
        ? [wait('SECTOR', 'answerRecommendation', issuedOn, { sector, dueOn })]
        : [wait('SECTOR', 'recordImplementation', answeredOn ?? issuedOn, { sector, dueOn })]
    })

const ofOmbudsman = ({ escalations }: Complaint): Wait[] =>
  escalations
    .filter(({ concludedOn, request }) => !concludedOn && !request)
    .map(({ escalatedOn }) => wait('OMBUDSMAN', 'recordOmbudsmanConclusion', escalatedOn))

/** A stopped clock says whom it waits for, unless that is already said. */
function ofClock(complaint: Complaint, said: readonly Wait[]): Wait[] {
  const { suspendedFrom, suspendedFor } = complaint.clock ?? {}
  if (!suspendedFrom || phaseOf(complaint) === 'READY_FOR_NOTICE') return []
  const party = suspendedFor === 'AWAITING_BODY' ? 'BODY' : 'COMPLAINANT'
  return said.some(each => each.party === party) ? [] : [wait(party, 'resumeClock', suspendedFrom)]
}

/** On whom a dossier waits, since when and until when; the step that records each answer can be taken now. */
export function waitsOf(complaint: Complaint): Wait[] {
  const said = [ofSectors, ofConsents, ofTransfers, ofRecommendations, ofOmbudsman].flatMap(of => of(complaint))
  return [...said, ...ofClock(complaint, said)].filter(({ step }) => isTakable(step, complaint))
}
