import { letterFlaws } from '../letters/letterFlaws.ts'
import { type AdministrationRefusal, flawOf } from './administrationRefusals.ts'

/** How long the source of a template may be, in characters. */
export const longestTemplate = 60_000

const lineOf = (source: string, at: number): number => source.slice(0, at).split('\n').length
const wording = { FORBIDDEN_WORD: 'TEMPLATE_FORBIDDEN_WORD', ACCUSES_PERSON: 'TEMPLATE_ACCUSES_PERSON' } as const
const elsewhere = /#?\b(?:import|include)\s*"(?!layout\.typ")[^"]*"/

/** The template as it is kept: its lines end alike, and the last one ends. */
export const tidyTemplate = (source: string): string => `${source.replaceAll('\r\n', '\n').trimEnd()}\n`

/** What is wrong with the source of a template before it is even compiled, with its line. */
export function templateFlaws(source: string): AdministrationRefusal[] {
  if (!source.trim()) return flawOf('source', 'TEMPLATE_MISSING')
  if (source.length > longestTemplate) return flawOf('source', 'TEXT_TOO_LONG')
  const said = letterFlaws(source).map(({ code, passage, start }) => ({
    code: wording[code],
    field: 'source',
    detail: `Ligne ${lineOf(source, start)} : « ${passage} ».`,
  }))
  const foreign = elsewhere.exec(source)
  if (!foreign) return said
  return [...said, { code: 'TEMPLATE_IMPORTS', field: 'source', detail: `Ligne ${lineOf(source, foreign.index)}.` }]
}
