import { type Complaint, phaseOf, replay, unregistered } from '../complaint.ts'
import type { Actor } from '../confidentiality/permits.ts'
import type { Event, EventType, Recorded } from '../events.ts'
import { noticeRefusal, proposedNotice } from '../letters/notice.ts'
import { standing } from '../step.ts'
import { bodyLabel } from '../tables/referrals.ts'
import { neighbour, officer, otherOfficer, respondent } from '../testing/people.ts'
import type { Process, Transition } from '../testing/randomSequences.ts'
import { inventedSettings, uninvolved } from '../testing/randomWorld.ts'
import { isAbout, isGranted, isRefusedOn, newWitness, reads, type Witness } from './witness.ts'

/** The invariants of the process that hold in every sequence of steps, by their number. */
export type InvariantNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18

export class Violation extends Error {
  readonly invariant: InvariantNumber

  constructor(invariant: InvariantNumber, sentence: string) {
    super(`invariant ${invariant} : ${sentence}`)
    this.invariant = invariant
  }
}

function demand(invariant: InvariantNumber, holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Violation(invariant, sentence)
}

const isSaid = (text: string | null | undefined) => typeof text === 'string' && text.trim() !== ''

/** The acts that only whoever is responsible, and no subject of the complaint, may have done. */
const decisions: ReadonlySet<EventType> = new Set<EventType>([
  'MATTER_ADMITTED',
  'MATTER_DECLARED_INADMISSIBLE',
  'COMPLAINANT_REFERRED',
  'TRANSFER_AUTHORIZATION_REQUESTED',
  'TRANSFER_AUTHORIZATION_RECORDED',
  'CONCERTATION_RECORDED',
  'COMPLAINT_TRANSFERRED',
  'DISCLOSURE_CONSENT_REQUESTED',
  'DISCLOSURE_CONSENT_RECORDED',
  'REPLY_DATE_EXTENDED',
  'MERITS_ASSESSED',
  'CLOSED_WITHOUT_FURTHER_ACTION',
  'RECOMMENDATION_FORMULATED',
  'IMPROVEMENT_SUGGESTED',
  'COMPLAINANT_INFORMED',
  'IMPOSSIBILITY_TO_INFORM_RECORDED',
  'RECOMMENDATION_CLOSED',
  'ESCALATED_TO_OMBUDSMAN',
  'PACKAGE_PREPARED',
  'COMPLAINT_REOPENED',
  'IDENTITY_ERASED',
  'LEGAL_HOLD_PLACED',
  'LEGAL_HOLD_LIFTED',
])

const folded = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Whether the person is named in what is written, and whether their coordinates are. */
function identityIn(written: string): 'COORDINATES' | 'NAME' | null {
  // The invented name and coordinates, in whatever spelling the sequences draw.
  const text = folded(written)
  if (text.includes('gtremblayexemple') || text.includes('4185550123')) return 'COORDINATES'
  return text.includes('tremblay') ? 'NAME' : null
}

/** 1, 2: who reads is who was granted, for that sector and that dossier, and all refusals look alike. */
function checkAccess(process: Process, { after, stamp: { on } }: Transition, witness: Witness): void {
  for (const actor of [respondent, neighbour]) {
    const sector = actor.sector ?? ''
    const answer = process.identityRefusal(after, actor, on, ['IDENTITY'])
    const isSubject = [...witness.matters.values()].some(({ staff }) => staff.includes(actor.id))
    if (answer === undefined) {
      demand(1, isGranted(witness, sector, on, ['IDENTITY']), 'un secteur lit sans permission en vigueur')
      const consent = witness.consents.get(sector)
      const before = consent?.answeredOn && consent.askedOn <= consent.answeredOn && consent.answeredOn <= on
      demand(2, Boolean(before), 'une permission n’a pas été donnée avant de servir')
    } else {
      demand(1, answer === 'IDENTITY_NOT_ACCESSIBLE', 'deux absences de permission se distinguent')
      demand(2, isSubject || !isGranted(witness, sector, on, ['IDENTITY']), 'une permission en vigueur est sans effet')
    }
  }
  const unassigned = after.officer === officer.id ? otherOfficer : officer
  demand(1, process.identityRefusal(after, unassigned, on, ['IDENTITY']) !== undefined, 'un agent lit sans dossier')
}

/** 5: to a respondent whom the dossier does not concern, it does not exist. */
function checkAbsence(process: Process, transition: Transition, witness: Witness): void {
  const { name, command, stamp, decision } = transition
  const { role, sector } = stamp.actor
  if (role !== 'SECTOR_RESPONDENT' || sector === null) return
  if (witness.consulted.has(sector) || witness.told.has(sector)) return
  demand(5, !decision.accepted, 'un secteur étranger au dossier y agit')
  const nowhere = process.take(process.steps[name], unregistered, command, stamp)
  const here = JSON.stringify(decision.refusal)
  demand(5, JSON.stringify(nowhere) === `{"accepted":false,"refusal":${here}}`, 'absent et interdit se distinguent')
}

/** What each event must find in the journal that precedes it. */
function checkEvent({ event, by, role, on, confirmation }: Recorded, witness: Witness, actor: Actor): void {
  const identity = identityIn(JSON.stringify(event) + (confirmation ?? ''))
  demand(4, identity !== 'COORDINATES', `${event.type} contient une coordonnée de la personne`)
  demand(4, identity === null || isSaid(confirmation), `${event.type} nomme la personne sans confirmation`)
  if (['SECTOR_CONSULTED', 'RECOMMENDATION_FORMULATED', 'IMPROVEMENT_SUGGESTED'].includes(event.type))
    demand(12, identity === null || isSaid(confirmation), 'ce qui va au secteur nomme la personne')
  if (decisions.has(event.type)) {
    demand(13, role === 'RESPONSIBLE_OFFICER', `${event.type} décidé par le rôle ${role}`)
    demand(13, !isAbout(witness, by, actor.sector), `${event.type} décidé par une personne visée`)
    demand(13, !witness.wroteThemselvesOut.has(by), `${event.type} décidé par qui s’est soi-même retiré du dossier`)
  }
  checkProcess(event, witness, on, actor)
}

function checkProcess(event: Event, witness: Witness, on: string, actor: Actor): void {
  const matter = 'matter' in event && typeof event.matter === 'string' ? witness.matters.get(event.matter) : undefined
  const isUnreachable = witness.channels === 0 || witness.attemptsInVain >= 3
  switch (event.type) {
    case 'REGISTRATION_CORRECTED':
      demand(14, event.corrects >= 1 && event.corrects <= witness.lines, 'une correction ne nomme pas une ligne')
      demand(14, isSaid(event.reason), 'une correction est sans raison')
      break
    case 'IDENTITY_OPENED':
      demand(3, isSaid(event.reason) && event.scope.length > 0, 'une ouverture ne dit ni pourquoi ni quoi')
      demand(17, !witness.erased, 'une identité effacée est ouverte')
      if (actor.role === 'SECTOR_RESPONDENT')
        demand(1, isGranted(witness, actor.sector ?? '', on, event.scope), 'un secteur ouvre sans permission')
      break
    case 'MATTER_DECLARED_INADMISSIBLE': {
      const edition = inventedSettings.editions.find(({ id }) => id === witness.edition)
      demand(7, event.grounds.length > 0 && isSaid(event.reasons), 'une irrecevabilité est sans motif')
      for (const { ground, proceeding, passage, bodies } of event.grounds) {
        demand(7, edition?.grounds.includes(ground) === true, 'un motif est étranger à l’édition')
        if (ground === 'SENDER_UNREACHABLE') demand(6, isUnreachable, 'la personne pouvait être jointe')
        if (ground === 'COURT_PROCEEDINGS') demand(7, isSaid(proceeding), 'la procédure n’est pas nommée')
        if (ground === 'HATEFUL_THREATENING_HARASSING') demand(7, isSaid(passage), 'le passage manque')
        if (ground === 'OUTSIDE_MINISTRY_RESPONSIBILITY') demand(7, Boolean(bodies?.length), 'l’organisme manque')
      }
      break
    }
    case 'TRANSFER_AUTHORIZATION_REQUESTED':
    case 'COMPLAINANT_REFERRED':
      demand(8, matter?.outside === true, 'un motif du Ministère est dirigé ailleurs')
      demand(8, event.type === 'COMPLAINANT_REFERRED' || !witness.ended, 'une plainte terminée est transférée')
      break
    case 'COMPLAINT_TRANSFERRED':
      demand(8, matter?.outside === true, 'un motif du Ministère est transféré')
      demand(8, matter.authorised, 'un transfert est sans autorisation')
      demand(8, matter.agreed, 'un transfert est sans concertation')
      demand(8, witness.channels > 0, 'une plainte sans moyen de réponse est transférée')
      break
    case 'MERITS_ASSESSED': {
      demand(9, matter?.admitted === true && matter.outcome === null, 'un motif non recevable est apprécié')
      const founded = event.prejudice !== 'NONE' && event.criteria.some(({ met }) => met)
      demand(9, (event.finding === 'FOUNDED') === founded, 'la conclusion ne suit pas de l’appréciation')
      const edition = inventedSettings.editions.find(({ id }) => id === witness.edition)
      const answered = event.criteria.map(({ criterion }) => criterion)
      const every = edition?.criteria.every(criterion => answered.includes(criterion))
      demand(9, every === true && answered.length === edition?.criteria.length, 'un critère est sans réponse')
      demand(9, isSaid(event.reasons) && isSaid(event.prejudiceReason), 'une appréciation est sans motifs')
      break
    }
    case 'CLOSED_WITHOUT_FURTHER_ACTION': {
      const caused = event.cause === 'ANONYMITY' ? witness.anonymous : isRefusedOn(witness, event.matter)
      demand(10, caused, 'un classement est sans cause')
      demand(10, isSaid(event.facts) && isSaid(event.reasons), 'rien ne dit pourquoi les faits restent inconnus')
      break
    }
    case 'IMPOSSIBILITY_TO_INFORM_RECORDED':
      demand(11, isUnreachable, 'une personne joignable n’est pas avisée')
      demand(11, isSaid(event.reason), 'l’impossibilité est sans raison')
      break
    case 'COMPLAINANT_INFORMED': {
      const english = event.english !== null
      const { FR, EN } = inventedSettings.recourse
      demand(11, witness.channels > 0, 'une personne est avisée sans moyen de réponse')
      demand(11, event.text.includes(english ? EN : FR), 'l’avis tait le recours')
      for (const [id, { reasons, refusedConsentCause, bodies }] of witness.matters) {
        const translated = event.english?.reasons?.find(({ matter }) => matter === id)?.text ?? ''
        demand(11, !english || !isSaid(reasons) || isSaid(translated), 'l’avis anglais est sans motifs')
        const told = english ? translated : reasons
        demand(11, !isSaid(reasons) || event.text.includes(told.trim()), 'l’avis tait les motifs')
        for (const body of bodies) demand(11, event.text.includes(bodyLabel(body)), 'l’avis tait l’organisme')
        const cause = english ? 'Your refusal to let us disclose' : 'Votre refus de lever l’anonymat'
        demand(11, !refusedConsentCause || event.text.includes(cause), 'l’avis tait la cause')
      }
      break
    }
    case 'PACKAGE_PREPARED': {
      const { withIdentity, escalation, basis, reference } = event
      const consented = basis === 'CONSENT' && witness.consentToOmbudsman.has(escalation)
      const demanded = basis === 'LEGAL_DEMAND' && witness.demandOfOmbudsman.has(escalation) && isSaid(reference)
      demand(16, !withIdentity || consented || demanded, 'une identité part sans fondement')
      demand(17, !withIdentity || !witness.erased, 'une identité effacée part')
      break
    }
    case 'IDENTITY_ERASED':
      demand(17, witness.closed && !witness.held && !witness.erased, 'une identité retenue est effacée')
      demand(17, witness.pending.size === 0, 'une identité est effacée pendant un recours')
      demand(17, witness.followed.size === 0, 'une identité est effacée pendant un suivi')
      break
    case 'COMPLAINT_REOPENED':
    case 'DOCUMENT_ATTACHED':
    case 'COPY_RELEASED':
    case 'COMPLAINANT_MESSAGE_RECORDED':
      demand(17, !witness.erased, 'le coffre d’une identité effacée se remplit')
      break
  }
}

/** What the dossier says of itself against what the journal says. */
function checkState({ before, after, lines }: Transition, witness: Witness): void {
  for (const { id, outcome, stage } of after.matters) {
    const seen = witness.matters.get(id)
    demand(8, (stage === 'IN_TRANSFER') === seen?.asked, 'un transfert décliné ne revient pas à l’examen')
    demand(9, outcome === (seen?.outcome ?? null), `le dossier dit ${outcome}, le journal ${seen?.outcome}`)
    demand(11, !witness.ended || stage === 'DECIDED', 'une plainte terminée s’examine encore')
  }
  demand(11, (after.closedOn !== null) === witness.closed, 'un dossier se ferme sans que la personne soit avisée')
  if (witness.closed) {
    demand(11, witness.openConsultations.size === 0 || before.closedOn !== null, 'une consultation reste ouverte')
    for (const { outcome } of after.matters) demand(11, outcome !== null, 'un motif se ferme sans résultat')
  }
  demand(17, (after.erasedOn !== null) === witness.erased, 'un effacement est oublié')
  if (lines.some(({ event }) => event.type === 'SECTOR_REPLIED'))
    demand(
      12,
      JSON.stringify(before.matters) === JSON.stringify(after.matters),
      'la réponse d’un secteur change un motif',
    )
  const { receivedOn, edition, factsKnownOn } = after.registration ?? {}
  if (receivedOn) {
    const inForce = receivedOn >= '2027-04-01' ? '2027-04-01' : '2024-01-17'
    demand(9, edition === inForce, 'un dossier est jugé sous une autre édition que celle de sa réception')
    demand(18, receivedOn <= (after.registeredOn ?? ''), 'une plainte est reçue après son inscription')
    demand(14, !factsKnownOn || factsKnownOn <= receivedOn, 'des faits sont connus après la réception')
  }
}

/** What may be asked of a dossier at the turn of a phase, whatever led there. */
function checkTurn(process: Process, { after, stamp }: Transition, witness: Witness): void {
  const relief = { ...stamp, actor: uninvolved, confirmation: null }
  const escalation = {
    initiatedBy: 'COMPLAINANT',
    escalatedOn: witness.receivedOn,
    reason: 'recours',
  }
  demand(
    16,
    process.take(process.steps.escalateToOmbudsman, after, escalation, relief).accepted,
    'un recours est fermé',
  )
  if (witness.anonymous && witness.channels > 0 && !witness.closed && !witness.ended) {
    const waiting = after.matters.find(({ stage }) => stage === 'TO_EXAMINE')
    const admitting =
      waiting && process.take(process.steps.declareAdmissible, after, { matter: waiting.id, reasons: 'vu' }, relief)
    demand(6, !admitting || admitting.accepted, 'une plainte anonyme qui peut recevoir une réponse n’est pas recevable')
  }
  if (phaseOf(after) === 'READY_FOR_NOTICE') {
    const proposed = proposedNotice(after, inventedSettings)
    demand(11, noticeRefusal(after, proposed, inventedSettings, 'FR') === undefined, 'l’avis proposé est incomplet')
  }
}

/** Checks every invariant on each transition of one sequence, then on the whole. */
export function watch(process: Process): { see(transition: Transition): void; end(complaint: Complaint): void } {
  const witness = newWitness()
  const journal: Recorded[] = []
  return {
    see(transition) {
      const { name, command, stamp, before, decision, lines, after } = transition
      const { actor } = stamp
      checkAbsence(process, transition, witness)
      if (!decision.accepted) {
        demand(14, before === after, 'un refus change le dossier')
        return
      }
      const open = standing(process.steps[name], before, actor, stamp.settings)
      const onMatter =
        !process.steps[name].barredOn || ('matter' in command && open.matters.includes(String(command.matter)))
      demand(14, open.refusal === undefined && onMatter, 'une étape fermée est franchie')
      demand(3, name !== 'openIdentity' || lines.length === 1, 'une ouverture ne laisse pas sa ligne')
      for (const line of lines) {
        demand(15, line.seq === witness.lines + 1, 'une ligne du journal manque')
        demand(3, line.by === actor.id && line.role === actor.role, 'une ligne ne dit pas qui a agi')
        checkEvent(line, witness, actor)
        reads(witness, line)
        journal.push(line)
      }
      demand(15, after.version === witness.lines, 'la version n’est pas celle du journal')
      checkState(transition, witness)
      checkAccess(process, transition, witness)
      if (phaseOf(before) !== phaseOf(after)) checkTurn(process, transition, witness)
      const flow = 1 + witness.reopenings - witness.closings
      demand(18, flow === (after.closedOn ? 0 : 1), 'les entrées et les sorties ne balancent pas')
    },
    end(complaint) {
      journal.forEach(({ event }, at) => {
        demand(14, JSON.stringify(event) === witness.written[at], 'une ligne du journal a changé')
      })
      const told = JSON.stringify(replay(JSON.parse(JSON.stringify(journal)) as Recorded[]))
      demand(15, told === JSON.stringify(complaint), 'le journal rejoué ne donne pas le dossier')
    },
  }
}
