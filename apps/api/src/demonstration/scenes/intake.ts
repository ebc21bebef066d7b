import {
  acknowledgeReceipt,
  addNote,
  assignOfficer,
  declareAdmissible,
  linkRelatedComplaint,
  type Relation,
  recordComplainantMessage,
  recordContactAttempt,
} from '@bienfonde/domain'
import type { Dossier } from '../Dossier.ts'
import { procedure } from '../texts/procedure.ts'

/** The receipt is acknowledged, within the delay or a little after. */
export async function acknowledge(dossier: Dossier): Promise<void> {
  if (dossier.channels.length === 0) return
  const { chance, channel } = dossier
  if (chance.happens(0.08)) dossier.wait(5, 8)
  else dossier.wait(0, 3)
  await dossier.take(acknowledgeReceipt, { channel, sentOn: dossier.day, text: chance.pick(procedure.acknowledgement) })
}

/** The small things that fill the life of some dossiers. */
async function asItGoes(dossier: Dossier): Promise<void> {
  const { chance, plan, stage } = dossier
  const related = plan.related ? stage.fileNumbers.get(plan.related) : undefined
  if (related) {
    const relation = chance.pick(Object.keys(procedure.related) as Relation[])
    await dossier.take(linkRelatedComplaint, {
      relatedFileNumber: related.fileNumber,
      related: related.id,
      relation,
      reason: procedure.related[relation],
    })
  }
  if (chance.happens(0.15)) await dossier.take(addNote, { text: chance.pick(procedure.notes) })
  if (dossier.channels.length > 0 && chance.happens(0.12)) await callsBack(dossier, true)
  if (chance.happens(0.08)) {
    const { words, summary } = chance.pick(procedure.messages)
    const message = dossier.sealed('MESSAGE', words)
    const command = { channel: 'EMAIL', receivedOn: dossier.day, words: message.ref, summary } as const
    await dossier.take(recordComplainantMessage, command, { deposits: [message] })
  }
  if (chance.happens(0.06)) {
    const others = stage.cast.officers.filter(({ id }) => id !== dossier.officer.id)
    const successor = chance.pick(others)
    await dossier.take(assignOfficer, { officer: successor.id })
    dossier.officer = successor
  }
}

/** An attempt to reach the person. */
async function callsBack(dossier: Dossier, reached: boolean): Promise<void> {
  const note = dossier.chance.pick(reached ? procedure.reached : procedure.unreached)
  await dossier.take(recordContactAttempt, { channel: dossier.channel, attemptedOn: dossier.day, reached, note })
}

/** Three fruitless attempts, on three days. */
export async function cannotBeReached(dossier: Dossier): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    dossier.wait(1, 3)
    await callsBack(dossier, false)
  }
}

/** Every matter is declared admissible. */
export async function admit(dossier: Dossier): Promise<void> {
  dossier.wait(0, 2)
  const reasons =
    dossier.channels.length > 0 ? dossier.chance.pick(procedure.admitted) : procedure.admittedWithoutChannel
  for (const { id } of [...dossier.matters, ...dossier.outside])
    await dossier.take(declareAdmissible, { matter: id, reasons })
}

/** From receipt to analysis, as for most complaints. */
export async function begins(dossier: Dossier): Promise<void> {
  await acknowledge(dossier)
  await asItGoes(dossier)
  await admit(dossier)
}
