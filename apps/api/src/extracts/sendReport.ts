import { type AnnualReport, fiscalYears, frenchDate, isWholeWithin } from '@bienfonde/domain'
import { GraphQLError } from 'graphql'
import { reportAt } from '../annualReport/reportAt.ts'
import { editionOf, publishedEarlier } from '../frozenEditions/frozenEditions.ts'
import type { FieldError } from '../http/fieldSentences.ts'
import { InputRefused } from '../schema/InputRefused.ts'
import type { StatisticsContext } from '../statistics/StatisticsContext.ts'
import type { ExtractDoor } from './extractDoors.ts'
import { editionNotes, hidingNote, reportSheet } from './reportSheet.ts'
import type { SheetForm } from './sheetFile.ts'

/** What is asked for: an edition by its name, or a year as it is known now. */
interface Wanted {
  edition: string | undefined
  fiscalYear: number | undefined
  audience: 'INTERNAL' | 'PUBLIC'
  form: SheetForm
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `POST /files/annual-report`: the report of an edition or of the moment, exact or to be published, CSV or XLSX. */
export const sendReport = (door: ExtractDoor): void =>
  door('/files/annual-report', async (reader, body) => {
    const wanted = read(body)
    const { name, report, notes } = await reportOf(reader, wanted)
    return { sheet: reportSheet(report, notes), name, form: wanted.form }
  })

/** The report asked for, the name of its file, and what must be known of where it comes from. */
async function reportOf(reader: StatisticsContext, { edition, fiscalYear, audience }: Wanted) {
  const { ask } = reader.database
  const open = audience === 'PUBLIC'
  const suffix = open ? 'public' : 'interne'
  if (edition !== undefined) {
    const kept = await editionOf(ask, edition)
    if (!kept) throw new GraphQLError('no such edition', { extensions: { code: 'NOT_FOUND' } })
    const name = `rapport-annuel-${kept.report.label}-edition-${kept.number}-${suffix}`
    const notes = editionNotes(kept)
    const { threshold } = kept
    if (!open) return { name, report: kept.report, notes: [...notes, internal] }
    return { name, report: kept.published, notes: [...notes, hidingNote({ threshold, label: 'au jour de l’édition' })] }
  }
  const year = fiscalYear ?? 0
  const moment = await reader.moment()
  const counted = reportAt(moment, year, null)
  const known = `Chiffres connus le ${frenchDate(reader.today)} : ce n’est pas une édition arrêtée, et ils peuvent changer.`
  const name = `rapport-annuel-${counted.report.label}-${reader.today}-${suffix}`
  if (!open) return { name, report: counted.report, notes: [known, internal] }
  const report: AnnualReport = counted.published(await publishedEarlier(ask, year)).report
  return { name, report, notes: [known, hidingNote(moment.settings.smallCells)] }
}

const internal = 'Chiffres exacts, pour l’usage du Secrétariat : ne les publiez pas.'

/** What is wanted, or every field at fault. */
function read(body: unknown): Wanted {
  const { edition, fiscalYear, audience, form } = (body ?? {}) as Record<string, unknown>
  const fields: FieldError[] = []
  const refuse = (field: string, message: string) => void fields.push({ field, message })
  const named = typeof edition === 'string' && uuid.test(edition)
  const counted = typeof fiscalYear === 'number' && isWholeWithin(fiscalYear, fiscalYears)
  if (edition !== undefined && !named) refuse('edition', 'Cet identifiant n’est pas valide.')
  if (fiscalYear !== undefined && !counted) refuse('fiscalYear', 'Cet exercice n’est pas valide.')
  if (edition === undefined && fiscalYear === undefined) refuse('fiscalYear', 'Nommez l’exercice ou l’édition.')
  if (audience !== 'INTERNAL' && audience !== 'PUBLIC') refuse('audience', 'Il faut INTERNAL ou PUBLIC.')
  if (form !== 'CSV' && form !== 'XLSX') refuse('form', 'Il faut CSV ou XLSX.')
  if (fields.length > 0) throw new InputRefused(fields)
  return {
    edition: named ? edition : undefined,
    fiscalYear: counted ? fiscalYear : undefined,
    audience: audience === 'PUBLIC' ? 'PUBLIC' : 'INTERNAL',
    form: form === 'XLSX' ? 'XLSX' : 'CSV',
  }
}
