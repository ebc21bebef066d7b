import { type Complaint, phaseOf } from '../complaint.ts'
import type { CitedGround, MatterContent, SealedRef, TranslatedReasons } from '../events.ts'
import { requiredSentences } from '../letters/notice.ts'
import type { CommandOf, StepName } from '../steps/index.ts'
import { assessmentCriteria } from '../tables/assessmentCriteria.ts'
import {
  type ExchangeChannel,
  exchangeChannels,
  intakeChannels,
  languages,
  type ReplyChannel,
  replyChannels,
} from '../tables/channels.ts'
import { inadmissibilityGrounds } from '../tables/inadmissibilityGrounds.ts'
import { prejudices } from '../tables/prejudices.ts'
import { clearableFacts, informationCategories, packageBases, recommendationAnswers } from '../tables/procedure.ts'
import { bodies } from '../tables/referrals.ts'
import type { Chance } from './chance.ts'
import { coordinates, dayAt, everyone, indexOfDay, inventedSettings, sectors, surnames } from './randomWorld.ts'

/** One command for each step: plausible for the dossier as it stands, and now and then wrong. */

const codes = <T extends string>(table: readonly { readonly code: T }[]): T[] => table.map(({ code }) => code)
const intake = codes(intakeChannels)
const reply = codes(replyChannels)
const exchange = codes(exchangeChannels)
const tongues = codes(languages)
const categories = codes(informationCategories)
const bodyCodes = codes(bodies)
const groundCodes = codes(inadmissibilityGrounds)
const harms = codes(prejudices)
const bases = codes(packageBases)
const clearable = codes(clearableFacts)
const answersToRecommendation = codes(recommendationAnswers)
const staff = everyone.map(({ id }) => id)
/** As short as words can be: what is written is read by the detector, hundreds of thousands of times. */
const plain = ['vu', 'délai passé', 'rien reçu', 'réglé'] as const

export interface Draw {
  readonly chance: Chance
  readonly complaint: Complaint
  /** The day of the attempt, counted from the first of the invented world. */
  readonly today: number
  /** Where the vault keeps who complains. */
  readonly identity: SealedRef
}

function text({ chance }: Draw): string {
  const kind = chance.below(100)
  if (kind < 93) return chance.one(plain)
  if (kind < 95) return chance.one(['', '  '])
  if (kind < 97) return `selon ${chance.one(surnames)} hier`
  if (kind < 99) return `joindre ${chance.one(coordinates)} ce soir`
  return 'joindre le 514 555-0199 ce soir'
}

/** A short mention where names and numbers belong. */
const mention = (draw: Draw, usual: string): string => (draw.chance.percent(95) ? usual : text(draw))

/** A day already past, mostly; one that is not, or that does not exist, now and then. */
function pastDay({ chance, today, complaint }: Draw): string {
  const kind = chance.below(40)
  if (kind === 0) return '2027-02-30'
  if (kind === 1) return dayAt(today + 1 + chance.below(9))
  if (kind === 2) return dayAt(0)
  const received = complaint.registration?.receivedOn
  const day = dayAt(today - (chance.percent(70) ? 0 : chance.below(6)))
  return received && day < received ? received : day
}

const futureDay = ({ chance, today }: Draw): string => dayAt(today + (chance.percent(96) ? chance.below(40) : -3))

const perhaps = <T>({ chance }: Draw, share: number, value: T): T | null => (chance.percent(share) ? value : null)

const aSector = ({ chance }: Draw): string => (chance.percent(98) ? chance.one(sectors) : '')
const aMatter = ({ chance, complaint }: Draw): string =>
  complaint.matters.length > 0 && chance.percent(98) ? chance.one(complaint.matters).id : 'M9'
const matterAt = (draw: Draw, ...stages: string[]): string => {
  const ready = draw.complaint.matters.filter(({ stage }) => stages.includes(stage))
  return ready.length > 0 && draw.chance.percent(92) ? draw.chance.one(ready).id : aMatter(draw)
}
const among = ({ chance }: Draw, ids: readonly { id: string }[], absent: string): string =>
  ids.length > 0 && chance.percent(97) ? chance.one(ids).id : absent

const aLetter = ({ chance, complaint }: Draw): number =>
  complaint.dispatches.length > 0 ? chance.one(complaint.dispatches).line : 99

/** A way that the person gave, mostly. */
function givenChannel({ chance, complaint }: Draw): ReplyChannel {
  const given = complaint.registration?.replyChannels ?? []
  return given.length > 0 && chance.percent(94) ? chance.one(given) : chance.one(reply)
}
const exchangeChannel = (draw: Draw): ExchangeChannel => (draw.chance.percent(10) ? 'COUNTER' : givenChannel(draw))

const body = (draw: Draw) => ({
  code: draw.chance.one(bodyCodes),
  name: perhaps(draw, 85, mention(draw, 'Ville-Inventée')),
})

const content = (draw: Draw): MatterContent => ({
  subject: text(draw),
  sector: aSector(draw),
  service: perhaps(draw, 20, 'guichet'),
  statement: text(draw),
  concernedStaff: draw.chance.percent(15) ? [draw.chance.one(staff)] : [],
  referralSubject: null,
})

function ground(draw: Draw): CitedGround {
  const { chance, complaint } = draw
  const cited = chance.percent(45) ? 'OUTSIDE_MINISTRY_RESPONSIBILITY' : chance.one(groundCodes)
  const unreachable = complaint.contactAttempts.length > 2 || complaint.registration?.replyChannels.length === 0
  return {
    ground: unreachable && chance.percent(40) ? 'SENDER_UNREACHABLE' : cited,
    proceeding: perhaps(draw, 90, text(draw)),
    passage: perhaps(draw, 90, 'passage-scelle'),
    bodies: perhaps(draw, 92, [body(draw)]),
  }
}

function criteria({ chance, complaint }: Draw) {
  const edition = inventedSettings.editions.find(({ id }) => id === complaint.registration?.edition)
  const expected = chance.percent(96) && edition ? edition.criteria : codes(assessmentCriteria)
  const flawed = chance.percent(6)
  return expected.map(criterion => {
    const met = chance.percent(25)
    const named = met && !flawed
    return {
      criterion,
      met,
      reason: flawed && chance.percent(30) ? '' : 'vu',
      standard: named && criterion === 'BELOW_SERVICE_STANDARD' ? 'dix jours' : null,
      gap: met && criterion === 'BELOW_SERVICE_STANDARD' ? 'cinq jours' : null,
      errorKind: named ? ('OMISSION' as const) : null,
      rule: named && criterion === 'MANIFEST_RULE_DISCREPANCY' ? 'la norme' : null,
    }
  })
}

/** The reasons of every decision, in English. */
const translated = ({ chance, complaint }: Draw): TranslatedReasons[] =>
  complaint.matters.filter(() => chance.percent(97)).map(({ id }) => ({ matter: id, text: 'seen' }))

function notice(draw: Draw, reasons: TranslatedReasons[] | null): string {
  const { chance, complaint } = draw
  const language = reasons ? 'EN' : 'FR'
  const required = requiredSentences(complaint, inventedSettings, language, reasons ?? [])
  const sentences = required.map(({ sentence }) => sentence)
  if (chance.percent(10)) sentences.splice(chance.below(sentences.length), 1)
  if (chance.percent(3)) sentences.push(text(draw))
  return sentences.join(' ')
}

const registration = (draw: Draw) => {
  const { chance, complaint } = draw
  const today = complaint.registeredOn ? indexOfDay(complaint.registeredOn) : draw.today
  const anonymous = chance.percent(25)
  const reachable = chance.percent(anonymous ? 50 : 85)
  return {
    intakeChannel: chance.one(intake),
    receivedOn: chance.percent(96) ? dayAt(today - chance.below(4)) : pastDay(draw),
    anonymous,
    replyChannels: reachable ? [chance.one(reply)] : [],
    language: chance.one(tongues),
    representative: perhaps(draw, 8, { capacity: 'RELATIVE' as const, authority: text(draw) }),
    factsKnownOn: perhaps(draw, 40, dayAt(today - chance.below(30))),
    identity: perhaps(draw, (anonymous && !reachable) || chance.percent(2) ? 10 : 100, draw.identity),
  }
}

export const randomCommands: { readonly [Name in StepName]: (draw: Draw) => CommandOf<Name> } = {
  registerComplaint: draw => ({
    fileNumber: 'PL-1',
    ...registration(draw),
    words: draw.chance.percent(99) ? 'propos-scelles' : '',
    matters: draw.chance.percent(99)
      ? Array.from({ length: draw.chance.percent(70) ? 1 : 2 }, () => content(draw))
      : [],
  }),
  addMatter: content,
  correctRegistration: draw => {
    const { chance, complaint } = draw
    const whole = registration(draw)
    const kept = Object.fromEntries(Object.entries(whole).filter(() => chance.percent(30)))
    const matter = chance.percent(30) ? { matter: aMatter(draw), ...(chance.percent(50) && content(draw)) } : null
    return {
      corrects: chance.percent(95) ? 1 + chance.below(Math.max(1, complaint.version)) : complaint.version + 1,
      reason: text(draw),
      ...kept,
      clears: chance.percent(10) ? chance.some(clearable) : null,
      matter,
    }
  },
  acknowledgeReceipt: draw => ({ channel: givenChannel(draw), sentOn: pastDay(draw), text: text(draw) }),
  assignOfficer: draw => ({ officer: draw.chance.one(['agente', 'agente', 'autre-agent', 'responsable', '']) }),
  recordInformalResolution: draw => ({ sector: aSector(draw), agreement: text(draw), agreedOn: pastDay(draw) }),
  recordContactAttempt: draw => ({
    channel: givenChannel(draw),
    attemptedOn: pastDay(draw),
    reached: draw.chance.percent(15),
    note: text(draw),
  }),
  recordComplainantMessage: draw => ({
    channel: draw.chance.one(intake),
    receivedOn: pastDay(draw),
    words: draw.chance.percent(95) ? 'message-scelle' : '',
    summary: text(draw),
  }),
  linkRelatedComplaint: draw => ({
    relatedFileNumber: draw.chance.one(['PL-1', 'PL-2', 'PL-3']),
    related: perhaps(draw, 85, draw.chance.one(['dossier-2', 'dossier-3'])),
    relation: 'SAME_FACTS',
    reason: text(draw),
  }),
  addNote: draw => ({ text: text(draw) }),
  attachDocument: draw => ({
    attachment: draw.chance.percent(95) ? 'piece-scellee' : '',
    description: text(draw),
    mediaType: 'application/pdf',
    bytes: 1200,
    sha256: 'e3b0c442',
  }),
  declareAdmissible: draw => ({
    matter: matterAt(draw, 'TO_EXAMINE'),
    reasons: draw.chance.percent(50) ? '' : text(draw),
  }),
  declareInadmissible: draw => ({
    matter: matterAt(draw, 'TO_EXAMINE'),
    grounds: draw.chance.percent(96) ? [ground(draw), ...(draw.chance.percent(15) ? [ground(draw)] : [])] : [],
    reasons: text(draw),
  }),
  referComplainant: draw => ({
    matter: matterAt(draw, 'DECIDED'),
    bodies: draw.chance.percent(95) ? [body(draw)] : [],
    channel: exchangeChannel(draw),
    explanation: text(draw),
  }),
  requestTransferAuthorization: draw => ({
    matter: matterAt(draw, 'DECIDED'),
    body: body(draw),
    channel: exchangeChannel(draw),
    explained: text(draw),
  }),
  recordTransferAuthorization: draw => ({
    matter: matterAt(draw, 'IN_TRANSFER'),
    answer: draw.chance.percent(75) ? 'GRANTED' : draw.chance.one(['REFUSED', 'NO_ANSWER']),
    channel: draw.chance.one(exchange),
    answeredOn: pastDay(draw),
  }),
  recordConcertation: draw => ({
    matter: matterAt(draw, 'IN_TRANSFER'),
    accepts: draw.chance.percent(70),
    heldOn: pastDay(draw),
    summary: text(draw),
  }),
  transferComplaint: draw => ({
    matter: matterAt(draw, 'IN_TRANSFER'),
    transmitted: text(draw),
    sentOn: pastDay(draw),
  }),
  requestDisclosureConsent: draw => ({
    sectors: draw.chance.percent(95) ? [draw.chance.one(sectors), ...draw.chance.some(sectors)] : [],
    purpose: text(draw),
    categories: draw.chance.percent(60) ? categories : draw.chance.some(categories),
    explained: text(draw),
    consequencesExplained: draw.chance.percent(95),
    channel: exchangeChannel(draw),
  }),
  recordDisclosureConsent: draw => {
    const { chance, complaint, today } = draw
    const pending = complaint.consents.filter(({ answer }) => answer === null)
    return {
      sector: pending.length > 0 && chance.percent(92) ? chance.one(pending).sector : aSector(draw),
      granted: chance.percent(60),
      channel: chance.one(exchange),
      answeredOn: pastDay(draw),
      validUntil: perhaps(draw, 40, dayAt(today + chance.below(12) - 1)),
    }
  },
  withdrawDisclosureConsent: draw => {
    const granted = draw.complaint.consents.filter(({ answer }) => answer === 'GRANTED')
    return {
      sector: granted.length > 0 && draw.chance.percent(85) ? draw.chance.one(granted).sector : aSector(draw),
      channel: draw.chance.one(exchange),
      withdrawnOn: pastDay(draw),
    }
  },
  openIdentity: draw => ({
    reason: text(draw),
    scope: draw.chance.percent(60) ? ['IDENTITY'] : draw.chance.some(categories),
  }),
  consultSector: draw => ({
    matter: matterAt(draw, 'UNDER_ANALYSIS'),
    sector: aSector(draw),
    purpose: draw.chance.one(['FACTS', 'ADVICE']),
    statement: text(draw),
    question: text(draw),
    dueOn: futureDay(draw),
  }),
  recordSectorReply: draw => ({
    consultation: among(draw, draw.complaint.consultations, 'C9'),
    reply: text(draw),
    repliedOn: pastDay(draw),
  }),
  cancelConsultation: draw => ({
    consultation: among(draw, draw.complaint.consultations, 'C9'),
    reason: text(draw),
  }),
  releaseCopy: draw => ({
    consultation: among(draw, draw.complaint.consultations, 'C9'),
    attachment: draw.complaint.attachments[0]?.attachment ?? 'piece-absente',
    copy: draw.chance.percent(95) ? 'copie-scellee' : '',
    description: text(draw),
    mediaType: 'application/pdf',
    bytes: 1100,
    sha256: 'a1b2c3d4',
    originalSha256: 'e3b0c442',
    looked: draw.chance.percent(95),
  }),
  suspendClock: draw => ({ cause: 'AWAITING_COMPLAINANT', reason: text(draw), from: pastDay(draw) }),
  resumeClock: draw => ({ to: pastDay(draw), reason: text(draw) }),
  extendReplyDate: draw => ({
    to: dayAt(draw.today + 10 + draw.chance.below(40)),
    reason: text(draw),
    channel: perhaps(draw, 90, givenChannel(draw)),
    notice: text(draw),
  }),
  explainLateness: draw => ({
    milestone: draw.chance.one(['ACKNOWLEDGEMENT', 'REPLY'] as const),
    cause: draw.chance.one(['UNIT_ANSWER', 'WORKLOAD'] as const),
    sector: perhaps(draw, 90, aSector(draw)),
    reason: text(draw),
  }),
  assessMerits: draw => ({
    matter: matterAt(draw, 'UNDER_ANALYSIS'),
    criteria: criteria(draw),
    prejudice: draw.chance.percent(60) ? 'SELF' : draw.chance.one(harms),
    prejudiceReason: text(draw),
    reasons: text(draw),
  }),
  closeWithoutFurtherAction: draw => ({
    matter: matterAt(draw, 'UNDER_ANALYSIS'),
    cause: draw.complaint.registration?.anonymous === draw.chance.percent(90) ? 'ANONYMITY' : 'CONSENT_REFUSED',
    facts: text(draw),
    reasons: text(draw),
  }),
  formulateRecommendation: draw => ({
    matter: matterAt(draw, 'DECIDED'),
    sector: aSector(draw),
    text: text(draw),
    dueOn: perhaps(draw, 50, futureDay(draw)),
  }),
  suggestImprovement: draw => ({ matter: matterAt(draw, 'DECIDED'), sector: aSector(draw), text: text(draw) }),
  recordWithdrawal: draw => ({
    channel: draw.chance.one(intake),
    withdrawnOn: pastDay(draw),
    note: draw.chance.percent(30) ? '' : text(draw),
  }),
  informComplainant: draw => {
    const reasons = draw.chance.percent(6) ? translated(draw) : null
    return {
      channel: givenChannel(draw),
      sentOn: pastDay(draw),
      text: phaseOf(draw.complaint) === 'READY_FOR_NOTICE' ? notice(draw, reasons) : text(draw),
      noRecommendationReason: perhaps(draw, 60, text(draw)),
      english: reasons ? { ground: text(draw), attestation: draw.chance.percent(90), reasons } : null,
    }
  },
  recordImpossibilityToInform: draw => ({
    reason: text(draw),
    noRecommendationReason: perhaps(draw, 80, text(draw)),
  }),
  linkTheme: draw => ({ title: text(draw), reason: text(draw) }),
  recordPosting: draw => ({ line: aLetter(draw), postedOn: pastDay(draw) }),
  resendLetter: draw => ({ line: aLetter(draw) }),
  answerRecommendation: draw => ({
    recommendation: among(draw, draw.complaint.recommendations, 'R9'),
    answer: draw.chance.one(answersToRecommendation),
    plan: text(draw),
    dueOn: perhaps(draw, 40, futureDay(draw)),
  }),
  recordImplementation: draw => ({
    recommendation: among(draw, draw.complaint.recommendations, 'R9'),
    evidence: text(draw),
    implementedOn: pastDay(draw),
  }),
  closeRecommendation: draw => ({
    recommendation: among(draw, draw.complaint.recommendations, 'R9'),
    reason: text(draw),
  }),
  escalateToOmbudsman: draw => ({
    initiatedBy: draw.chance.one(['COMPLAINANT', 'OMBUDSMAN', 'MINISTRY']),
    escalatedOn: pastDay(draw),
    ombudsmanFileNumber: perhaps(draw, 50, mention(draw, '27-001')),
    consentGivenOn: perhaps(draw, 40, pastDay(draw)),
    reason: text(draw),
  }),
  preparePackage: draw => ({
    escalation: among(draw, draw.complaint.escalations, 'E9'),
    withIdentity: draw.chance.percent(60),
    basis: draw.chance.one(bases),
    reference: perhaps(draw, 60, mention(draw, 'DL-4')),
    contact: {
      name: mention(draw, 'Camille Roy'),
      title: mention(draw, 'Agente'),
      telephone: mention(draw, '418 691-2000'),
      extension: null,
    },
  }),
  recordOmbudsmanRequest: draw => ({
    escalation: among(draw, draw.complaint.escalations, 'E9'),
    receivedOn: pastDay(draw),
    text: text(draw),
    dueOn: perhaps(draw, 30, futureDay(draw)),
    legalDemand: perhaps(draw, 50, mention(draw, 'DL-4')),
    ombudsmanFileNumber: perhaps(draw, 30, mention(draw, '27-002')),
    consentGivenOn: perhaps(draw, 30, pastDay(draw)),
  }),
  recordOmbudsmanConclusion: draw => ({
    escalation: among(draw, draw.complaint.escalations, 'E9'),
    receivedOn: pastDay(draw),
    conclusion: text(draw),
    recommendations: draw.chance.percent(30) ? [text(draw)] : [],
  }),
  reopenComplaint: draw => ({
    matters: draw.chance.percent(95) ? [aMatter(draw)] : [],
    newFacts: text(draw),
  }),
  eraseIdentity: draw => ({ schedule: text(draw), reason: text(draw) }),
  placeLegalHold: draw => ({ reference: text(draw), reason: text(draw) }),
  liftLegalHold: draw => ({ reason: text(draw) }),
}
