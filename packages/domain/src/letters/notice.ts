import { frenchDate } from '../calendar/frenchDate.ts'
import type { Complaint, Matter } from '../complaint.ts'
import { assessmentCriteria } from '../tables/assessmentCriteria.ts'
import { labelOf } from '../tables/entry.ts'
import { inadmissibilityGrounds } from '../tables/inadmissibilityGrounds.ts'
import type { Outcome } from '../tables/outcomes.ts'
import { bodyLabel } from '../tables/referrals.ts'
import type { RefusalCode } from '../tables/refusals.ts'
import type { Settings } from '../tables/settings.ts'

/** A sentence that the notice must contain, and the refusal met when it does not. */
export interface RequiredSentence {
  readonly refusal: RefusalCode
  readonly sentence: string
}

export type LetterLanguage = 'FR' | 'EN'

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

/** What every notice of this dossier must say: the result and reasons of each matter, the cause, the recourse. */
export function requiredSentences(
  { matters }: Complaint,
  settings: Settings,
  language: LetterLanguage,
): RequiredSentence[] {
  const sentences: RequiredSentence[] = []
  for (const { outcome, reasons, withoutFurtherActionCause } of matters) {
    if (!outcome) continue
    sentences.push({ refusal: 'OUTCOME_NOT_STATED', sentence: results[outcome][language] })
    // A translated letter gives the reasons in its own words.
    if (language === 'FR' && reasons.trim()) sentences.push({ refusal: 'NOTICE_REASONS_MISSING', sentence: reasons })
    if (withoutFurtherActionCause === 'CONSENT_REFUSED')
      sentences.push({ refusal: 'CAUSE_MISSING', sentence: refusedConsent[language] })
  }
  sentences.push({ refusal: 'RECOURSE_MISSING', sentence: settings.recourse[language] })
  return sentences
}

const folded = (text: string) => text.normalize('NFKC').replace(/[’']/g, '’').replace(/\s+/g, ' ').trim().toLowerCase()

/** The first thing that the notice fails to say, if any. */
export function noticeRefusal(
  complaint: Complaint,
  text: string,
  settings: Settings,
  language: LetterLanguage,
): RefusalCode | undefined {
  const said = folded(text)
  return requiredSentences(complaint, settings, language).find(({ sentence }) => !said.includes(folded(sentence)))
    ?.refusal
}

function grounding({ outcome, assessment, grounds, transfer }: Matter): string[] {
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
  if (outcome === 'TRANSFERRED' && transfer) return [`L’organisme qui s’en charge : ${bodyLabel(transfer.body)}.`]
  if (outcome === 'INADMISSIBLE' || outcome === 'REFERRED') {
    const bodies = grounds.flatMap(ground => ground.bodies ?? [])
    return [
      `Motif prévu par notre processus : ${grounds.map(({ ground }) => labelOf(inadmissibilityGrounds, ground).toLowerCase()).join(' ; ')}.`,
      ...(bodies.length > 0 ? [`À qui vous adresser : ${bodies.map(bodyLabel).join(' ; ')}.`] : []),
    ]
  }
  return []
}

function paragraphs(complaint: Complaint, matter: Matter): string[] {
  const several = complaint.matters.length > 1
  const recommendations = complaint.recommendations.filter(recommendation => recommendation.matter === matter.id)
  return [
    ...(several ? [`${matter.subject}`] : []),
    [
      ...(matter.outcome ? [results[matter.outcome].FR] : []),
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
