import {
  type EnglishLetter,
  informComplainant,
  owesReasons,
  proposedNotice,
  recordImpossibilityToInform,
  requiredSentences,
} from '@bienfonde/domain'
import type { Dossier } from '../Dossier.ts'
import { procedure } from '../texts/procedure.ts'

/** The person is told the result, and the dossier closes. */
export async function informs(dossier: Dossier, noRecommendationReason?: string): Promise<void> {
  dossier.wait(0, 2)
  const { channel, day } = dossier
  const text = proposedNotice(await dossier.complaint(), dossier.stage.settings)
  await dossier.take(informComplainant, {
    channel,
    sentOn: day,
    text,
    noRecommendationReason: noRecommendationReason ?? null,
  })
}

/** The same in English, to somebody who does not read French. */
export async function informsInEnglish(dossier: Dossier): Promise<void> {
  dossier.wait(0, 2)
  const { ground, greeting, introduction, explanation } = procedure.english
  const complaint = await dossier.complaint()
  const reasons = complaint.matters.filter(owesReasons).map(({ id }) => ({ matter: id, text: explanation }))
  const english: EnglishLetter = { ground, attestation: true, reasons }
  const required = requiredSentences(complaint, dossier.stage.settings, 'EN', reasons)
  const text = [greeting, introduction, ...required.map(({ sentence }) => sentence)].join('\n\n')
  await dossier.take(informComplainant, { channel: dossier.channel, sentOn: dossier.day, text, english })
}

/** Nobody can be told: it is written down, and the dossier closes. */
export async function cannotInform(dossier: Dossier): Promise<void> {
  dossier.wait(0, 2)
  const { attempts, noChannel } = procedure.impossibility
  await dossier.take(recordImpossibilityToInform, { reason: dossier.channels.length > 0 ? attempts : noChannel })
}
