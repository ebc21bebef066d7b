import { permits } from '@bienfonde/domain'
import { isUUID } from 'class-validator'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { sessionCookie } from '../access/cookie.ts'
import { signedInBy } from '../access/session.ts'
import type { DocumentsDoor } from '../attachments/DocumentsDoor.ts'
import { giveDocument } from '../attachments/giveDocument.ts'
import { refused } from '../attachments/refused.ts'
import type { Checkpointing } from '../checkpoints/writeCheckpoint.ts'
import { statement } from '../database/statement.ts'
import { readableDossier } from '../letters/readableDossier.ts'
import { keepPackage } from './keepPackage.ts'
import { mayFetch } from './mayFetch.ts'

interface PackagesDoor extends DocumentsDoor {
  checkpointing: Checkpointing | undefined
  log: Logger
}

const recordFetch = statement(
  'package_fetch',
  'insert into ombudsman_package_fetch (package_id, actor_id) values ($1, $2)',
)

/**
 * `POST /files/package.zip`: the package that a line of a dossier's journal prepared. Who fetched it and when is written
 * before it is given. With the identity, it goes to the Protecteur du citoyen alone.
 */
export async function servePackages(
  server: FastifyInstance,
  { database, master, checkpointing, secure, log }: PackagesDoor,
): Promise<void> {
  server.post('/files/package.zip', { bodyLimit: 1_000 }, async (request, reply) => {
    const person = await signedInBy(database.ask, sessionCookie(request, reply, secure).value)
    if (!person) return refused(reply, 401, 'UNAUTHENTICATED', 'Ouvrez une session pour continuer.')
    const { dossier, line } = (request.body ?? {}) as { dossier?: unknown; line?: unknown }
    if (typeof dossier !== 'string' || !isUUID(dossier) || !isLine(line))
      return refused(reply, 400, 'BAD_REQUEST', 'Le dossier, ou la ligne qui prépara l’envoi, manque.')
    const { id, role, sector } = person
    const actor = { id, role, sector }
    const readable = permits(actor, 'READ_PACKAGES') || (await readableDossier({ actor, database }, dossier))
    if (!readable || !(await mayFetch(database.ask, actor, dossier, line)))
      return refused(reply, 404, 'PACKAGE_UNKNOWN', 'Cet envoi n’existe pas ou ne vous est pas accessible.')
    if (!checkpointing) return refused(reply, 409, 'NO_SIGNING_KEY', noKey)
    const kept = await keepPackage({ database, master, checkpointing, log }, dossier, line)
    if (!kept)
      return refused(reply, 410, 'PACKAGE_ERASED', 'Cet envoi a été effacé avec ce que le coffre gardait du dossier.')
    await database.ask(recordFetch, [kept.id, actor.id])
    const named = `envoi-${kept.fileNumber}-${line}.zip`
    return giveDocument(reply, { name: named, mediaType: 'application/zip', content: kept.content })
  })
}

const isLine = (line: unknown): line is number => Number.isInteger(line) && Number(line) > 0 && Number(line) < 2 ** 31
const noKey =
  'Aucune clé ne signe les envois. La personne qui exploite le logiciel en donne une par BIENFONDE_CHECKPOINT_KEY_FILE.'
