import {
  type BodyReference,
  declareInadmissible,
  recordConcertation,
  recordTransferAuthorization,
  referComplainant,
  requestTransferAuthorization,
  transferComplaint,
} from '@bienfonde/domain'
import type { Dossier } from '../Dossier.ts'
import { acknowledge, admit } from '../scenes/intake.ts'
import { informs } from '../scenes/result.ts'
import { procedure } from '../texts/procedure.ts'
import type { Story } from './Story.ts'

const beginning = { outside: true } as const

async function belongsElsewhere(dossier: Dossier): Promise<void> {
  await acknowledge(dossier)
  dossier.wait(0, 4)
  for (const { id, topic } of dossier.outside)
    await dossier.take(declareInadmissible, {
      matter: id,
      grounds: [{ ground: 'OUTSIDE_MINISTRY_RESPONSIBILITY', bodies: [...topic.bodies] }],
      reasons: topic.reasons,
    })
}

async function points(dossier: Dossier): Promise<void> {
  for (const { id, topic } of dossier.outside)
    await dossier.take(referComplainant, {
      matter: id,
      bodies: [...topic.bodies],
      channel: dossier.channel,
      explanation: procedure.referral,
    })
}

async function asksToTransfer(dossier: Dossier, answer: 'GRANTED' | 'REFUSED' | 'NO_ANSWER'): Promise<void> {
  const { channel } = dossier
  for (const { id, topic } of dossier.outside) {
    const [body = { code: 'COMMISSION_MUNICIPALE' } satisfies BodyReference] = topic.bodies
    const { explained } = procedure.transfer
    await dossier.take(requestTransferAuthorization, { matter: id, body, channel, explained })
    dossier.wait(1, 6)
    await dossier.take(recordTransferAuthorization, { matter: id, answer, channel, answeredOn: dossier.day })
  }
}

async function confers(dossier: Dossier, accepts: boolean): Promise<void> {
  dossier.wait(1, 5)
  const summary = accepts ? procedure.transfer.accepted : procedure.transfer.declined
  for (const { id } of dossier.outside)
    await dossier.take(recordConcertation, { matter: id, accepts, heldOn: dossier.day, summary })
}

/** The person is told where to go. */
export const referred: Story = {
  beginning,
  async tell(dossier) {
    await belongsElsewhere(dossier)
    await points(dossier)
    await informs(dossier)
  },
}

/** The complaint itself goes to the body, which accepts it. */
export const transferred: Story = {
  beginning,
  async tell(dossier) {
    await belongsElsewhere(dossier)
    await asksToTransfer(dossier, 'GRANTED')
    await confers(dossier, true)
    dossier.wait(0, 2)
    const { transmitted } = procedure.transfer
    for (const { id } of dossier.outside)
      await dossier.take(transferComplaint, { matter: id, transmitted, sentOn: dossier.day })
    await informs(dossier)
  },
}

/** The person would rather not have their complaint sent: they are told where to go. */
export const transferRefused: Story = {
  beginning,
  async tell(dossier) {
    await belongsElsewhere(dossier)
    await asksToTransfer(dossier, 'REFUSED')
    await points(dossier)
    await informs(dossier)
  },
}

/** The person does not answer the request to transfer: the complaint stays inadmissible. */
export const transferUnanswered: Story = {
  beginning,
  async tell(dossier) {
    await belongsElsewhere(dossier)
    await asksToTransfer(dossier, 'NO_ANSWER')
    await informs(dossier)
  },
}

/** The body declines: the matter comes back to admissibility. */
async function comesBack(dossier: Dossier): Promise<void> {
  await belongsElsewhere(dossier)
  await asksToTransfer(dossier, 'GRANTED')
  await confers(dossier, false)
}

/** The body declines; another is named and the person told. */
export const declinedThenReferred: Story = {
  beginning,
  async tell(dossier) {
    await comesBack(dossier)
    dossier.wait(1, 3)
    for (const { id, topic } of dossier.outside)
      await dossier.take(declareInadmissible, {
        matter: id,
        grounds: [{ ground: 'OUTSIDE_MINISTRY_RESPONSIBILITY', bodies: [...topic.bodies] }],
        reasons: topic.reasons,
      })
    await points(dossier)
    await informs(dossier)
  },
}

/** The body declines, and the ministry examines the matter itself. */
export const declinedThenAdmitted: Story = {
  beginning,
  async tell(dossier) {
    await comesBack(dossier)
    await admit(dossier)
  },
}
