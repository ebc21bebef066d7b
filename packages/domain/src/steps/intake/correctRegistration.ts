import { addBusinessDays, businessDaysBetween } from '../../calendar/businessDays.ts'
import { dueDate } from '../../calendar/dueDate.ts'
import { isLocalDate, type LocalDate } from '../../calendar/localDate.ts'
import type { MatterContent, MatterId, RegistrationCorrected, Representative, SealedRef } from '../../events.ts'
import { unlessOpen } from '../../progress.ts'
import { accept, isBlank, isSubject, misdated, type Optional, refuse, type Step } from '../../step.ts'
import type { IntakeChannel, Language, ReplyChannel } from '../../tables/channels.ts'
import { editionInForce } from '../../tables/editions.ts'
import type { ClearableFact } from '../../tables/procedure.ts'
import { matterFlaw, matterTexts } from './matter.ts'

/** What is left out stays as it was. */
export interface CorrectRegistration {
  /** The journal line being corrected: the registration (1), or the line that added the matter. */
  corrects: number
  reason: string
  intakeChannel?: Optional<IntakeChannel>
  receivedOn?: Optional<LocalDate>
  anonymous?: Optional<boolean>
  replyChannels?: Optional<ReplyChannel[]>
  language?: Optional<Language>
  representative?: Optional<Representative>
  factsKnownOn?: Optional<LocalDate>
  /** What was written and should not have been; a new value given beside it wins. */
  clears?: Optional<ClearableFact[]>
  identity?: Optional<SealedRef>
  matter?: Optional<{ matter: MatterId } & Partial<MatterContent>>
}

export const correctRegistration: Step<CorrectRegistration, RegistrationCorrected> = {
  title: 'Corriger l’inscription',
  room: 'intake',
  act: 'PREPARE',
  barred: unlessOpen,
  writes: ({ reason, matter, representative }) => [
    { field: 'reason', text: reason },
    { field: 'representative.authority', text: representative?.authority },
    ...matterTexts(matter ?? {}, 'matter.'),
  ],

  decide(complaint, command, stamp) {
    const { corrects, reason, receivedOn, clears, matter } = command
    const { registration: before, clock } = complaint
    if (!before || !clock) return refuse('NOT_REGISTERED')
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    if (corrects < 1 || corrects > complaint.version) return refuse('LINE_UNKNOWN', 'corrects')

    const registration: RegistrationCorrected['registration'] = {}
    if (clears?.includes('FACTS_KNOWN_ON') && before.factsKnownOn) registration.factsKnownOn = null
    if (clears?.includes('REPRESENTATIVE') && before.representative) registration.representative = null
    for (const field of [
      'intakeChannel',
      'anonymous',
      'language',
      'factsKnownOn',
      'identity',
      'representative',
      'replyChannels',
    ] as const)
      if (command[field] != null) Object.assign(registration, { [field]: command[field] })
    if (registration.factsKnownOn && !isLocalDate(registration.factsKnownOn))
      return refuse('DATE_INVALID', 'factsKnownOn')
    if (receivedOn != null && receivedOn !== before.receivedOn) {
      const flaw = misdated(receivedOn, { ...complaint, registration: null }, stamp)
      if (flaw) return refuse(flaw, 'receivedOn')
      // Nothing is received after it was registered.
      if (complaint.registeredOn && receivedOn > complaint.registeredOn)
        return refuse('RECEIVED_AFTER_REGISTRATION', 'receivedOn')
      const { commitments, calendar, editions } = stamp.settings
      const counted = (days: number, from: LocalDate) => dueDate(from, days, calendar)
      // The days that suspensions and extensions added stay added, however often the day of receipt is corrected.
      const changed = clock.suspensions.length > 0 || clock.extensions.length > 0 || complaint.reopenings > 0
      const first = changed ? counted(commitments.replyDays, before.receivedOn) : clock.replyDueOn
      const added = Math.max(0, businessDaysBetween(first, clock.replyDueOn, calendar))
      Object.assign(registration, {
        receivedOn,
        edition: editionInForce(receivedOn, editions).id,
        acknowledgementDueOn: counted(commitments.acknowledgementDays, receivedOn),
        replyDueOn: addBusinessDays(counted(commitments.replyDays, receivedOn), added, calendar),
      })
    }
    const after = { ...before, ...registration }
    if (after.factsKnownOn && after.factsKnownOn > after.receivedOn) return refuse('DATE_IN_FUTURE', 'factsKnownOn')
    if (!after.anonymous && !after.identity) return refuse('IDENTITY_MISSING', 'identity')
    if (after.replyChannels.length > 0 && !after.identity) return refuse('CONTACT_MISSING', 'identity')
    // A transfer under way needs a way to reach the person, or it could neither go on nor come back.
    if (after.replyChannels.length === 0 && complaint.matters.some(({ stage }) => stage === 'IN_TRANSFER'))
      return refuse('TRANSFER_UNDER_WAY', 'replyChannels')
    if (after.representative && isBlank(after.representative.authority))
      return refuse('AUTHORITY_MISSING', 'representative.authority')

    if (matter) {
      const current = complaint.matters.find(({ id }) => id === matter.matter)
      if (!current) return refuse('MATTER_UNKNOWN', 'matter.matter')
      const missing = matterFlaw({ ...current, ...matter })
      if (missing) return refuse(missing.code, `matter.${missing.field}`)
      // Nobody writes themselves, or their unit, out of a complaint about them.
      const corrected = complaint.matters.map(each => (each.id === matter.matter ? { ...each, ...matter } : each))
      if (isSubject(complaint, stamp.actor) && !isSubject({ matters: corrected }, stamp.actor))
        return refuse('DECIDER_IS_SUBJECT', 'matter')
    }
    if (Object.keys(registration).length === 0 && !matter) return refuse('NOTHING_CORRECTED', 'corrects')
    return accept({ type: 'REGISTRATION_CORRECTED', corrects, reason, registration, matter: matter ?? null })
  },
}
