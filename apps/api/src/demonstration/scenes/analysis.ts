import {
  addBusinessDays,
  cancelConsultation,
  consultSector,
  extendReplyDate,
  isWritten,
  openIdentity,
  recordDisclosureConsent,
  recordSectorReply,
  requestDisclosureConsent,
  resumeClock,
  suspendClock,
  withdrawDisclosureConsent,
} from '@bienfonde/domain'
import type { Dossier, PlayedMatter } from '../Dossier.ts'
import { procedure } from '../texts/procedure.ts'

/** The sector is asked for the facts of a matter; gives the consultation. */
async function asks(dossier: Dossier, { id, topic, statement }: PlayedMatter, sector = topic.sector): Promise<string> {
  await dossier.take(consultSector, {
    matter: id,
    sector,
    purpose: 'FACTS',
    statement,
    question: topic.question,
    dueOn: dossier.later(8),
  })
  return dossier.nextConsultation()
}

async function answers(dossier: Dossier, { topic }: PlayedMatter, consultation: string, confirms: boolean) {
  const reply = dossier.chance.pick(confirms ? topic.confirms : topic.denies)
  const as = dossier.answering(topic.sector)
  await dossier.take(recordSectorReply, { consultation, reply, repliedOn: dossier.day }, { as })
}

/** The sector is consulted on a matter and answers, in time or late; its answer confirms the facts or not. */
export async function consults(dossier: Dossier, matter: PlayedMatter, confirms: boolean): Promise<void> {
  const { chance } = dossier
  dossier.wait(0, 2)
  const astray = chance.happens(0.05)
  if (astray) {
    const sector = matter.topic.sector === 'HOUSING' ? 'MUNICIPAL_AFFAIRS' : 'HOUSING'
    const consultation = await asks(dossier, matter, sector)
    dossier.wait(0, 1)
    await dossier.take(cancelConsultation, { consultation, reason: procedure.cancelled })
  }
  const consultation = await asks(dossier, matter)
  if (chance.happens(0.1)) dossier.wait(9, 13)
  else dossier.wait(1, 7)
  await answers(dossier, matter, consultation, confirms)
  if (chance.happens(0.06)) await seeksAdvice(dossier, matter)
}

async function seeksAdvice(dossier: Dossier, { id, statement }: PlayedMatter): Promise<void> {
  const sector = 'MUNICIPAL_AFFAIRS'
  await dossier.take(consultSector, {
    matter: id,
    sector,
    purpose: 'ADVICE',
    statement,
    question: procedure.advice,
    dueOn: dossier.later(5),
  })
  const consultation = dossier.nextConsultation()
  dossier.wait(1, 4)
  const reply = dossier.chance.pick(procedure.advised)
  const as = dossier.answering(sector)
  await dossier.take(recordSectorReply, { consultation, reply, repliedOn: dossier.day }, { as })
}

/** The clock stops while the person looks for a document. */
export async function stopsTheClock(dossier: Dossier): Promise<void> {
  const { reason, resumed } = procedure.suspended
  await dossier.take(suspendClock, { cause: 'AWAITING_COMPLAINANT', reason, from: dossier.day })
  dossier.wait(4, 12)
  await dossier.take(resumeClock, { to: dossier.day, reason: resumed })
}

/** The reply date is put off, and the person told so in writing. */
export async function putsOff(dossier: Dossier): Promise<void> {
  const { clock } = await dossier.complaint()
  if (!clock) return
  const channel = dossier.channels.find(isWritten) ?? dossier.channel
  const later = [clock.replyDueOn, dossier.day].sort().at(-1) ?? dossier.day
  const to = addBusinessDays(later, dossier.chance.between(5, 15), dossier.stage.settings.calendar)
  await dossier.take(extendReplyDate, { to, channel, ...procedure.extended })
}

/** The person is asked whether their identity may be told to the sector; gives whether they answered yes. */
export async function asksConsent(dossier: Dossier, sector: string, granted: boolean): Promise<void> {
  const { channel } = dossier
  const { purpose, explained } = procedure.consent
  await dossier.take(requestDisclosureConsent, {
    sectors: [sector],
    purpose,
    categories: ['IDENTITY'],
    explained,
    consequencesExplained: true,
    channel,
  })
  dossier.wait(1, 5)
  const answeredOn = dossier.day
  await dossier.take(recordDisclosureConsent, { sector, granted, channel, answeredOn, validUntil: null })
}

/** The respondent of the sector opens the identity under the permission, to find the request. */
export async function opensIdentity(dossier: Dossier, sector: string): Promise<void> {
  const as = dossier.answering(sector)
  await dossier.take(openIdentity, { reason: procedure.consent.opening, scope: ['IDENTITY'] }, { as })
}

/** The person changes their mind. */
export async function takesBack(dossier: Dossier, sector: string): Promise<void> {
  const { channel } = dossier
  await dossier.take(withdrawDisclosureConsent, { sector, channel, withdrawnOn: dossier.day })
}
