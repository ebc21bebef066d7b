import { assessmentCriteria } from '../../tables/assessmentCriteria.ts'
import type { Entry } from '../../tables/entry.ts'
import { inadmissibilityGrounds } from '../../tables/inadmissibilityGrounds.ts'
import { bodies } from '../../tables/referrals.ts'
import type { ServiceCommitments } from '../../tables/serviceCommitments.ts'
import type { Unit } from '../counted.ts'
import { indicators } from '../indicators.ts'
import type { YearDelay, YearFigures, YearMovement, YearShare } from './yearFigures.ts'

/** In what a line of the annual report is counted. */
export const reportUnits = [
  { code: 'DOSSIERS', label: 'Dossiers' },
  { code: 'MATTERS', label: 'Motifs de plainte' },
  { code: 'RECOMMENDATIONS', label: 'Recommandations' },
  { code: 'PERCENT', label: '%' },
  { code: 'BUSINESS_DAYS', label: 'Jours ouvrables' },
] as const satisfies readonly Entry[]

export type ReportUnit = (typeof reportUnits)[number]['code']

/** The tables of the annual report, in their order. */
export const reportTables = [
  { code: 'MOVEMENT_DOSSIERS', label: 'Mouvement des dossiers' },
  { code: 'MOVEMENT_MATTERS', label: 'Mouvement des motifs de plainte' },
  { code: 'RESULT', label: 'Résultat' },
  { code: 'CRITERION', label: 'Critères des plaintes fondées' },
  { code: 'GROUND', label: 'Motifs d’irrecevabilité' },
  { code: 'TRANSFER', label: 'Renvois et transferts' },
  { code: 'DELAY', label: 'Délais et engagements' },
  { code: 'RECOMMENDATION', label: 'Recommandations' },
  { code: 'SECTOR', label: 'Par secteur' },
  { code: 'CHANNEL', label: 'Par mode de réception' },
] as const satisfies readonly Entry[]

export type ReportTableCode = (typeof reportTables)[number]['code']

/** A line of the report: what it is called, what it means, and how a year gives it. */
export interface ReportLineRule {
  readonly key: string
  readonly label: string
  readonly definition: string
  readonly unit: ReportUnit
  /** True when the line is part of the one above that is not. */
  readonly part: boolean
  /** The counts without which it says nothing; its own count when it is one. */
  readonly from: readonly string[]
  value(year: YearFigures): number | null
}

export interface ReportTableRule {
  readonly code: ReportTableCode
  readonly population: string
  readonly lines: readonly ReportLineRule[]
}

const definitionOf = (code: string): string => indicators.find(indicator => indicator.code === code)?.definition ?? ''

const count = (
  key: string,
  label: string,
  definition: string,
  unit: ReportUnit,
  value: (year: YearFigures) => number,
  part = false,
): ReportLineRule => ({ key, label, definition, unit, part, from: [key], value })

/** Rounded to one decimal, a half away from zero. */
export const toOneDecimal = (value: number): number => (Math.sign(value) * Math.round(Math.abs(value) * 10)) / 10

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : toOneDecimal((part / whole) * 100)
const rounded = (value: number | null): number | null => (value === null ? null : toOneDecimal(value))

const inadmissible = ({ inadmissibleAlone, referred, transferred }: YearMovement) =>
  inadmissibleAlone + referred + transferred
const examined = ({ founded, unfounded }: YearMovement) => founded + unfounded
const unknown = (year: YearMovement) =>
  year.closed -
  (examined(year) + inadmissible(year) + year.withoutFurtherAction + year.withdrawn + year.resolvedInformally)
/** What closed under each result that is said. */
export const closedAs = { inadmissible, examined, unknown }

/** The name of a count of the movement. */
export const movementKey = (unit: Unit, name: string) => `${unit}.${name}`

function movementLines(unit: Unit, years: readonly YearFigures[]): ReportLineRule[] {
  const line = (name: string, label: string, definition: string, value: (year: YearMovement) => number, part = false) =>
    count(movementKey(unit, name), label, definition, unit, ({ movement }) => value(movement[unit]), part)
  const unsaid = line(
    'unknown',
    'Résultat non consigné',
    'Fermés sans que le registre dise sous quel résultat.',
    unknown,
  )
  return [
    line('openAtStart', 'Ouverts au début', 'Ouverts au début du 1er avril.', year => year.openAtStart),
    line('received', '+ Reçus', definitionOf('RECEIVED'), year => year.received),
    line('reopened', '+ Rouverts', definitionOf('REOPENED'), year => year.reopened),
    line('inadmissible', '− Irrecevables', definitionOf('INADMISSIBLE'), inadmissible),
    line(
      'inadmissibleAlone',
      'dont irrecevables, sans renvoi',
      'Irrecevables dont la personne n’a pas été dirigée ni la plainte transférée.',
      year => year.inadmissibleAlone,
      true,
    ),
    line('referred', 'dont dirigées', definitionOf('REFERRED'), year => year.referred, true),
    line('transferred', 'dont transférées', definitionOf('TRANSFERRED'), year => year.transferred, true),
    line(
      'withoutFurtherAction',
      '− Classées sans suite',
      definitionOf('WITHOUT_FURTHER_ACTION'),
      year => year.withoutFurtherAction,
    ),
    line('founded', '− Fondées', definitionOf('FOUNDED'), year => year.founded),
    line('unfounded', '− Non fondées', definitionOf('UNFOUNDED'), year => year.unfounded),
    line('withdrawn', '− Désistements', definitionOf('WITHDRAWN'), year => year.withdrawn),
    line(
      'resolvedInformally',
      '− Résolues de façon informelle',
      definitionOf('RESOLVED_INFORMALLY'),
      year => year.resolvedInformally,
    ),
    ...(years.some(({ movement }) => unknown(movement[unit]) !== 0) ? [{ ...unsaid, label: `− ${unsaid.label}` }] : []),
    line('openAtEnd', '= Ouverts à la fin', definitionOf('OPEN'), year => year.openAtEnd),
  ]
}

const matters = (
  name: string,
  label: string,
  definition: string,
  value: (year: YearMovement) => number,
  part = false,
) => count(movementKey('MATTERS', name), label, definition, 'MATTERS', ({ movement }) => value(movement.MATTERS), part)

const resultLines: readonly ReportLineRule[] = [
  matters('closed', 'Motifs fermés', definitionOf('CLOSED'), year => year.closed),
  matters('examined', 'Examinés au fond', 'Fondés ou non fondés.', examined),
  matters('founded', 'dont fondés', definitionOf('FOUNDED'), year => year.founded, true),
  matters('unfounded', 'dont non fondés', definitionOf('UNFOUNDED'), year => year.unfounded, true),
  {
    key: 'foundedShare',
    label: 'Part des fondés',
    definition: 'Motifs fondés sur 100 motifs examinés au fond.',
    unit: 'PERCENT',
    part: false,
    from: [movementKey('MATTERS', 'founded'), movementKey('MATTERS', 'examined')],
    value: ({ movement }) => percent(movement.MATTERS.founded, examined(movement.MATTERS)),
  },
  matters(
    'unfoundedWithLead',
    'Non fondés, avec une piste d’amélioration',
    definitionOf('UNFOUNDED_WITH_LEAD'),
    year => year.unfoundedWithLead,
  ),
  matters(
    'unfoundedWithoutLead',
    'Non fondés, sans piste d’amélioration',
    'Parmi les non fondées, celles dont aucune piste d’amélioration n’a été tirée.',
    ({ unfounded, unfoundedWithLead }) => unfounded - unfoundedWithLead,
  ),
  matters(
    'consentRefused',
    'Sans suite : refus de lever l’anonymat',
    definitionOf('CONSENT_REFUSED'),
    year => year.consentRefused,
  ),
  matters('anonymity', 'Sans suite : plainte anonyme', definitionOf('ANONYMITY'), year => year.anonymity),
]

/** A line for each entry of a published table, and for some, its share of a whole. */
const byEntry = (
  table: readonly Entry[],
  prefix: string,
  definition: (label: string) => string,
  value: (year: YearFigures, code: string) => number,
) =>
  table.map(({ code, label }) =>
    count(`${prefix}.${code}`, label, definition(label), 'MATTERS', year => value(year, code)),
  )

const at = (counts: ReadonlyMap<string, number>, code: string) => counts.get(code) ?? 0

const criterionLines: readonly ReportLineRule[] = byEntry(
  assessmentCriteria,
  'criterion',
  label =>
    `Motifs fondés pour lesquels ce critère est retenu : ${label.toLowerCase()}. Un motif peut en retenir plusieurs.`,
  ({ criteria }, code) => at(criteria, code),
).flatMap(line => [
  line,
  {
    ...line,
    key: `${line.key}.share`,
    label: `${line.label} : part des fondés`,
    definition: 'Sur 100 motifs fondés. Un motif peut retenir plusieurs critères : les parts ne font pas 100.',
    unit: 'PERCENT' as const,
    part: true,
    from: [line.key, movementKey('MATTERS', 'founded')],
    value: (year: YearFigures) => percent(line.value(year) ?? 0, year.movement.MATTERS.founded),
  },
])

const groundLines = byEntry(
  inadmissibilityGrounds,
  'ground',
  label =>
    `Motifs de plainte irrecevables, dirigés ou transférés pour cette raison : ${label.toLowerCase()}. Plusieurs peuvent être citées.`,
  ({ grounds }, code) => at(grounds, code),
)

const transferLines = [
  ...byEntry(
    bodies,
    'transferredTo',
    label => `Motifs transférés à : ${label.toLowerCase()}.`,
    (year, code) => at(year.transferredTo, code),
  ).map(line => ({ ...line, label: `Transférés : ${line.label}` })),
  ...byEntry(
    bodies,
    'referredTo',
    label => `Motifs dont la personne a été dirigée vers : ${label.toLowerCase()}. Elle peut l’être vers plusieurs.`,
    (year, code) => at(year.referredTo, code),
  ).map(line => ({ ...line, label: `Dirigés : ${line.label}` })),
]

function delayLines({ acknowledgementDays, replyDays, label }: ServiceCommitments): ReportLineRule[] {
  const target = (days: number) => `Engagement : ${days} jours ouvrables (${label}).`
  const days = (
    key: string,
    name: string,
    definition: string,
    from: string,
    value: (year: YearFigures) => number | null,
  ) => ({
    ...{ key, label: name, definition, unit: 'BUSINESS_DAYS' as const, part: false, from: [from] },
    value: (year: YearFigures) => rounded(value(year)),
  })
  const group = (
    name: 'acknowledgement' | 'reply',
    what: string,
    commitment: string,
    of: (year: YearFigures) => YearDelay,
  ) => [
    count(`${name}.sent`, what, `Envoyés pendant l’exercice. ${commitment}`, 'DOSSIERS', year => of(year).sent),
    count(
      `${name}.inTime`,
      'dont dans l’engagement',
      `Envoyés au plus tard à leur date. ${commitment}`,
      'DOSSIERS',
      year => of(year).inTime,
      true,
    ),
    count(
      `${name}.late`,
      'dont en retard',
      `Envoyés après leur date. ${commitment}`,
      'DOSSIERS',
      year => of(year).sent - of(year).inTime,
      true,
    ),
    {
      key: `${name}.share`,
      label: `${what} : part dans l’engagement`,
      definition: `Sur 100 envoyés pendant l’exercice. ${commitment}`,
      unit: 'PERCENT' as const,
      part: false,
      from: [`${name}.inTime`, `${name}.sent`],
      value: (year: YearFigures) => percent(of(year).inTime, of(year).sent),
    },
    days(
      `${name}.mean`,
      `${what} : délai moyen`,
      'Moyenne, de la réception ou de la réouverture à l’envoi.',
      `${name}.sent`,
      year => of(year).mean,
    ),
    days(
      `${name}.median`,
      `${what} : délai médian`,
      'La moitié a attendu moins, l’autre plus.',
      `${name}.sent`,
      year => of(year).median,
    ),
    days(
      `${name}.p90`,
      `${what} : neuf fois sur dix`,
      'En autant de jours, neuf sur dix étaient envoyés.',
      `${name}.sent`,
      year => of(year).p90,
    ),
  ]
  return [
    ...group('acknowledgement', 'Accusés de réception', target(acknowledgementDays), year => year.acknowledgement),
    ...group('reply', 'Avis du résultat', target(replyDays), year => year.reply),
    days(
      'replyNet.mean',
      'Avis du résultat : délai moyen, net',
      'Le même délai, moins les jours où il était suspendu.',
      'reply.sent',
      year => year.replyNet.mean,
    ),
    days(
      'replyNet.median',
      'Avis du résultat : délai médian, net',
      'Le même délai, moins les jours où il était suspendu.',
      'reply.sent',
      year => year.replyNet.median,
    ),
  ]
}

const recommendations = (
  name: keyof YearFigures['recommendations'],
  label: string,
  indicator: string,
): ReportLineRule =>
  count(
    `recommendations.${name}`,
    label,
    definitionOf(indicator),
    'RECOMMENDATIONS',
    year => year.recommendations[name],
  )

const recommendationLines: readonly ReportLineRule[] = [
  recommendations('formulated', 'Formulées', 'RECOMMENDATIONS_FORMULATED'),
  recommendations('accepted', 'Acceptées', 'RECOMMENDATIONS_ACCEPTED'),
  recommendations('refused', 'Refusées', 'RECOMMENDATIONS_REFUSED'),
  recommendations('carriedOut', 'Réalisées', 'RECOMMENDATIONS_CARRIED_OUT'),
  recommendations('open', 'En cours à la fin', 'RECOMMENDATIONS_OPEN'),
  recommendations('overdue', 'En retard à la fin', 'RECOMMENDATIONS_OVERDUE'),
]

/** Every sector or channel that one year or the other knows, under its present name. */
function sharesOf(years: readonly YearFigures[], of: (year: YearFigures) => readonly YearShare[]) {
  const named = new Map(years.flatMap(year => of(year).map(({ code, label }) => [code, label] as const)))
  return [...named].sort(([, one], [, other]) => one.localeCompare(other, 'fr'))
}
const shareIn = (shares: readonly YearShare[], code: string | null) => shares.find(share => share.code === code)

/** The name of a sector's or a channel's count. */
export const shareKey = (prefix: string, code: string | null) => `${prefix}.${code ?? ''}`

const sectorLines = (years: readonly YearFigures[]): ReportLineRule[] =>
  sharesOf(years, ({ sectors }) => sectors).flatMap(([code, label]) => [
    count(
      shareKey('sector.received', code),
      `${label} : reçus`,
      `Motifs reçus qui visent ce secteur.`,
      'MATTERS',
      year => shareIn(year.sectors, code)?.received ?? 0,
    ),
    count(
      shareKey('sector.founded', code),
      `${label} : fondés`,
      `Motifs fermés, fondés, qui visent ce secteur.`,
      'MATTERS',
      year => shareIn(year.sectors, code)?.founded ?? 0,
      true,
    ),
  ])

const channelLines = (years: readonly YearFigures[]): ReportLineRule[] =>
  sharesOf(years, ({ channels }) => channels).map(([code, label]) =>
    count(
      shareKey('channel.received', code),
      label,
      `Dossiers reçus par ce mode.`,
      'DOSSIERS',
      year => shareIn(year.channels, code)?.received ?? 0,
    ),
  )

/** The tables of the report of two years, the earlier first, each with its population and its lines. */
export function reportRules(years: readonly YearFigures[], commitments: ServiceCommitments): ReportTableRule[] {
  const closing = 'Tous les motifs de plainte dont le dossier a fermé pendant l’exercice.'
  return [
    {
      code: 'MOVEMENT_DOSSIERS',
      population:
        'Toutes les plaintes inscrites ; un dossier sort sous un seul résultat, le premier de : fondée, non fondée, classée sans suite, transférée, dirigée, irrecevable, résolue, désistement.',
      lines: movementLines('DOSSIERS', years),
    },
    {
      code: 'MOVEMENT_MATTERS',
      population: 'Tous les motifs de toutes les plaintes inscrites.',
      lines: movementLines('MATTERS', years),
    },
    { code: 'RESULT', population: closing, lines: resultLines },
    { code: 'CRITERION', population: 'Les motifs fermés et fondés.', lines: criterionLines },
    { code: 'GROUND', population: 'Les motifs fermés irrecevables, dirigés ou transférés.', lines: groundLines },
    { code: 'TRANSFER', population: 'Les motifs fermés, dirigés ou transférés.', lines: transferLines },
    {
      code: 'DELAY',
      population:
        'Les accusés et les avis envoyés pendant l’exercice, en dossiers ; délais en jours ouvrables du calendrier du Ministère.',
      lines: delayLines(commitments),
    },
    {
      code: 'RECOMMENDATION',
      population: 'Toutes les recommandations, chacune au jour de ce qui est compté.',
      lines: recommendationLines,
    },
    {
      code: 'SECTOR',
      population:
        'Reçus : motifs reçus pendant l’exercice. Fondés : motifs fermés pendant l’exercice. Secteur tel qu’il était inscrit.',
      lines: sectorLines(years),
    },
    { code: 'CHANNEL', population: 'Les dossiers reçus pendant l’exercice.', lines: channelLines(years) },
  ]
}
