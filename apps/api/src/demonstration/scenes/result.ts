import {
  type EnglishLetter,
  informComplainant,
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
  const english: EnglishLetter = { ground, attestation: true }
  const required = requiredSentences(await dossier.complaint(), dossier.stage.settings, 'EN')
  const [result = '', ...others] = required.map(({ sentence }) => sentence)
  const text = [greeting, introduction, result, explanation, ...others].join('\n\n')
  await dossier.take(informComplainant, { channel: dossier.channel, sentOn: dossier.day, text, english })
}

/** Nobody can be told: it is written down, and the dossier closes. */
export async function cannotInform(dossier: Dossier): Promise<void> {
  dossier.wait(0, 2)
  const { attempts, noChannel } = procedure.impossibility
  await dossier.take(recordImpossibilityToInform, { reason: dossier.channels.length > 0 ? attempts : noChannel })
}
