import {
  addYears,
  frenchDate,
  hasReplyChannel,
  type LocalDate,
  latenessOf,
  latenessWords,
  liveGrant,
  unlessInProgress,
} from '@bienfonde/domain'
import type { Tone } from '@bienfonde/ui'
import type { Words } from './chronology/Telling.ts'
import type { Dossier } from './Dossier.ts'
import { acknowledgementDue, type ExplainedDate, replyDue } from './dueDates.ts'

/** A day that the dossier must not let pass: what it is for, how near it is, and why that day. */
export interface OwedDate extends ExplainedDate {
  readonly key: string
  readonly label: string
  readonly state: { readonly label: string; readonly tone: Tone }
}

const tones = { OVERDUE: 'danger', DUE_TODAY: 'warning', DUE_SOON: 'warning', LATER: 'neutral' } as const

/** Every day that a dossier still owes or awaits, the nearest first after what the ministry itself owes. */
export function owedDates(dossier: Dossier, today: LocalDate, words: Pick<Words, 'sector'>): OwedDate[] {
  const { complaint, settings } = dossier
  const { clock, registration, acknowledgedOn, closedOn, consultations, recommendations, escalations } = complaint
  const owed = (key: string, label: string, due: ExplainedDate | undefined): OwedDate[] => {
    if (!due) return []
    const said = latenessWords(due.date, today, settings.calendar)
    const state = {
      label: `${said.charAt(0).toUpperCase()}${said.slice(1)}`,
      tone: tones[latenessOf(due.date, today, settings)],
    }
    return [{ key, label, ...due, state }]
  }
  const dated = (date: LocalDate, ...lines: string[]): ExplainedDate => ({
    date,
    words: `le ${frenchDate(date)}`,
    lines,
  })
  const stopped = clock?.suspendedFrom

  const reply = owed(
    'reply',
    stopped ? 'Réponse due (délai suspendu)' : 'Réponse due le',
    replyDue(dossier, today),
  ).map(due =>
    stopped
      ? { ...due, state: { label: `Délai suspendu depuis le ${frenchDate(stopped)}`, tone: 'info' as const } }
      : due,
  )
  const others = [
    ...consultations
      .filter(({ cancelled, reply: answer }) => !cancelled && answer === null)
      .flatMap(({ id, sector, dueOn, askedOn }) =>
        owed(
          `consultation-${id}`,
          `Réponse du secteur ${words.sector(sector)} attendue le`,
          dated(
            dueOn,
            `Date choisie en consultant le secteur, le ${frenchDate(askedOn)}.`,
            'L’attente d’un secteur ne suspend pas à elle seule le délai de réponse à la personne.',
          ),
        ),
      ),
    ...recommendations
      .filter(
        ({ dueOn, implementedOn, closedOn: ended, answer }) =>
          dueOn && !implementedOn && !ended && answer !== 'REFUSED',
      )
      .flatMap(({ id, sector, dueOn, answer }) =>
        owed(
          `recommendation-${id}`,
          `Correctif du secteur ${words.sector(sector)} attendu le`,
          dueOn
            ? dated(
                dueOn,
                answer
                  ? 'Date donnée par le secteur, ou déjà inscrite quand il a répondu.'
                  : 'Date inscrite avec la recommandation.',
              )
            : undefined,
        ),
      ),
    ...escalations
      .filter(({ concludedOn }) => !concludedOn)
      .flatMap(({ id, request }) =>
        owed(
          `ombudsman-${id}`,
          'Réponse au Protecteur du citoyen attendue le',
          request?.dueOn
            ? dated(request.dueOn, `Date donnée dans sa demande reçue le ${frenchDate(request.receivedOn)}.`)
            : undefined,
        ),
      ),
    ...complaint.consents
      .filter(consent => consent.validUntil && liveGrant(complaint, consent.sector, today) === consent)
      .flatMap(({ sector, validUntil, answeredOn }, at) =>
        owed(
          `consent-${at}`,
          `Permission pour le secteur ${words.sector(sector)} valable jusqu’au`,
          validUntil
            ? dated(
                validUntil,
                `Durée donnée par la personne${answeredOn ? `, dans sa réponse du ${frenchDate(answeredOn)}` : ''}.`,
              )
            : undefined,
        ),
      ),
  ].sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))

  const limit = registration?.factsKnownOn && addYears(registration.factsKnownOn, 1)
  const recourse =
    registration?.factsKnownOn && limit && limit >= today
      ? owed(
          'recourse',
          'Fin de l’année pour saisir le Protecteur du citoyen',
          dated(
            limit,
            `La personne connaît les faits depuis le ${frenchDate(registration.factsKnownOn)}.`,
            'Passé un an, le Protecteur du citoyen écarte le motif, sauf circonstances exceptionnelles.',
          ),
        ).map(each => ({ ...each, state: { label: 'Encore possible', tone: 'neutral' as const } }))
      : []

  const awaitsAcknowledgement = !acknowledgedOn && hasReplyChannel(complaint) && !unlessInProgress(complaint)
  return [
    ...(closedOn ? [] : reply),
    ...(awaitsAcknowledgement ? owed('acknowledgement', 'Accusé de réception dû le', acknowledgementDue(dossier)) : []),
    ...others,
    ...recourse,
  ]
}
