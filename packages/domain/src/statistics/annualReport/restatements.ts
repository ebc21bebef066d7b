import type { AnnualReport, ReportLine } from './annualReport.ts'

/** A figure that is not today what an edition says. */
export interface Restatement {
  readonly table: string
  readonly key: string
  readonly label: string
  readonly which: 'PREVIOUS' | 'CURRENT'
  readonly frozen: number | null
  readonly now: number | null
}

/** What differs between a report as it was frozen and the same report counted again, line by line. */
export function restatements(frozen: AnnualReport, now: AnnualReport): Restatement[] {
  const linesOf = (report: AnnualReport) =>
    new Map(
      report.tables.flatMap(({ code, lines }) => lines.map(line => [`${code} ${line.key}`, { code, line }] as const)),
    )
  const [before, after] = [linesOf(frozen), linesOf(now)]
  const differing = (of: 'previous' | 'current') =>
    [...new Set([...before.keys(), ...after.keys()])].flatMap((name): Restatement[] => {
      const known = before.get(name) ?? after.get(name)
      if (!known) return []
      const was = saidBy(before.get(name)?.line, of)
      const is = saidBy(after.get(name)?.line, of)
      if (was === is) return []
      const { key, label } = known.line
      return [
        { table: known.code, key, label, which: of === 'previous' ? 'PREVIOUS' : 'CURRENT', frozen: was, now: is },
      ]
    })
  return [...differing('current'), ...differing('previous')]
}

/** A sector that one of the two did not know counts for nothing there. */
const saidBy = (line: ReportLine | undefined, of: 'previous' | 'current'): number | null => (line ? line[of] : 0)
