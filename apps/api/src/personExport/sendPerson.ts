import { isUUID } from 'class-validator'
import type { FastifyInstance } from 'fastify'
import { sessionCookie } from '../access/cookie.ts'
import { signedInBy } from '../access/session.ts'
import { refused } from '../attachments/refused.ts'
import type { Database } from '../database/Database.ts'
import { statement } from '../database/statement.ts'
import { journalOf } from '../journal/recorded.ts'
import type { MasterKey } from '../vault/keys.ts'
import { personDisclosure } from '../vault/personDisclosure.ts'
import { personFile } from './personFile.ts'

interface Door {
  database: Database
  master: MasterKey
  secure: boolean
  now: () => Date
}

const findNames = statement(
  'person_names',
  `select (select file_number from dossier where id = $1) as "fileNumber",
     (select coalesce(jsonb_object_agg(id::text, name), '{}') from staff
      where id::text in (select actor_id from journal where dossier_id = $1 and type = 'IDENTITY_OPENED')) as staff,
     (select coalesce(jsonb_object_agg(code, name), '{}') from sector) as sectors`,
)

/**
 * `POST /files/person.json`: all that is held of the person of a dossier, as data, once, within a minute of the committed
 * opening of everything, to the member of the Secretariat who opened. Whatever an opening lacks, the answer is the same.
 */
export async function sendPerson(server: FastifyInstance, { database, master, secure, now }: Door): Promise<void> {
  server.post('/files/person.json', { bodyLimit: 1_000 }, async (request, reply) => {
    const person = await signedInBy(database.ask, sessionCookie(request, reply, secure).value)
    if (!person) return refused(reply, 401, 'UNAUTHENTICATED', 'Ouvrez une session pour continuer.')
    const { opening } = (request.body ?? {}) as { opening?: unknown }
    if (!isUUID(opening)) return refused(reply, 400, 'BAD_REQUEST', 'L’ouverture à présenter manque.')
    const { id, role, sector } = person
    const held = await personDisclosure({ actor: { id, role, sector }, database, master, now }, opening as string)
    if (!held) return refused(reply, 404, 'OPENING_GIVES_NOTHING', nothing)
    const [names] = await database.ask<{
      fileNumber: string
      staff: Record<string, string>
      sectors: Record<string, string>
    }>(findNames, [held.dossier])
    const { fileNumber = '', staff = {}, sectors = {} } = names ?? {}
    const file = personFile(
      held,
      {
        fileNumber,
        lines: await journalOf(database.ask, held.dossier),
        staffName: known => staff[known] ?? null,
        sectorName: code => sectors[code] ?? code,
      },
      now(),
    )
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="dossier-${fileNumber}-personne.json"`)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .send(`${JSON.stringify(file, null, 2)}\n`)
  })
}

const nothing =
  'Cette ouverture ne donne pas ce fichier. Elle doit tout couvrir, et vaut une minute, une seule fois, pour qui l’a faite ; au besoin, ouvrez de nouveau.'
