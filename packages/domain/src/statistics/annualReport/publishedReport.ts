import type { ServiceCommitments } from '../../tables/serviceCommitments.ts'
import { hideSmallCells } from '../smallCells/hideSmallCells.ts'
import {
  type Balance,
  type CellKey,
  overlappingParts,
  type Publication,
  type PublishedBefore,
  publishedTogether,
} from '../smallCells/publication.ts'
import type { AnnualReport } from './annualReport.ts'
import { closedAs, movementKey, reportRules } from './reportLines.ts'
import type { YearFigures } from './yearFigures.ts'

/** The counts of one year as a publication: every line that is a count, and every equality between them. */
function yearPublication(year: number, figures: YearFigures, commitments: ServiceCommitments): Publication {
  const lines = reportRules([figures], commitments)
    .flatMap(table => table.lines)
    .filter(({ key, from }) => from[0] === key)
  const counts = new Map(lines.map(({ key, value }) => [key, value(figures) ?? 0]))
  counts.set(movementKey('DOSSIERS', 'unknown'), closedAs.unknown(figures.movement.DOSSIERS))
  counts.set(movementKey('MATTERS', 'unknown'), closedAs.unknown(figures.movement.MATTERS))
  const countOf = (key: string) => counts.get(key) ?? 0
  const nameOf = (key: string) => cellOf(year, key, countOf)
  const cells = new Map([...counts].map(([key, value]) => [nameOf(key), value]))

  const equal = (left: readonly string[], right: readonly string[]): Balance[] => {
    const sum = (keys: readonly string[]) => keys.reduce((all, key) => all + countOf(key), 0)
    return sum(left) === sum(right) ? [{ left: left.map(nameOf), right: right.map(nameOf) }] : []
  }
  const within = (whole: string, parts: readonly string[]) =>
    overlappingParts(nameOf(whole), countOf(whole), new Map(parts.map(key => [nameOf(key), countOf(key)])))
  const under = (prefix: string) => [...counts.keys()].filter(key => key.startsWith(`${prefix}.`) && key !== prefix)
  const ofUnit = (unit: 'DOSSIERS' | 'MATTERS') => {
    const of = (...names: string[]) => names.map(name => movementKey(unit, name))
    const results = of(
      'inadmissible',
      'withoutFurtherAction',
      'founded',
      'unfounded',
      'withdrawn',
      'resolvedInformally',
      'unknown',
    )
    return [
      ...equal(of('openAtStart', 'received', 'reopened'), [...results, ...of('openAtEnd')]),
      ...equal(of('inadmissible'), of('inadmissibleAlone', 'referred', 'transferred')),
      ...(unit === 'MATTERS' ? equal(of('closed'), results) : []),
    ]
  }
  const of = (...names: string[]) => names.map(name => movementKey('MATTERS', name))
  const balances = [
    ...ofUnit('DOSSIERS'),
    ...ofUnit('MATTERS'),
    ...equal(of('examined'), of('founded', 'unfounded')),
    ...equal(of('unfounded'), of('unfoundedWithLead', 'unfoundedWithoutLead')),
    ...equal(of('withoutFurtherAction'), of('consentRefused', 'anonymity')),
    ...equal(of('transferred'), under('transferredTo')),
    ...equal(['acknowledgement.sent'], ['acknowledgement.inTime', 'acknowledgement.late']),
    ...equal(['reply.sent'], ['reply.inTime', 'reply.late']),
    ...equal(of('received'), under('sector.received')),
    ...equal(of('founded'), under('sector.founded')),
    ...equal([movementKey('DOSSIERS', 'received')], under('channel.received')),
  ]
  // What a reader knows without its being said: a part cannot pass its whole, and parts may overlap.
  const bounds = [
    within(movementKey('MATTERS', 'founded'), under('criterion')),
    within(movementKey('MATTERS', 'inadmissible'), under('ground')),
    within(movementKey('MATTERS', 'referred'), under('referredTo')),
    ...under('DOSSIERS')
      .map(key => [key, key.replace('DOSSIERS', 'MATTERS')] as const)
      .filter(([dossiers, matters]) => nameOf(dossiers) !== nameOf(matters) && countOf(dossiers) < countOf(matters))
      .map(([dossiers, matters]) => within(matters, [dossiers])),
  ]
  return publishedTogether([{ cells, balances }, ...bounds])
}

/**
 * The name of a count in a publication. What was open at the start is what was open at the end of the year before; a
 * count that is the same in matters and in dossiers is one count, since a reader supposes that each has only one.
 */
function cellOf(year: number, key: string, countOf: (key: string) => number): CellKey {
  const [unit = '', name = ''] = key.split('.')
  if (name === 'openAtStart')
    return cellOf(year - 1, `${unit}.openAtEnd`, other => countOf(other.replace('AtEnd', 'AtStart')))
  const inDossiers = `DOSSIERS.${name}`
  return unit === 'MATTERS' && countOf(key) === countOf(inDossiers) && countOf(key) > 0
    ? `${year}|${inDossiers}`
    : `${year}|${key}`
}

/** A report without the figures that must be withheld, and as the next publications must know it. */
export interface PublishedReport {
  readonly report: AnnualReport
  readonly publication: PublishedBefore
  /** How many withheld figures earlier publications keep from being wholly protected. */
  readonly exposed: number
}

/** The report as it may be published: small counts withheld, with all that would let them be recovered. */
export function publishedReport(
  report: AnnualReport,
  { previous, current }: { previous: YearFigures; current: YearFigures },
  commitments: ServiceCommitments,
  threshold: number,
  earlier: readonly PublishedBefore[] = [],
): PublishedReport {
  const years = [
    { year: report.fiscalYear - 1, figures: previous },
    { year: report.fiscalYear, figures: current },
  ] as const
  const publication = publishedTogether(years.map(({ year, figures }) => yearPublication(year, figures, commitments)))
  const { hidden, exposed } = hideSmallCells(publication, threshold, earlier)
  const rules = new Map(
    reportRules([previous, current], commitments).flatMap(({ lines }) => lines.map(rule => [rule.key, rule] as const)),
  )
  const withheld = (key: string, { year, figures }: (typeof years)[number]) => {
    const countOf = (other: string) => rules.get(other)?.value(figures) ?? 0
    return (rules.get(key)?.from ?? []).some(from => hidden.has(cellOf(year, from, countOf)))
  }
  const tables = report.tables.map(table => ({
    ...table,
    lines: table.lines.map(line => {
      const [previousHidden, currentHidden] = [withheld(line.key, years[0]), withheld(line.key, years[1])]
      return {
        ...line,
        previousHidden,
        currentHidden,
        previous: previousHidden ? null : line.previous,
        current: currentHidden ? null : line.current,
        variation: previousHidden || currentHidden ? null : line.variation,
      }
    }),
  }))
  return { report: { ...report, tables }, publication: { ...publication, hidden }, exposed: exposed.length }
}
