import type { LocalDate } from '../../calendar/localDate.ts'
import type { ComplainantInformed, EnglishLetter, MatterId, TranslatedReasons } from '../../events.ts'
import { noticeRefusal, owesReasons } from '../../letters/notice.ts'
import { lacksRecommendation, unlessReadyForNotice } from '../../progress.ts'
import { unlessGiven, unlessReplyChannel } from '../../reachability.ts'
import { accept, isBlank, misdated, type Optional, refuse, type Step } from '../../step.ts'
import type { ReplyChannel } from '../../tables/channels.ts'

export interface InformComplainant {
  channel: ReplyChannel
  sentOn: LocalDate
  /** The notice as the person receives it, without their name or address. */
  text: string
  /** Why a founded matter goes without a recommendation, when one does. */
  noRecommendationReason?: Optional<string>
  /** What allows a letter in English, and the reasons of each decision in that language. */
  english?: Optional<EnglishLetter>
}

const saysReasons = (translated: readonly TranslatedReasons[], matter: MatterId) =>
  translated.some(reasons => reasons.matter === matter && !isBlank(reasons.text))

/** The notice that closes the dossier: nobody's file closes without their being told. */
export const informComplainant: Step<InformComplainant, ComplainantInformed> = {
  title: 'Aviser la personne du résultat',
  room: 'result',
  act: 'DECIDE',
  barred: complaint => unlessReadyForNotice(complaint) ?? unlessReplyChannel(complaint),
  writes: ({ text, noRecommendationReason, english }) => [
    { field: 'text', text },
    { field: 'noRecommendationReason', text: noRecommendationReason },
    { field: 'english.ground', text: english?.ground },
    ...(english?.reasons ?? []).map(({ text: said }, at) => ({ field: `english.reasons.${at}`, text: said })),
  ],

  decide(complaint, { channel, sentOn, text, noRecommendationReason, english }, stamp) {
    const foreign = unlessGiven(channel, complaint)
    if (foreign) return refuse(foreign, 'channel')
    const flaw = misdated(sentOn, complaint, stamp)
    if (flaw) return refuse(flaw, 'sentOn')
    if (isBlank(text)) return refuse('TEXT_MISSING', 'text')
    if (english && (isBlank(english.ground) || !english.attestation)) return refuse('ENGLISH_GROUND_MISSING', 'english')
    const owing = english ? complaint.matters.filter(owesReasons) : []
    const translated = (english?.reasons ?? []).filter(({ matter }) => owing.some(({ id }) => id === matter))
    const silent = owing.findIndex(({ id }) => !saysReasons(translated, id))
    if (silent >= 0) return refuse('ENGLISH_REASONS_MISSING', `english.reasons.${silent}`)
    if (lacksRecommendation(complaint) && isBlank(noRecommendationReason))
      return refuse('RECOMMENDATION_MISSING', 'noRecommendationReason')
    const unsaid = noticeRefusal(complaint, text, stamp.settings, english ? 'EN' : 'FR', translated)
    if (unsaid) return refuse(unsaid, 'text')
    return accept({
      type: 'COMPLAINANT_INFORMED',
      channel,
      sentOn,
      text,
      noRecommendationReason: noRecommendationReason || null,
      english: english ? { ...english, reasons: translated } : null,
    })
  },
}
