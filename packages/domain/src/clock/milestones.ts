import { addBusinessDays } from '../calendar/businessDays.ts'
import { frenchDate } from '../calendar/frenchDate.ts'
import { addYears, type LocalDate } from '../calendar/localDate.ts'
import { type Complaint, phaseOf } from '../complaint.ts'
import type { SectorCode } from '../confidentiality/permits.ts'
import { followUpsOf, isFollowed } from '../followUps.ts'
import { unlessInProgress } from '../progress.ts'
import { hasReplyChannel } from '../reachability.ts'
import type { MilestoneKind } from '../tables/delays.ts'
import type { Settings } from '../tables/settings.ts'

/** A day that an open dossier counts to: what for, who is awaited, and why that day. */
export interface Milestone {
  readonly kind: MilestoneKind
  /** The consultation, the recommendation or the escalation that it is about. */
  readonly reference: string | null
  readonly sector: SectorCode | null
  readonly dueOn: LocalDate
  /** A stopped clock owes nothing on that day. */
  readonly suspended: boolean
  /** Why that day, in short French sentences. */
  readonly why: readonly string[]
}

const milestone = (kind: MilestoneKind, dueOn: LocalDate, why: string[], more: Partial<Milestone> = {}): Milestone => ({
  kind,
  dueOn,
  why,
  reference: null,
  sector: null,
  suspended: false,
  ...more,
})

const inBusinessDays = (n: number) => (n === 1 ? '1 jour ouvrable' : `${n} jours ouvrables`)

function ofMinistry(complaint: Complaint): Milestone[] {
  const { clock, closedOn, acknowledgedOn } = complaint
  if (!clock || closedOn) return []
  const { acknowledgementDueOn, replyDueOn, suspendedFrom } = clock
  const owed = !acknowledgedOn && hasReplyChannel(complaint) && !unlessInProgress(complaint)
  const decided = phaseOf(complaint) === 'READY_FOR_NOTICE'
  return [
    ...(owed ? [milestone('ACKNOWLEDGEMENT', acknowledgementDueOn, [])] : []),
    milestone('REPLY', replyDueOn, [], { suspended: suspendedFrom !== null }),
    ...(decided || suspendedFrom || !hasReplyChannel(complaint)
      ? []
      : [
          milestone('EXTENSION_NOTICE', replyDueOn, [
            'Si la réponse ne peut être donnée à sa date, un avis écrit doit partir au plus tard ce jour-là, avec la nouvelle date.',
          ]),
        ]),
  ]
}

const ofConsultations = ({ consultations }: Complaint): Milestone[] =>
  consultations
    .filter(({ reply, cancelled }) => reply === null && !cancelled)
    .map(({ id, sector, dueOn, askedOn }) =>
      milestone(
        'CONSULTATION',
        dueOn,
        [
          `Date choisie en consultant le secteur, le ${frenchDate(askedOn)}.`,
          'L’attente d’un secteur ne suspend pas à elle seule le délai de réponse à la personne.',
        ],
        { reference: id, sector },
      ),
    )

const ofConsents = ({ consents }: Complaint, { delays, calendar }: Settings): Milestone[] =>
  consents
    .filter(({ answer }) => answer === null)
    .map(({ sector, askedOn }) =>
      milestone(
        'CONSENT_REPLY',
        addBusinessDays(askedOn, delays.consentReply, calendar),
        [
          `Permission demandée le ${frenchDate(askedOn)}.`,
          `Délai laissé à la personne : ${inBusinessDays(delays.consentReply)} (réglages du Ministère : « ${delays.label} »). Son silence n’est pas un refus.`,
        ],
        { sector },
      ),
    )

const ofPermissions = ({ consents }: Complaint): Milestone[] =>
  consents.flatMap(({ sector, answer, validUntil, withdrawnOn, endedOn, answeredOn }) =>
    answer === 'GRANTED' && validUntil && !withdrawnOn && !endedOn
      ? [
          milestone(
            'CONSENT_END',
            validUntil,
            [`Durée donnée par la personne${answeredOn ? `, dans sa réponse du ${frenchDate(answeredOn)}` : ''}.`],
            { sector },
          ),
        ]
      : [],
  )

/** What is asked of units once the notice is given: an answer first, then what they promised. */
const ofRecommendations = (complaint: Complaint, { delays, calendar }: Settings): Milestone[] =>
  followUpsOf(complaint)
    .filter(isFollowed)
    .flatMap(({ id, sector, dueOn, issuedOn, answer, implementedOn, closedOn }) => {
      if (closedOn || implementedOn || answer === 'REFUSED') return []
      const about = { reference: id, sector }
      const asked =
        issuedOn && !answer
          ? [
              milestone(
                'RECOMMENDATION_ANSWER',
                addBusinessDays(issuedOn, delays.recommendationAnswer, calendar),
                [
                  `Demande parvenue au secteur le ${frenchDate(issuedOn)}.`,
                  `Délai laissé au secteur : ${inBusinessDays(delays.recommendationAnswer)} (réglages du Ministère : « ${delays.label} »).`,
                ],
                about,
              ),
            ]
          : []
      const promised = dueOn
        ? [
            milestone(
              'RECOMMENDATION_IMPLEMENTATION',
              dueOn,
              [
                answer
                  ? 'Date donnée par le secteur, ou déjà inscrite quand il a répondu.'
                  : 'Date inscrite avec la recommandation.',
              ],
              about,
            ),
          ]
        : []
      return [...asked, ...promised]
    })

const ofOmbudsman = ({ escalations }: Complaint): Milestone[] =>
  escalations.flatMap(({ id, concludedOn, request }) =>
    !concludedOn && request?.dueOn
      ? [
          milestone(
            'OMBUDSMAN_REQUEST',
            request.dueOn,
            [`Date donnée dans sa demande reçue le ${frenchDate(request.receivedOn)}.`],
            { reference: id },
          ),
        ]
      : [],
  )

function ofOneYear({ registration }: Complaint): Milestone[] {
  const factsKnownOn = registration?.factsKnownOn
  if (!factsKnownOn) return []
  return [
    milestone('ONE_YEAR_LIMIT', addYears(factsKnownOn, 1), [
      `La personne connaît les faits depuis le ${frenchDate(factsKnownOn)}.`,
      'Passé un an, le Protecteur du citoyen écarte le motif, sauf circonstances exceptionnelles.',
    ]),
  ]
}

/** Every day that a dossier counts to, in the order of the process. How its own two dates are counted is told by `explainDueDate`. */
export const milestonesOf = (complaint: Complaint, settings: Settings): Milestone[] => [
  ...ofMinistry(complaint),
  ...ofConsultations(complaint),
  ...ofConsents(complaint, settings),
  ...ofPermissions(complaint),
  ...ofRecommendations(complaint, settings),
  ...ofOmbudsman(complaint),
  ...ofOneYear(complaint),
]
