import {
  acknowledgeReceipt,
  addBusinessDays,
  addDays,
  answerRecommendation,
  assessMerits,
  businessDaysBetween,
  closeRecommendation,
  closeWithoutFurtherAction,
  consultSector,
  daysBetween,
  declareAdmissible,
  declareInadmissible,
  dueDate,
  fiscalYearBounds,
  fiscalYearOf,
  formulateRecommendation,
  informComplainant,
  isBusinessDay,
  type LocalDate,
  preparePackage,
  recordConcertation,
  recordDisclosureConsent,
  recordImplementation,
  recordImpossibilityToInform,
  recordOmbudsmanConclusion,
  recordSectorReply,
  recordTransferAuthorization,
  resumeClock,
  type Settings,
  transferComplaint,
} from '@bienfonde/domain'
import { Chance } from './chance.ts'
import type { Plan } from './Plan.ts'
import * as after from './stories/afterTheNotice.ts'
import * as elsewhere from './stories/elsewhere.ts'
import * as ended from './stories/endedByThePerson.ts'
import * as founded from './stories/founded.ts'
import * as inadmissible from './stories/inadmissible.ts'
import * as ombudsman from './stories/ombudsman.ts'
import { partlyFounded, threeMatters } from './stories/partlyFounded.ts'
import type { Story } from './stories/Story.ts'
import { unfounded } from './stories/unfounded.ts'
import * as without from './stories/withoutFurtherAction.ts'

/** A dossier to play: how it goes, and what was decided of it beforehand. */
export interface Tale {
  plan: Plan
  story: Story
}

/** How the complaints of the past went, and in what proportion. */
const pastStories: readonly (readonly [Story, number])[] = [
  [founded.founded, 92],
  [founded.foundedAlreadyCorrected, 6],
  [founded.foundedWithConsent, 16],
  [founded.foundedConsentWithdrawn, 5],
  [founded.foundedSuspended, 8],
  [founded.foundedExtended, 12],
  [founded.foundedUntold, 4],
  [founded.foundedAnonymous, 5],
  [founded.foundedInEnglish, 4],
  [unfounded, 78],
  [partlyFounded, 24],
  [threeMatters, 5],
  [inadmissible.beforeTheCourt, 9],
  [inadmissible.threatening, 6],
  [inadmissible.unreachable, 6],
  [elsewhere.referred, 38],
  [elsewhere.transferred, 15],
  [elsewhere.transferRefused, 5],
  [elsewhere.transferUnanswered, 4],
  [elsewhere.declinedThenReferred, 5],
  [without.consentRefused, 12],
  [without.anonymousAndSilent, 8],
  [without.anonymousButReachable, 6],
  [ended.withdrawn, 16],
  [ended.resolvedInformally, 22],
  [ombudsman.escalatedWithConsent, 7],
  [ombudsman.escalatedByLaw, 4],
  [after.reopened, 6],
  [after.erased, 8],
  [after.onLegalHold, 3],
  [after.legalHoldLifted, 2],
]

type Held = [story: Story, stopBefore: Plan['stopBefore'], dueIn: number, more?: Partial<Plan>]

/** The complaints of these days: where each one stands, and in how many business days its answer is due. */
const presentStories: readonly Held[] = [
  [founded.founded, acknowledgeReceipt, 19],
  [unfounded, acknowledgeReceipt, 18],
  [elsewhere.referred, acknowledgeReceipt, 18],
  [founded.foundedInEnglish, acknowledgeReceipt, 17],
  [unfounded, acknowledgeReceipt, 12],
  [founded.founded, declareAdmissible, 17],
  [unfounded, declareAdmissible, 15],
  [partlyFounded, declareAdmissible, 16],
  [inadmissible.beforeTheCourt, declareInadmissible, 14],
  [inadmissible.threatening, declareInadmissible, 18],
  [elsewhere.referred, declareInadmissible, 13],
  [without.anonymousAndSilent, declareAdmissible, 16],
  [unfounded, declareAdmissible, 2],
  [founded.founded, declareAdmissible, -2],
  [founded.founded, consultSector, 14],
  [unfounded, consultSector, 11],
  [founded.foundedAnonymous, consultSector, 13],
  [founded.founded, consultSector, 6, { aboutResponsible: true }],
  [founded.founded, recordSectorReply, 14],
  [unfounded, recordSectorReply, 13],
  [founded.founded, recordSectorReply, 12, { namesake: true }],
  [partlyFounded, recordSectorReply, 10],
  [threeMatters, recordSectorReply, 11],
  [unfounded, recordSectorReply, 9],
  [founded.founded, recordSectorReply, 5],
  [unfounded, recordSectorReply, 1],
  [founded.founded, recordSectorReply, -4],
  [founded.founded, assessMerits, 11],
  [unfounded, assessMerits, 8],
  [founded.founded, assessMerits, 4],
  [unfounded, assessMerits, 3, { namesake: true }],
  [partlyFounded, assessMerits, 2],
  [founded.founded, assessMerits, 1],
  [unfounded, assessMerits, 0],
  [founded.founded, assessMerits, 0],
  [founded.founded, assessMerits, -1],
  [unfounded, assessMerits, -6],
  [founded.founded, assessMerits, -12],
  [founded.founded, formulateRecommendation, 3],
  [founded.founded, informComplainant, 5],
  [unfounded, informComplainant, 1],
  [partlyFounded, informComplainant, 0],
  [ended.withdrawn, informComplainant, 7],
  [ended.resolvedInformally, informComplainant, 12],
  [elsewhere.referred, informComplainant, 10],
  [elsewhere.transferred, informComplainant, 4],
  [without.consentRefused, informComplainant, 2],
  [inadmissible.beforeTheCourt, informComplainant, -3],
  [founded.foundedUntold, recordImpossibilityToInform, -1],
  [without.anonymousAndSilent, recordImpossibilityToInform, 6],
  [founded.foundedWithConsent, recordDisclosureConsent, 13],
  [without.consentRefused, recordDisclosureConsent, 9],
  [without.consentRefused, closeWithoutFurtherAction, 8],
  [without.anonymousButReachable, closeWithoutFurtherAction, 5],
  [founded.foundedWithConsent, recordSectorReply, 7],
  [founded.foundedWithConsent, assessMerits, 6],
  [founded.foundedConsentWithdrawn, formulateRecommendation, 4],
  [founded.foundedSuspended, resumeClock, 10],
  [founded.foundedSuspended, resumeClock, -5],
  [founded.foundedExtended, assessMerits, -4],
  [founded.foundedExtended, recordSectorReply, -7],
  [elsewhere.transferred, recordTransferAuthorization, 13],
  [elsewhere.transferred, recordConcertation, 9],
  [elsewhere.transferred, transferComplaint, 7],
  [elsewhere.transferRefused, recordTransferAuthorization, 1],
  [elsewhere.declinedThenAdmitted, consultSector, 3],
  [elsewhere.declinedThenReferred, informComplainant, 5],
  [ombudsman.escalatedBeforeTheAnswer, assessMerits, 6],
  [ombudsman.escalatedBeforeTheAnswer, preparePackage, 11],
  [ombudsman.escalatedWithConsent, recordOmbudsmanConclusion, -25],
  [ombudsman.escalatedByLaw, preparePackage, -22],
  [after.reopenedLately, assessMerits, -10],
  [after.onLegalHold, undefined, -30],
  [founded.founded, answerRecommendation, -8],
  [founded.founded, answerRecommendation, -70],
  [partlyFounded, answerRecommendation, -20],
  [founded.founded, recordImplementation, -30],
  [founded.foundedAnonymous, recordImplementation, -95],
  [founded.foundedWithConsent, recordImplementation, -60],
  [founded.founded, closeRecommendation, -65],
  [founded.foundedExtended, closeRecommendation, -80],
  // Each officer has something late, something due today and something due soon.
  [unfounded, acknowledgeReceipt, 14],
  [founded.founded, acknowledgeReceipt, 13],
  [unfounded, acknowledgeReceipt, 14],
  [founded.founded, acknowledgeReceipt, 15],
  [unfounded, acknowledgeReceipt, 15],
  [unfounded, consultSector, 0],
  [founded.founded, consultSector, -1],
  [unfounded, consultSector, 2],
  [partlyFounded, consultSector, 3],
]

/** The last business day before a day. */
export function businessDayBefore(day: LocalDate, { calendar }: Settings): LocalDate {
  let before = addDays(day, -1)
  while (!isBusinessDay(before, calendar)) before = addDays(before, -1)
  return before
}

/** The last day of receipt that makes the answer due on a day, or on the closest business day before. */
function receivedFor(dueOn: LocalDate, lastDay: LocalDate, { calendar, commitments }: Settings): LocalDate {
  let received = lastDay
  while (!isBusinessDay(received, calendar) || dueDate(received, commitments.replyDays, calendar) > dueOn)
    received = addDays(received, -1)
  return received
}

function dueIn(days: number, today: LocalDate, { calendar }: Settings): LocalDate {
  if (days >= 0) return addBusinessDays(today, days, calendar)
  let day = today
  while (businessDaysBetween(day, today, calendar) < -days) day = addDays(day, -1)
  return day
}

/** The dossiers of these days, then those of three fiscal years, in the order in which they were received. */
export function caseload(today: LocalDate, settings: Settings, count: number): Tale[] {
  const lastDay = businessDayBefore(today, settings)
  const present = presentStories.slice(0, count).map(([story, stopBefore, due, more], at): Tale => {
    const receivedOn = receivedFor(dueIn(due, today, settings), lastDay, settings)
    const plan = { key: `present-${at}`, receivedOn, registeredOn: receivedOn, officer: at, brisk: true, ...more }
    return { story, plan: stopBefore ? { ...plan, stopBefore } : plan }
  })
  const past = pastTales(today, lastDay, settings, Math.max(0, count - present.length))
  const tales = [...past, ...present]
  tales.sort(
    (one, other) => compared(one.plan.registeredOn, other.plan.registeredOn) || compared(one.plan.key, other.plan.key),
  )
  for (const [at, { plan }] of tales.entries()) if (at % 23 === 11) plan.related = tales[at - 7]?.plan.key ?? plan.key
  return tales
}

const compared = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

function pastTales(today: LocalDate, lastDay: LocalDate, settings: Settings, count: number): Tale[] {
  const { from } = fiscalYearBounds(fiscalYearOf(today) - 2)
  const span = daysBetween(from, lastDay) - 3
  // Each story comes as often as its weight, and every one comes once when there is room.
  const chance = new Chance('caseload')
  const stories = Array.from({ length: count }, (_, at) =>
    at < pastStories.length ? pastStories[at]?.[0] : chance.weighted(pastStories),
  )
  return stories.flatMap((story, at): Tale[] => {
    if (!story) return []
    const own = new Chance('past', at)
    // What takes long to unfold began long ago.
    const reach = at < pastStories.length ? 0.45 : 1
    const received = addDays(from, Math.floor(own.next() * span * reach))
    const delay = own.between(0, 1)
    const registeredOn = addBusinessDays(received, delay, settings.calendar)
    const plan: Plan = {
      key: `past-${at}`,
      receivedOn: received,
      registeredOn: registeredOn > lastDay ? lastDay : registeredOn,
      officer: own.between(0, 6),
      ...(at % 90 === 60 && story === founded.founded ? { namesake: true } : {}),
    }
    return [{ plan, story }]
  })
}
