import { isUUID } from 'class-validator'
import { create as attachmentNamed } from 'content-disposition'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sessionCookie } from '../access/cookie.ts'
import { signedInBy } from '../access/session.ts'
import { refused } from '../attachments/refused.ts'
import { Context } from '../context.ts'
import type { Database } from '../database/Database.ts'
import { settingsNow } from '../queries/settings.ts'
import type { MasterKey } from '../vault/keys.ts'
import { recipientDisclosure } from '../vault/recipientDisclosure.ts'
import { letterSources, lettersOf } from './lettersOf.ts'
import { type PressedLetter, pressLetter } from './pressLetter.ts'
import { readableDossier } from './readableDossier.ts'
import { templateFlawSentence } from './templateFlawSentence.ts'

interface Door {
  database: Database
  master: MasterKey
  secure: boolean
  now: () => Date
}

/** Each form of a letter, and how it is sent. */
const forms: Record<string, { type: string; of: (made: PressedLetter) => Buffer | string }> = {
  pdf: { type: 'application/pdf', of: ({ pdf }) => pdf },
  html: { type: 'text/html; charset=utf-8', of: ({ html }) => html },
  txt: { type: 'text/plain; charset=utf-8', of: ({ text }) => text },
}

/**
 * `GET /files/letters/{dossier}/{line}.{pdf|html|txt}`: a letter as it left, under the number of the dossier alone.
 * `POST /files/letters/addressed`: the same in PDF with whom it is for, against an opening, once.
 */
export async function sendLetters(server: FastifyInstance, door: Door): Promise<void> {
  const visit = async (request: FastifyRequest, reply: FastifyReply) => {
    const cookie = sessionCookie(request, reply, door.secure)
    const signedIn = await signedInBy(door.database.ask, cookie.value)
    return signedIn && new Context({ ...door, signedIn, cookie, address: request.ip })
  }

  server.get('/files/letters/:dossier/:name', async (request, reply) => {
    const context = await visit(request, reply)
    if (!context) return refused(reply, 401, 'UNAUTHENTICATED', signInFirst)
    const { dossier, name } = request.params as { dossier: string; name: string }
    const [, line, form] = /^(\d{1,9})\.(pdf|html|txt)$/.exec(name) ?? []
    const made = form && (await madeAgain(context, dossier, Number(line)))
    if (!made) return refused(reply, 404, 'LETTER_UNKNOWN', unknown)
    if ('faulty' in made) return refused(reply, 409, 'TEMPLATE_FAULTY', made.faulty)
    const { type, of } = forms[form] as (typeof forms)[string]
    return protectedReply(reply, type, attachmentNamed(`${made.name}.${form}`, { type: 'inline' })).send(
      of(made.letter),
    )
  })

  server.post('/files/letters/addressed', { bodyLimit: 1_000 }, async (request, reply) => {
    const context = await visit(request, reply)
    if (!context) return refused(reply, 401, 'UNAUTHENTICATED', signInFirst)
    const { dossier, line, opening } = (request.body ?? {}) as Record<string, unknown>
    if (!isUUID(dossier) || !isUUID(opening) || !Number.isInteger(line))
      return refused(reply, 400, 'BAD_REQUEST', 'Le dossier, la lettre ou l’ouverture à présenter manque.')
    const asked = String(dossier).toLowerCase()
    const recipient = await recipientDisclosure(context, String(opening), asked)
    if (!recipient) return refused(reply, 404, 'OPENING_GIVES_NOTHING', nothing)
    const made = await madeAgain(context, asked, Number(line), recipient)
    if (!made) return refused(reply, 404, 'LETTER_UNKNOWN', unknown)
    if ('faulty' in made) return refused(reply, 409, 'TEMPLATE_FAULTY', made.faulty)
    return protectedReply(reply, 'application/pdf', attachmentNamed(`${made.name}.pdf`)).send(made.letter.pdf)
  })
}

/** A letter made again as it left, and the name of its file. */
async function madeAgain(context: Context, dossier: string, line: number, recipient?: readonly string[]) {
  const found = await readableDossier(context, dossier)
  const letters = found ? await lettersOf(context.database.ask, found.lines, await settingsNow(context)) : []
  const letter = letters.find(({ seq }) => seq === line)
  const sources = letter && (await letterSources(context.database.ask, letter))
  if (!sources) return undefined
  if (!sources.intact) return { faulty: altered }
  const pressed = await pressLetter(sources, { recipient })
  if ('flaws' in pressed) return { faulty: pressed.flaws.map(templateFlawSentence).join(' ') }
  return { letter: pressed, name: `lettre-${sources.letter.fileNumber}-${line}` }
}

// A letter runs nothing, is framed nowhere, and stays in no cache. The sandbox is for pages: browsers open no PDF in it.
const protectedReply = (reply: FastifyReply, type: string, disposition: string) =>
  reply
    .header('content-type', type)
    .header('content-disposition', disposition)
    .header(
      'content-security-policy',
      `${type.startsWith('text/') ? 'sandbox; ' : ''}default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'`,
    )
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')

const signInFirst = 'Ouvrez une session pour continuer.'
const altered =
  'Ce qui est gardé de cette lettre ne donne plus l’empreinte inscrite au journal. Faites vérifier le journal.'
const unknown = 'Cette lettre n’existe pas ou ne vous est pas accessible.'
const nothing =
  'Cette ouverture ne donne aucune adresse. Elle vaut une minute, une seule fois, pour qui l’a faite ; au besoin, ouvrez l’identité de nouveau.'
