import {
  frenchDate,
  type LocalDate,
  latenessOf,
  latenessWords,
  type Milestone,
  type MilestoneKind,
  milestonesOf,
  type Words,
} from '@bienfonde/domain'
import type { Tone } from '@bienfonde/ui'
import type { Dossier } from './Dossier.ts'
import { acknowledgementDue, type ExplainedDate, replyDue } from './dueDates.ts'

/** A day that the dossier must not let pass: what it is for, how near it is, and why that day. */
export interface OwedDate extends ExplainedDate {
  readonly key: string
  readonly label: string
  readonly state: { readonly label: string; readonly tone: Tone }
}

const tones = { OVERDUE: 'danger', DUE_TODAY: 'warning', DUE_SOON: 'warning', LATER: 'neutral' } as const

/** How each day is called in front of its date. */
const labels: Readonly<Record<MilestoneKind, (sector: string) => string>> = {
  REPLY: () => 'Réponse due le',
  ACKNOWLEDGEMENT: () => 'Accusé de réception dû le',
  EXTENSION_NOTICE: () => 'Avis de report dû au plus tard le',
  CONSULTATION: sector => `Réponse du secteur ${sector} attendue le`,
  CONSENT_REPLY: sector => `Réponse sur la permission pour le secteur ${sector} attendue le`,
  CONSENT_END: sector => `Permission pour le secteur ${sector} valable jusqu’au`,
  RECOMMENDATION_ANSWER: sector => `Réponse du secteur ${sector} à la recommandation attendue le`,
  RECOMMENDATION_IMPLEMENTATION: sector => `Correctif du secteur ${sector} attendu le`,
  OMBUDSMAN_REQUEST: () => 'Réponse au Protecteur du citoyen attendue le',
  ONE_YEAR_LIMIT: () => 'Fin de l’année pour saisir le Protecteur du citoyen',
}

/** What the ministry itself owes comes first, what the person may still do comes last. */
const ranks: Partial<Record<MilestoneKind, number>> = {
  REPLY: 0,
  ACKNOWLEDGEMENT: 1,
  EXTENSION_NOTICE: 2,
  ONE_YEAR_LIMIT: 9,
}
const rankOf = ({ kind }: Milestone) => ranks[kind] ?? 5

/** Every day that a dossier still owes or awaits, the nearest first after what the ministry itself owes. */
export function owedDates(dossier: Dossier, today: LocalDate, words: Pick<Words, 'sector'>): OwedDate[] {
  const { complaint, settings } = dossier
  const stopped = complaint.clock?.suspendedFrom

  function explained({ kind, dueOn, why }: Milestone): ExplainedDate {
    const counted =
      kind === 'REPLY' ? replyDue(dossier, today) : kind === 'ACKNOWLEDGEMENT' ? acknowledgementDue(dossier) : undefined
    return counted ?? { date: dueOn, words: `le ${frenchDate(dueOn)}`, lines: why }
  }
  function stateOf({ kind, suspended }: Milestone, date: LocalDate): OwedDate['state'] {
    if (kind === 'ONE_YEAR_LIMIT') return { label: 'Encore possible', tone: 'neutral' }
    if (suspended && stopped) return { label: `Délai suspendu depuis le ${frenchDate(stopped)}`, tone: 'info' }
    const said = latenessWords(date, today, settings.calendar)
    return { label: `${said.charAt(0).toUpperCase()}${said.slice(1)}`, tone: tones[latenessOf(date, today, settings)] }
  }
  /** A right that is over is no longer a day to keep, and a notice is owed once the reply comes near. */
  const isShown = ({ kind, dueOn }: Milestone) =>
    kind === 'ONE_YEAR_LIMIT' || kind === 'CONSENT_END'
      ? dueOn >= today
      : kind !== 'EXTENSION_NOTICE' || latenessOf(dueOn, today, settings) !== 'LATER'

  return milestonesOf(complaint, settings)
    .filter(isShown)
    .toSorted((one, other) => rankOf(one) - rankOf(other) || one.dueOn.localeCompare(other.dueOn))
    .map(each => {
      const due = explained(each)
      const label = labels[each.kind](each.sector ? words.sector(each.sector) : '')
      return {
        ...due,
        key: [each.kind, each.reference, each.sector].filter(Boolean).join('-'),
        label: each.kind === 'REPLY' && each.suspended ? 'Réponse due (délai suspendu)' : label,
        state: stateOf(each, due.date),
      }
    })
}
