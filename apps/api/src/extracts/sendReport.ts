import { type AnnualReport, fiscalYears, frenchDate, isWholeWithin, localDateAt } from '@bienfonde/domain'
import type { FastifyInstance } from 'fastify'
import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import { askFor } from '../annualReport/reader.ts'
import { reportAt } from '../annualReport/reportAt.ts'
import type { Database } from '../database/Database.ts'
import { editionOf, publishedEarlier } from '../frozenEditions/frozenEditions.ts'
import type { FieldError } from '../http/fieldSentences.ts'
import { errorFormatter } from '../http/formatError.ts'
import { jsonByPost } from '../http/sameOrigin.ts'
import { BearerRefused } from '../personalTokens/bearer.ts'
import { InputRefused } from '../schema/InputRefused.ts'
import { readerDoor } from '../statistics/readerDoor.ts'
import { StatisticsContext } from '../statistics/StatisticsContext.ts'
import { editionNotes, hidingNote, reportSheet } from './reportSheet.ts'
import { type SheetForm, sheetForms } from './sheetFile.ts'

export interface ExtractsOptions {
  database: Database
  secure: boolean
  log: Logger
  now: () => Date
}

/** What is asked for: an edition by its name, or a year as it is known now. */
interface Wanted {
  edition: string | undefined
  fiscalYear: number | undefined
  audience: 'INTERNAL' | 'PUBLIC'
  form: SheetForm
}

const statuses: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400, NOT_FOUND: 404 }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `POST /files/annual-report`: the report of an edition or of the moment, exact or to be published, CSV or XLSX. */
export async function sendReport(server: FastifyInstance, options: ExtractsOptions): Promise<void> {
  const { database, log, now } = options
  const format = errorFormatter(log)
  const readerOf = readerDoor(options)
  server.addHook('onRequest', jsonByPost)

  server.post('/files/annual-report', async (request, reply) => {
    try {
      const reader = new StatisticsContext(await readerOf(request, reply), database, localDateAt(now()))
      askFor(reader)
      const wanted = read(request.body)
      const { name, report, notes } = await reportOf(reader, wanted)
      const { type, bytes } = await sheetForms[wanted.form](reportSheet(report, notes))
      return reply
        .header('content-type', type)
        .header('content-disposition', `attachment; filename="${name}.${wanted.form.toLowerCase()}"`)
        .header('cache-control', 'no-store')
        .send(bytes)
    } catch (error) {
      if (error instanceof BearerRefused) {
        const told = { message: error.message, extensions: { code: 'UNAUTHENTICATED' } }
        return reply.code(error.statusCode).send({ errors: [told] })
      }
      if (!(error instanceof GraphQLError)) throw error
      const { code } = error.extensions
      const told =
        code === 'NOT_FOUND' ? absent : format({ message: error.message, extensions: error.extensions }, error)
      return reply.code(statuses[String(code)] ?? 500).send({ errors: [told] })
    }
  })
}

const absent = { message: 'Cette édition n’existe pas.', extensions: { code: 'NOT_FOUND' } }

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
