import { frenchDate } from '../calendar/frenchDate.ts'
import type { Complaint, Matter } from '../complaint.ts'
import type { TranslatedReasons } from '../events.ts'
import { assessmentCriteria } from '../tables/assessmentCriteria.ts'
import { labelOf } from '../tables/entry.ts'
import { inadmissibilityGrounds } from '../tables/inadmissibilityGrounds.ts'
import type { Outcome } from '../tables/outcomes.ts'
import { type BodyReference, bodyLabel } from '../tables/referrals.ts'
import type { RefusalCode } from '../tables/refusals.ts'
import type { Settings } from '../tables/settings.ts'
import type { LetterLanguage } from './Letter.ts'

/** A sentence that the notice must contain, and the refusal met when it does not. */
export interface RequiredSentence {
  readonly refusal: RefusalCode
  readonly sentence: string
}

const results: Record<Outcome, { FR: string; EN: string }> = {
  FOUNDED: { FR: 'Votre plainte est fondée.', EN: 'Your complaint is founded.' },
  UNFOUNDED: { FR: 'Votre plainte est non fondée.', EN: 'Your complaint is unfounded.' },
  INADMISSIBLE: { FR: 'Votre plainte n’est pas recevable.', EN: 'Your complaint is not admissible.' },
  REFERRED: {
    FR: 'Votre plainte relève d’un autre organisme, vers lequel nous vous dirigeons.',
    EN: 'Your complaint falls to another body, to which we direct you.',
  },
  TRANSFERRED: {
    FR: 'Votre plainte a été transférée à l’organisme compétent, avec votre autorisation.',
    EN: 'Your complaint was transferred to the competent body, with your authorisation.',
  },
  CLOSED_WITHOUT_FURTHER_ACTION: {
    FR: 'Votre plainte est classée sans suite.',
    EN: 'Your complaint is closed without further action.',
  },
  WITHDRAWN: {
    FR: 'Nous prenons acte du retrait de votre plainte.',
    EN: 'We take note of the withdrawal of your complaint.',
  },
  RESOLVED_INFORMALLY: {
    FR: 'Votre plainte a été réglée par une entente.',
    EN: 'Your complaint was settled by agreement.',
  },
}

const refusedConsent = {
  FR: 'Votre refus de lever l’anonymat, que nous respectons, nous empêche de prendre connaissance des faits.',
  EN: 'Your refusal to let us disclose your identity, which we respect, keeps us from establishing the facts.',
}

/** The result of a matter, under its subject when the dossier has several. */
function resultOf({ subject, outcome }: Matter, several: boolean, language: LetterLanguage): string {
  if (!outcome) return ''
  const result = results[outcome][language]
  if (!several) return result
  return `${subject.trim()}${language === 'FR' ? ' : ' : ': '}${result.charAt(0).toLowerCase()}${result.slice(1)}`
}

/** True when the ministry decided the matter: what the person did themselves needs no reasons of ours. */
export const owesReasons = ({ outcome, reasons }: Matter): boolean =>
  outcome !== null && outcome !== 'WITHDRAWN' && outcome !== 'RESOLVED_INFORMALLY' && reasons.trim() !== ''

/** The bodies that the notice names: where a matter that is not the ministry's was sent, or is to be taken. */
function competentBodies({ outcome, grounds, referredTo, transfer }: Matter): BodyReference[] {
  if (outcome === 'TRANSFERRED') return transfer ? [transfer.body] : []
  if (outcome === 'REFERRED' && referredTo.length > 0) return referredTo
  return outcome === 'REFERRED' || outcome === 'INADMISSIBLE' ? grounds.flatMap(ground => ground.bodies ?? []) : []
}

/**
 * What every notice of this dossier must say: the result, reasons and bodies of each matter, the cause, the recourse.
 * In English, the reasons are those given in that language.
 */
export function requiredSentences(
  { matters }: Complaint,
  settings: Settings,
  language: LetterLanguage,
  translated: readonly TranslatedReasons[] = [],
): RequiredSentence[] {
  const sentences: RequiredSentence[] = []
  for (const matter of matters) {
    if (!matter.outcome) continue
    sentences.push({ refusal: 'OUTCOME_NOT_STATED', sentence: resultOf(matter, matters.length > 1, language) })
    const reasons = language === 'FR' ? matter.reasons : translated.find(each => each.matter === matter.id)?.text
    if (owesReasons(matter) && reasons?.trim())
      sentences.push({ refusal: 'NOTICE_REASONS_MISSING', sentence: reasons.trim() })
    for (const body of competentBodies(matter)) sentences.push({ refusal: 'BODY_NOT_NAMED', sentence: bodyLabel(body) })
    if (matter.withoutFurtherActionCause === 'CONSENT_REFUSED')
      sentences.push({ refusal: 'CAUSE_MISSING', sentence: refusedConsent[language] })
  }
  sentences.push({ refusal: 'RECOURSE_MISSING', sentence: settings.recourse[language] })
  return sentences
}

const folded = (text: string) => text.normalize('NFKC').replace(/[’']/g, '’').replace(/\s+/g, ' ').trim().toLowerCase()

/** Everything that the notice does not say yet, in the order of the letter; what several matters owe is said for each. */
export function unsaidSentences(
  complaint: Complaint,
  text: string,
  settings: Settings,
  language: LetterLanguage,
  translated: readonly TranslatedReasons[] = [],
): RequiredSentence[] {
  const said = folded(text)
  const owed = new Map<string, number>()
  return requiredSentences(complaint, settings, language, translated).filter(({ sentence }) => {
    const wanted = folded(sentence)
    const times = (owed.get(wanted) ?? 0) + 1
    owed.set(wanted, times)
    return said.split(wanted).length - 1 < times
  })
}

/** The first thing that the notice fails to say, if any. */
export const noticeRefusal = (...notice: Parameters<typeof unsaidSentences>): RefusalCode | undefined =>
  unsaidSentences(...notice)[0]?.refusal

function grounding(matter: Matter): string[] {
  const { outcome, assessment, grounds } = matter
  const bodies = competentBodies(matter).map(bodyLabel).join(' ; ')
  if (outcome === 'FOUNDED' && assessment) {
    const met = assessment.criteria.filter(answer => answer.met)
    return [
      `Nous avons retenu : ${met.map(({ criterion }) => labelOf(assessmentCriteria, criterion).toLowerCase()).join(' ; ')}.`,
    ]
  }
  if (outcome === 'UNFOUNDED' && assessment?.prejudice === 'NONE')
    return [
      'Le traitement de votre plainte n’a pas montré de préjudice pour vous ou pour un groupe dont vous faites partie.',
    ]
  if (outcome === 'TRANSFERRED' && bodies) return [`L’organisme qui s’en charge : ${bodies}.`]
  if (outcome === 'INADMISSIBLE' || outcome === 'REFERRED') {
    return [
      `Motif prévu par notre processus : ${grounds.map(({ ground }) => labelOf(inadmissibilityGrounds, ground).toLowerCase()).join(' ; ')}.`,
      ...(bodies ? [`À qui vous adresser : ${bodies}.`] : []),
    ]
  }
  return []
}

function paragraphs(complaint: Complaint, matter: Matter): string[] {
  const several = complaint.matters.length > 1
  const recommendations = complaint.recommendations.filter(recommendation => recommendation.matter === matter.id)
  return [
    [
      resultOf(matter, several, 'FR'),
      ...grounding(matter),
      ...(matter.withoutFurtherActionCause === 'CONSENT_REFUSED' ? [refusedConsent.FR] : []),
    ].join(' '),
    matter.reasons,
    ...(recommendations.length > 0
      ? [`Ce que nous avons recommandé :\n${recommendations.map(({ text }) => `– ${text}`).join('\n')}`]
      : []),
  ].filter(paragraph => paragraph.trim())
}

/** A first text of the notice, complete and in French, that the responsible officer rereads and adapts. */
export function proposedNotice(complaint: Complaint, settings: Settings): string {
  const { registration, matters } = complaint
  if (!registration) return ''
  const { unit, telephone, email } = settings.contacts
  return [
    'Bonjour,',
    `Vous nous avez fait part d’une plainte, reçue le ${frenchDate(registration.receivedOn)} et inscrite sous le numéro ${registration.fileNumber}. Voici le résultat de notre analyse.`,
    ...matters.flatMap(matter => paragraphs(complaint, matter)),
    settings.recourse.FR,
    `Pour toute question, écrivez-nous à ${email} ou appelez-nous au ${telephone}.`,
    unit,
  ].join('\n\n')
}
