import { type Complaint, evolve, phaseOf, unregistered } from '../complaint.ts'
import type { Recognises } from '../confidentiality/identifyingPassages.ts'
import { identityRefusal } from '../confidentiality/identityAccess.ts'
import type { Actor } from '../confidentiality/permits.ts'
import type { Event, Recorded, SealedRef } from '../events.ts'
import { tells } from '../letters/letterOf.ts'
import { type Decision, type Stamp, type Step, standing, take } from '../step.ts'
import { type StepName, stepNames, steps } from '../steps/index.ts'
import type { Phase } from '../tables/outcomes.ts'
import { type Chance, chanceOf } from './chance.ts'
import { recordedBy } from './given.ts'
import * as people from './people.ts'
import { randomCommands } from './randomCommands.ts'
import {
  attachedResponsible,
  dayAt,
  everyone,
  inventedSettings,
  recognisesComplainant,
  secondResponsible,
} from './randomWorld.ts'

/** The rules under trial: those of the process, or a broken copy of them. */
export interface Process {
  readonly steps: { readonly [Name in StepName]: Step<object> }
  readonly evolve: (complaint: Complaint, line: Recorded) => Complaint
  readonly identityRefusal: typeof identityRefusal
  readonly take: typeof take
}

/** Whose complaint the sequence is about: what the vault would recognise, and where it keeps it. */
export interface Person {
  readonly recognises: Recognises
  readonly identity: SealedRef
}

const inventedPerson: Person = { recognises: recognisesComplainant, identity: 'identite-scellee' }

/** The rules as they are. */
export const publishedProcess: Process = { steps, evolve, identityRefusal, take }

/** One attempt at a step, and what came of it. */
export interface Transition {
  readonly name: StepName
  readonly command: object
  readonly stamp: Stamp
  readonly before: Complaint
  readonly decision: Decision
  /** The lines that the step wrote; none when it was refused. */
  readonly lines: readonly Recorded[]
  readonly after: Complaint
}

const weighted = (weights: Partial<Record<StepName, number>>): StepName[] =>
  Object.entries(weights).flatMap(([name, weight]) => Array<StepName>(weight).fill(name as StepName))

const anytime = {
  recordComplainantMessage: 1,
  linkRelatedComplaint: 1,
  addNote: 1,
  attachDocument: 1,
  explainLateness: 1,
  linkTheme: 1,
  recordPosting: 1,
  resendLetter: 1,
  openIdentity: 4,
  withdrawDisclosureConsent: 1,
  escalateToOmbudsman: 1,
  preparePackage: 1,
  recordOmbudsmanRequest: 1,
  recordOmbudsmanConclusion: 1,
  placeLegalHold: 1,
  liftLegalHold: 1,
} as const

const whileOpen = {
  ...anytime,
  acknowledgeReceipt: 1,
  assignOfficer: 1,
  recordContactAttempt: 3,
  correctRegistration: 3,
  addMatter: 1,
  suspendClock: 1,
  resumeClock: 1,
  extendReplyDate: 1,
  recordInformalResolution: 1,
  recordWithdrawal: 1,
  cancelConsultation: 2,
  recordSectorReply: 2,
} as const

const directing = { referComplainant: 4, requestTransferAuthorization: 7 } as const

const mark = { template: 1, layout: 1, digest: '0'.repeat(64) }
/** What is told leaves by letter: the mark of the letter is put on by whoever composes it. */
const composed = (event: Event): Event => (tells(event) ? { ...event, letter: mark } : event)

/** What is likely to be tried at each stage of a dossier. */
const likely: Record<Phase, StepName[]> = {
  TO_EXAMINE: weighted({ ...whileOpen, ...directing, declareAdmissible: 16, declareInadmissible: 14 }),
  UNDER_ANALYSIS: weighted({
    ...whileOpen,
    ...directing,
    requestDisclosureConsent: 12,
    recordDisclosureConsent: 12,
    withdrawDisclosureConsent: 3,
    openIdentity: 8,
    consultSector: 6,
    releaseCopy: 4,
    recordSectorReply: 5,
    assessMerits: 10,
    closeWithoutFurtherAction: 6,
  }),
  IN_TRANSFER: weighted({
    ...whileOpen,
    recordTransferAuthorization: 14,
    recordConcertation: 14,
    transferComplaint: 12,
  }),
  READY_FOR_NOTICE: weighted({
    ...whileOpen,
    ...directing,
    requestTransferAuthorization: 14,
    formulateRecommendation: 8,
    suggestImprovement: 2,
    informComplainant: 16,
    recordImpossibilityToInform: 5,
    reopenComplaint: 2,
    cancelConsultation: 4,
  }),
  CLOSED: weighted({
    ...anytime,
    answerRecommendation: 8,
    recordImplementation: 8,
    closeRecommendation: 8,
    reopenComplaint: 6,
    suggestImprovement: 1,
    eraseIdentity: 4,
    preparePackage: 3,
    openIdentity: 5,
  }),
}

function actorFor(chance: Chance, { act }: Step<object>, complaint: Complaint): Actor {
  if (chance.percent(14)) return chance.one(everyone)
  switch (act) {
    case 'DECIDE':
      return chance.one([
        people.responsible,
        people.responsible,
        secondResponsible,
        secondResponsible,
        attachedResponsible,
      ])
    case 'ANSWER':
      return chance.one([people.respondent, people.neighbour, people.responsible, people.officer])
    case 'OPEN_IDENTITY':
      return chance.one([people.respondent, people.respondent, people.neighbour, people.responsible, people.officer])
    default:
      return everyone.find(({ id }) => id === complaint.officer) ?? people.responsible
  }
}

/** The sequence that a tape of numbers tells: each number draws one step, its author and its command. */
export function play(
  tape: readonly number[],
  { steps: rules, evolve: grow, take: attempt }: Process,
  observe: (transition: Transition) => void,
  { recognises, identity }: Person = inventedPerson,
): Complaint {
  let complaint = unregistered
  // Around the day on which the invented edition comes into force.
  let today = 25 + ((tape[0] ?? 0) % 24)
  for (const seed of tape) {
    const chance = chanceOf(seed)
    today += chance.percent(60) ? 0 : chance.percent(85) ? 1 + chance.below(3) : chance.below(25)
    const usual = (): StepName => {
      if (complaint.version === 0) return 'registerComplaint'
      return chance.percent(6) ? chance.one(stepNames) : chance.one(likely[phaseOf(complaint)])
    }
    let name = usual()
    let actor = actorFor(chance, rules[name], complaint)
    // A closed step is tried now and then; an officer mostly tries an open one.
    for (let more = 3; more > 0 && chance.percent(85) && standing(rules[name], complaint, actor).refusal; more--) {
      name = usual()
      actor = actorFor(chance, rules[name], complaint)
    }
    const step = rules[name]
    const on = dayAt(today)
    const stamp: Stamp = {
      actor,
      on,
      at: on,
      settings: inventedSettings,
      recognises,
      confirmation: chance.percent(15) ? 'mot courant' : null,
    }
    const command = randomCommands[name]({ chance, complaint, today, identity })
    const before = complaint
    const decision = attempt(step, before, command, stamp)
    const lines = decision.accepted ? recordedBy(decision.events.map(composed), before, stamp) : []
    for (const line of lines) complaint = grow(complaint, line)
    observe({ name, command, stamp, before, decision, lines, after: complaint })
  }
  return complaint
}
