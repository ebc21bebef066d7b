import { describe, expect, it } from 'vitest'
import { type Complaint, evolve } from '../complaint.ts'
import { identityRefusal } from '../confidentiality/identityAccess.ts'
import type { Event, Recorded } from '../events.ts'
import { unlessInProgress, unlessOpen, unlessUnderAnalysis } from '../progress.ts'
import { isUnreachable } from '../reachability.ts'
import { accept, refuse, type Step, take } from '../step.ts'
import type { StepName } from '../steps/index.ts'
import { type Process, publishedProcess } from '../testing/randomSequences.ts'
import { uninvolved } from '../testing/randomWorld.ts'
import type { InvariantNumber } from './sequenceInvariants.ts'
import { tryProcess } from './sequences.ts'

/** The standing proof that the invariants can fail: each broken rule is found out by the check that is to find it. */

const enough = 50_000

/** The process with one step changed. */
const withStep = (name: StepName, change: (step: Step<object>) => Partial<Step<object>>): Process => {
  const step = publishedProcess.steps[name]
  return { ...publishedProcess, steps: { ...publishedProcess.steps, [name]: { ...step, ...change(step) } } }
}

/** The process with a step that writes something else than it should. */
const rewriting = (name: StepName, rewrite: (event: Event) => Event): Process =>
  withStep(name, step => ({
    decide(complaint, command, stamp) {
      const decision = step.decide(complaint, command, stamp)
      return decision.accepted ? accept(...decision.events.map(rewrite)) : decision
    },
  }))

const withEvolve = (change: (after: Complaint, line: Recorded, before: Complaint) => Complaint): Process => ({
  ...publishedProcess,
  evolve: (complaint, line) => change(evolve(complaint, line), line, complaint),
})

const withAccess = (access: typeof identityRefusal): Process => ({ ...publishedProcess, identityRefusal: access })

const latestOf = ({ consents }: Complaint, sector: string | null) => consents.findLast(asked => asked.sector === sector)

let earlierNote: { text: string } | null = null

const faults: readonly [invariant: InvariantNumber, fault: string, process: Process][] = [
  [
    1,
    'une permission en attente suffit',
    withAccess((complaint, actor, on, scope) =>
      latestOf(complaint, actor.sector)?.answer === null ? undefined : identityRefusal(complaint, actor, on, scope),
    ),
  ],
  [
    1,
    'une permission retirée suffit encore',
    withAccess((complaint, actor, on, scope) => {
      const consents = complaint.consents.map(consent => ({ ...consent, withdrawnOn: null }))
      return identityRefusal({ ...complaint, consents }, actor, on, scope)
    }),
  ],
  [
    1,
    'une permission échue suffit encore',
    withAccess((complaint, actor, _, scope) => identityRefusal(complaint, actor, '2000-01-01', scope)),
  ],
  [
    1,
    'une permission finie avec le dossier revit',
    withAccess((complaint, actor, on, scope) => {
      const consents = complaint.consents.map(consent => ({ ...consent, endedOn: null }))
      return identityRefusal({ ...complaint, consents }, actor, on, scope)
    }),
  ],
  [
    1,
    'la permission d’un autre secteur suffit',
    withAccess((complaint, actor, on, scope) =>
      complaint.consents.some(({ answer }) => answer === 'GRANTED')
        ? undefined
        : identityRefusal(complaint, actor, on, scope),
    ),
  ],
  [
    1,
    'un refus de la personne se distingue d’une permission jamais demandée',
    withAccess((complaint, actor, on, scope) => {
      const refusal = identityRefusal(complaint, actor, on, scope)
      return refusal && latestOf(complaint, actor.sector)?.answer === 'REFUSED' ? 'NO_CONSENT_GRANTED' : refusal
    }),
  ],
  [
    2,
    'une permission datée d’avant sa demande',
    rewriting('recordDisclosureConsent', event =>
      event.type === 'DISCLOSURE_CONSENT_RECORDED' ? { ...event, answeredOn: '2020-01-01' } : event,
    ),
  ],
  [
    3,
    'une identité s’ouvre sans raison',
    rewriting('openIdentity', event => (event.type === 'IDENTITY_OPENED' ? { ...event, reason: ' ' } : event)),
  ],
  [3, 'une identité s’ouvre sans laisser de ligne', withStep('openIdentity', () => ({ decide: () => accept() }))],
  [4, 'une note échappe au détecteur', withStep('addNote', () => ({ writes: () => [] }))],
  [4, 'le nom d’un organisme échappe au détecteur', withStep('declareInadmissible', () => ({ writes: () => [] }))],
  [
    5,
    'un secteur apprend qu’un dossier existe',
    {
      ...publishedProcess,
      take: (step, complaint, command, stamp) => {
        const decision = take(step, complaint, command, stamp)
        const hidden = !decision.accepted && decision.refusal.code === 'DOSSIER_UNKNOWN' && complaint.version > 0
        return hidden ? refuse('NO_CONSULTATION') : decision
      },
    },
  ],
  [
    6,
    'un seul silence vaut une communication impossible',
    withStep('declareInadmissible', step => ({
      decide: (complaint, command, stamp) =>
        step.decide(complaint, command, {
          ...stamp,
          settings: { ...stamp.settings, attemptsBeforeUnreachable: 0 },
        }),
    })),
  ],
  [
    6,
    'une plainte anonyme n’est jamais recevable',
    withStep('declareAdmissible', () => ({
      barred: ({ registration }) => (registration?.anonymous ? 'NOT_ANONYMOUS' : undefined),
    })),
  ],
  [
    7,
    'une irrecevabilité se passe de motif',
    rewriting('declareInadmissible', event =>
      event.type === 'MATTER_DECLARED_INADMISSIBLE' ? { ...event, grounds: [] } : event,
    ),
  ],
  [
    7,
    'un motif d’une autre édition est cité',
    withStep('declareInadmissible', step => ({
      decide: ({ registration, ...complaint }, command, stamp) =>
        step.decide(
          { ...complaint, registration: registration && { ...registration, edition: '2024-01-17' } },
          command,
          stamp,
        ),
    })),
  ],
  [
    8,
    'un transfert se passe de concertation',
    withStep('transferComplaint', () => ({
      barredOn: ({ transfer }) => (transfer?.answer === 'GRANTED' ? undefined : 'AUTHORIZATION_MISSING'),
    })),
  ],
  [8, 'un transfert se passe de tout', withStep('transferComplaint', () => ({ barredOn: () => undefined }))],
  [
    8,
    'un refus de l’organisme ne ramène pas le motif à l’examen',
    withEvolve((after, { event }, before) =>
      event.type === 'CONCERTATION_RECORDED' && !event.accepts ? { ...before, version: after.version } : after,
    ),
  ],
  [8, 'une plainte retirée est transférée', withStep('requestTransferAuthorization', () => ({ barred: unlessOpen }))],
  [
    9,
    'la conclusion est tapée à la main',
    rewriting('assessMerits', event => (event.type === 'MERITS_ASSESSED' ? { ...event, finding: 'FOUNDED' } : event)),
  ],
  [9, 'un motif non recevable est apprécié', withStep('assessMerits', () => ({ barredOn: () => undefined }))],
  [
    9,
    'un dossier corrigé garde l’ancienne édition',
    rewriting('correctRegistration', event => {
      if (event.type !== 'REGISTRATION_CORRECTED') return event
      const { edition: _, ...registration } = event.registration
      return { ...event, registration }
    }),
  ],
  [
    10,
    'un classement sans suite se passe de cause',
    withStep('closeWithoutFurtherAction', () => ({
      barred: unlessInProgress,
      barredOn: unlessUnderAnalysis,
      decide: (_, command) =>
        accept({
          type: 'CLOSED_WITHOUT_FURTHER_ACTION',
          matter: 'matter' in command ? String(command.matter) : '',
          cause: 'CONSENT_REFUSED',
          facts: 'inconnus',
          reasons: 'classé',
        }),
    })),
  ],
  [
    10,
    'un refus étranger au motif le fait classer',
    withStep('closeWithoutFurtherAction', step => ({
      barredOn: unlessUnderAnalysis,
      decide: (complaint, command, stamp) => step.decide({ ...complaint, matters: [] }, command, stamp),
    })),
  ],
  [11, 'un avis part avant les résultats', withStep('informComplainant', () => ({ barred: unlessOpen }))],
  [
    11,
    'un avis tait le recours',
    rewriting('informComplainant', event =>
      event.type === 'COMPLAINANT_INFORMED'
        ? { ...event, text: event.text.replace('Le Protecteur du citoyen', '') }
        : event,
    ),
  ],
  [
    11,
    'un avis tait la cause du classement',
    rewriting('informComplainant', event =>
      event.type === 'COMPLAINANT_INFORMED' ? { ...event, text: event.text.replace(/refus/g, '') } : event,
    ),
  ],
  [
    11,
    'un avis tait l’organisme compétent',
    rewriting('informComplainant', event =>
      event.type === 'COMPLAINANT_INFORMED'
        ? { ...event, text: event.text.replace(/Ville-Inventée|Commission municipale/g, '') }
        : event,
    ),
  ],
  [
    11,
    'un avis en anglais se passe de motifs',
    rewriting('informComplainant', event =>
      event.type === 'COMPLAINANT_INFORMED' && event.english
        ? { ...event, english: { ...event.english, reasons: [] } }
        : event,
    ),
  ],
  [
    11,
    'un dossier se ferme sans avis, la personne étant joignable',
    withStep('recordImpossibilityToInform', step => ({
      barred: (complaint, actor, settings) =>
        step.barred(complaint, actor, { ...settings, attemptsBeforeUnreachable: 0 }),
    })),
  ],
  [
    11,
    'une appréciation ferme le dossier',
    withEvolve((after, { event, on }) => (event.type === 'MERITS_ASSESSED' ? { ...after, closedOn: on } : after)),
  ],
  [
    12,
    'la réponse d’un secteur réécrit les motifs',
    withEvolve((after, { event }) =>
      event.type === 'SECTOR_REPLIED'
        ? { ...after, matters: after.matters.map(matter => ({ ...matter, reasons: event.reply })) }
        : after,
    ),
  ],
  [13, 'un agent apprécie le bien-fondé', withStep('assessMerits', () => ({ act: 'PREPARE' }))],
  [13, 'une personne visée avise du résultat', withStep('informComplainant', () => ({ act: 'RECEIVE' }))],
  [
    13,
    'une personne visée se retire du dossier, puis décide',
    withStep('correctRegistration', step => ({
      decide: (complaint, command, stamp) => step.decide(complaint, command, { ...stamp, actor: uninvolved }),
    })),
  ],
  [
    14,
    'une correction ne nomme rien',
    rewriting('correctRegistration', event =>
      event.type === 'REGISTRATION_CORRECTED' ? { ...event, corrects: 0 } : event,
    ),
  ],
  [
    14,
    'une ligne du journal est réécrite',
    withEvolve((after, { event }) => {
      if (earlierNote) earlierNote.text = 'autre chose'
      earlierNote = event.type === 'NOTE_ADDED' ? event : null
      return after
    }),
  ],
  [
    15,
    'le dossier se souvient de ce que le journal ne dit pas',
    withEvolve((after, { event }) =>
      event.type === 'NOTE_ADDED' ? { ...after, related: [...after.related, 'autre'] } : after,
    ),
  ],
  [15, 'une ligne est comptée deux fois', withEvolve((after, line) => ({ ...after, version: line.seq + 1 }))],
  [16, 'le recours ferme avec le dossier', withStep('escalateToOmbudsman', () => ({ barred: unlessOpen }))],
  [
    16,
    'une identité part sans fondement',
    rewriting('preparePackage', event =>
      event.type === 'PACKAGE_PREPARED' ? { ...event, withIdentity: true } : event,
    ),
  ],
  [
    17,
    'une mise en suspens légale n’empêche pas l’effacement',
    withStep('eraseIdentity', () => ({ barred: ({ closedOn }) => (closedOn ? undefined : 'NOT_CLOSED') })),
  ],
  [
    17,
    'une identité s’efface pendant un recours',
    withStep('eraseIdentity', step => ({
      barred: (complaint, actor, settings) => step.barred({ ...complaint, escalations: [] }, actor, settings),
    })),
  ],
  [
    17,
    'une identité s’efface pendant le suivi d’une recommandation',
    withStep('eraseIdentity', step => ({
      barred: (complaint, actor, settings) => step.barred({ ...complaint, recommendations: [] }, actor, settings),
    })),
  ],
  [17, 'une identité effacée s’ouvre', withStep('openIdentity', () => ({ barred: () => undefined }))],
  [17, 'un dossier effacé reçoit un document', withStep('attachDocument', () => ({ barred: () => undefined }))],
  [
    18,
    'une plainte est reçue après son inscription',
    withStep('correctRegistration', step => ({
      decide: (complaint, command, stamp) => step.decide({ ...complaint, registeredOn: stamp.on }, command, stamp),
    })),
  ],
  [
    18,
    'un dossier fermé se ferme encore',
    withStep('recordImpossibilityToInform', step => ({
      barred: (complaint, actor, settings) =>
        complaint.closedOn && isUnreachable(complaint, settings) ? undefined : step.barred(complaint, actor, settings),
    })),
  ],
]

describe('une règle brisée se voit', () => {
  for (const [invariant, fault, broken] of faults)
    it(`${invariant}. ${fault}`, () => {
      const verdict = tryProcess(broken, enough, { seed: 20260401, shortest: false })
      expect(verdict.broken?.violation.invariant).toBe(invariant)
    })

  it('aucun invariant n’est sans faute plantée', () => {
    expect(new Set(faults.map(([invariant]) => invariant)).size).toBe(18)
  })
})
