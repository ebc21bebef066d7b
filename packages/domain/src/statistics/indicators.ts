import type { Entry } from '../tables/entry.ts'

/** What a figure means, in the words in which it is published. */
export interface Indicator extends Entry {
  /** Where the figure stands in the answers of the statistics endpoint. */
  readonly field: string
  readonly definition: string
  readonly population: string
  /** What is counted: dossiers or matters at will, or always the same thing. */
  readonly unit: 'DOSSIERS_OR_MATTERS' | 'RECOMMENDATIONS' | 'CONSENTS' | 'ESCALATIONS' | 'BUSINESS_DAYS' | 'SHARE'
  readonly exclusions: string
  /** Which day places it in a period, and by which calendar days are counted. */
  readonly calendar: string
}

const everyComplaint = 'Toutes les plaintes inscrites, anonymes comprises, quel que soit leur résultat.'
const none = 'Aucune.'
const civil = (day: string) => `Jour civil, heure du Québec : ${day}.`
const working = (day: string) =>
  `Jours ouvrables du calendrier du Ministère, jour de réception non compté, dernier jour compté ; placé au ${day}.`

const counted = (code: string, field: string, label: string, definition: string, day: string, exclusions = none) =>
  ({
    ...{ code, field, label, definition, exclusions },
    population: everyComplaint,
    unit: 'DOSSIERS_OR_MATTERS',
    calendar: civil(day),
  }) as const satisfies Indicator

const result = (code: string, field: string, label: string, definition: string) =>
  counted(
    code,
    field,
    label,
    `${definition} En dossiers, un dossier compte une fois, sous le résultat qui vient en premier : fondée, non fondée, classée sans suite, transférée, dirigée, irrecevable, résolue, désistement.`,
    'jour de fermeture du dossier',
  )

const delay = (code: string, field: string, label: string, definition: string, population: string, day: string) =>
  ({
    ...{ code, field, label, definition, population },
    unit: 'BUSINESS_DAYS',
    exclusions:
      'Ce qui n’a pas encore abouti n’a pas de délai ; ni ce dont un registre antérieur ne dit pas le jour de la fermeture.',
    calendar: working(day),
  }) as const satisfies Indicator

const share = (code: string, field: string, label: string, definition: string, population: string, day: string) =>
  ({
    ...{ code, field, label, definition, population },
    unit: 'SHARE',
    exclusions: 'Les dossiers repris d’un registre antérieur, dont l’engagement n’est pas connu.',
    calendar: civil(day),
  }) as const satisfies Indicator

const beside = (
  code: string,
  field: string,
  label: string,
  definition: string,
  unit: 'RECOMMENDATIONS' | 'CONSENTS' | 'ESCALATIONS',
  day: string,
) =>
  ({
    ...{ code, field, label, definition, unit },
    population: 'Tous les dossiers, ouverts et fermés.',
    exclusions: none,
    calendar: civil(day),
  }) as const satisfies Indicator

const replied = 'Ce pour quoi un avis a été envoyé pendant la période.'
const closed = 'Ce qui a fermé pendant la période, avec ou sans avis.'

/** Every figure, with its definition, in the order in which they are read. */
export const indicators = [
  counted(
    'RECEIVED',
    'received',
    'Reçus',
    'Plaintes reçues ; un motif ajouté plus tard entre à son propre jour.',
    'jour de réception',
  ),
  counted(
    'REOPENED',
    'reopened',
    'Rouverts',
    'Ce qui revient après un avis, par une réouverture.',
    'jour de la réouverture',
  ),
  counted(
    'ACKNOWLEDGED',
    'acknowledged',
    'Accusés de réception',
    'Ce dont la réception a été confirmée à la personne.',
    'jour d’envoi de l’accusé',
  ),
  counted('ADMISSIBLE', 'admissible', 'Recevables', 'Ce qui a été déclaré recevable.', 'jour de la décision'),
  counted(
    'CLOSED',
    'closed',
    'Fermés',
    'Ce dont le dossier a fermé ; un dossier fermé deux fois compte deux fois.',
    'jour de fermeture du dossier',
  ),
  result(
    'FOUNDED',
    'founded',
    'Fondées',
    'Fermés après qu’un critère a été retenu et qu’un préjudice peut être invoqué.',
  ),
  result('UNFOUNDED', 'unfounded', 'Non fondées', 'Fermés après une appréciation qui ne les fonde pas.'),
  result(
    'UNFOUNDED_WITH_LEAD',
    'unfoundedWithLead',
    'Non fondées, avec une piste d’amélioration',
    'Parmi les non fondées, celles dont une piste d’amélioration a été tirée.',
  ),
  result(
    'INADMISSIBLE',
    'inadmissible',
    'Irrecevables',
    'Fermés sans être examinés au fond : irrecevables, dirigées ailleurs ou transférées.',
  ),
  result(
    'REFERRED',
    'referred',
    'Dirigées',
    'Parmi les irrecevables, celles dont la personne a été dirigée vers un organisme.',
  ),
  result(
    'TRANSFERRED',
    'transferred',
    'Transférées',
    'Parmi les irrecevables, celles qu’un organisme a reçues avec l’autorisation de la personne.',
  ),
  result(
    'WITHOUT_FURTHER_ACTION',
    'withoutFurtherAction',
    'Classées sans suite',
    'Fermés parce que les faits ne peuvent être connus.',
  ),
  result(
    'CONSENT_REFUSED',
    'consentRefused',
    'Sans suite : refus de lever l’anonymat',
    'Parmi les classées sans suite, celles dont la personne a refusé la permission.',
  ),
  result(
    'ANONYMITY',
    'anonymity',
    'Sans suite : plainte anonyme',
    'Parmi les classées sans suite, celles dont la personne est inconnue.',
  ),
  result('WITHDRAWN', 'withdrawn', 'Désistements', 'Fermés par le désistement de la personne.'),
  result(
    'RESOLVED_INFORMALLY',
    'resolvedInformally',
    'Résolues de façon informelle',
    'Fermés par une entente avec le secteur.',
  ),
  counted(
    'OPEN',
    'open',
    'Ouverts',
    'Ce qui est entré et n’a pas fermé, à la fin de la période ou de chaque tranche.',
    'fin du dernier jour',
  ),
  counted(
    'OVERDUE',
    'overdue',
    'En retard',
    'Parmi les ouverts, ceux dont la date de réponse est passée.',
    'fin du dernier jour',
    'Ceux dont le délai est suspendu.',
  ),
  delay(
    'ACKNOWLEDGEMENT_DAYS',
    'acknowledgement',
    'Délai de l’accusé de réception',
    'De la réception à l’envoi de l’accusé.',
    'Ce dont l’accusé a été envoyé pendant la période.',
    'jour d’envoi de l’accusé',
  ),
  delay(
    'REPLY_DAYS',
    'reply',
    'Délai de réponse',
    'De la réception, ou de la réouverture, à l’envoi de l’avis.',
    replied,
    'jour d’envoi de l’avis',
  ),
  delay(
    'REPLY_NET_DAYS',
    'replyNet',
    'Délai de réponse, net des suspensions',
    'Le même délai, moins les jours où il était suspendu.',
    replied,
    'jour d’envoi de l’avis',
  ),
  delay(
    'CLOSING_DAYS',
    'closing',
    'Délai de fermeture',
    'De la réception, ou de la réouverture, à la fermeture.',
    closed,
    'jour de fermeture',
  ),
  delay(
    'CLOSING_NET_DAYS',
    'closingNet',
    'Délai de fermeture, net des suspensions',
    'Le même délai, moins les jours où il était suspendu.',
    closed,
    'jour de fermeture',
  ),
  share(
    'ACKNOWLEDGED_IN_TIME',
    'acknowledgedInTime',
    'Accusés dans l’engagement',
    'Accusés envoyés au plus tard à leur date ; leur part de tous les accusés.',
    'Ce dont l’accusé a été envoyé pendant la période.',
    'jour d’envoi de l’accusé',
  ),
  share(
    'REPLIED_IN_TIME',
    'repliedInTime',
    'Réponses dans l’engagement',
    'Avis envoyés au plus tard à la date de l’engagement, suspensions comptées, sans les prolongations ; leur part de tous les avis.',
    replied,
    'jour d’envoi de l’avis',
  ),
  share(
    'REPLIED_BY_DATE',
    'repliedByDate',
    'Réponses à la date annoncée',
    'Avis envoyés au plus tard à la dernière date annoncée à la personne, prolongations comprises ; leur part de tous les avis.',
    replied,
    'jour d’envoi de l’avis',
  ),
  beside(
    'RECOMMENDATIONS_FORMULATED',
    'recommendationsFormulated',
    'Recommandations formulées',
    'Recommandations de correctif adressées à un secteur.',
    'RECOMMENDATIONS',
    'jour où elles sont formulées',
  ),
  beside(
    'RECOMMENDATIONS_ACCEPTED',
    'recommendationsAccepted',
    'Recommandations acceptées',
    'Acceptées, en tout ou en partie.',
    'RECOMMENDATIONS',
    'jour de la réponse du secteur',
  ),
  beside(
    'RECOMMENDATIONS_REFUSED',
    'recommendationsRefused',
    'Recommandations refusées',
    'Refusées par le secteur.',
    'RECOMMENDATIONS',
    'jour de la réponse du secteur',
  ),
  beside(
    'RECOMMENDATIONS_CARRIED_OUT',
    'recommendationsCarriedOut',
    'Recommandations réalisées',
    'Dont la réalisation est constatée.',
    'RECOMMENDATIONS',
    'jour de la réalisation',
  ),
  beside(
    'RECOMMENDATIONS_OPEN',
    'recommendationsOpen',
    'Recommandations en cours',
    'Ni réalisées, ni closes, ni refusées à la fin de la période.',
    'RECOMMENDATIONS',
    'fin du dernier jour',
  ),
  beside(
    'RECOMMENDATIONS_OVERDUE',
    'recommendationsOverdue',
    'Recommandations en retard',
    'Parmi celles en cours, celles dont l’échéance est passée.',
    'RECOMMENDATIONS',
    'fin du dernier jour',
  ),
  beside(
    'CONSENTS_ASKED',
    'consentsAsked',
    'Permissions demandées',
    'Permissions de lever l’anonymat, une par secteur.',
    'CONSENTS',
    'jour de la demande',
  ),
  beside(
    'CONSENTS_GRANTED',
    'consentsGranted',
    'Permissions accordées',
    'Accordées par la personne, même si elle les retire ensuite.',
    'CONSENTS',
    'jour de la réponse',
  ),
  beside(
    'CONSENTS_REFUSED',
    'consentsRefused',
    'Permissions refusées',
    'Refusées par la personne.',
    'CONSENTS',
    'jour de la réponse',
  ),
  beside(
    'ESCALATIONS',
    'escalations',
    'Recours au Protecteur du citoyen',
    'Dossiers portés devant le Protecteur du citoyen, par qui que ce soit ; chaque recours compte.',
    'ESCALATIONS',
    'jour du recours',
  ),
] as const satisfies readonly Indicator[]
