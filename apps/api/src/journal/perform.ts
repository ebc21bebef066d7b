import { randomUUID } from 'node:crypto'
import {
  type Actor,
  type Event,
  identityRefusal,
  localDateAt,
  permits,
  type Recognises,
  type RefusalCode,
  replay,
  type Step,
  standing,
  take,
} from '@bienfonde/domain'
import { takeUpload } from '../attachments/upload.ts'
import { giveLetters } from '../clock/giveLetters.ts'
import { scheduleClock } from '../clock/queue.ts'
import { tellReminders } from '../clock/staffNotices.ts'
import type { Database } from '../database/Database.ts'
import { type Ask, statement } from '../database/statement.ts'
import { leave } from '../letters/leave.ts'
import { changeChannel, nameOf, toldAs } from '../live/Change.ts'
import { ministrySettings } from '../ministry/settings.ts'
import { readModels } from '../readModels/index.ts'
import type { DossierRef } from '../schema/DossierRef.ts'
import { StepRefused, StepTaken } from '../schema/StepOutcome.ts'
import { type Deposit, deposit } from '../vault/deposit.ts'
import { recordOpening } from '../vault/disclose.ts'
import { dispose } from '../vault/dispose.ts'
import { discardDraft } from '../vault/drafts.ts'
import { kindsCovered } from '../vault/identityKinds.ts'
import type { MasterKey } from '../vault/keys.ts'
import { openerOf } from '../vault/opener.ts'
import { recogniser } from '../vault/recognises.ts'
import { append, type Head, newHead } from './append.ts'
import { canonical } from './canonical.ts'
import { journalOf, recorded } from './recorded.ts'

/** What a step sends to the vault with its command; the command itself only names the references. */
export interface ForVault {
  deposits?: Deposit[]
  /** Documents received earlier that the step attaches. */
  uploads?: string[]
  /** What the person sent, when the command differs from it: it holds fresh references to the vault. */
  sent?: object
}

/** Where and by whom a step is performed. */
export interface Performer {
  database: Database
  master: MasterKey
  actor: Actor
  /** Whoever is behind the request; nobody in a demonstration, whose openings no cap counts. */
  signedIn?: { signedInRecently: boolean } | undefined
  /** The clock: the server's, except in a demonstration that plays a past. */
  now: () => Date
}

/** A command, or how to make it once the dossier's number is known. */
export type CommandFor<Command> = Command | ((fileNumber: string) => Command)

const commandFor = <Command extends object>(command: CommandFor<Command>, fileNumber: string): Command =>
  typeof command === 'function' ? command(fileNumber) : command

const tellsNoVersion: RefusalCode[] = ['DOSSIER_UNKNOWN', 'NOT_PERMITTED', 'ALREADY_REGISTERED']

type Answer = StepTaken | StepRefused

const lockHead = statement(
  'perform_lock',
  'select file_number, version, head_hash from dossier where id = $1 for update',
)
const findBefore = statement(
  'perform_before',
  `select (select jsonb_object_agg(key, value) from setting) as settings,
     (select jsonb_build_object('answer', answer, 'mark', encode(fingerprint, 'base64'))
      from idempotency where actor_id = $1 and key = $2) as answered`,
)
const keepAnswer = statement(
  'perform_answer',
  `insert into idempotency (actor_id, key, dossier_id, answer, fingerprint) values ($1, $2, $3, $4, $5)
   on conflict (actor_id, key) do nothing returning pg_notify('${changeChannel}', $6)`,
)
const forgetAnswers = statement('perform_forget', 'delete from idempotency where dossier_id = $1')

/** Performs a step: the only writer of the journal. Refused, it writes nothing at all. */
export async function perform<Command extends object, E extends Event>(
  performer: Performer,
  step: Step<Command, E>,
  dossier: DossierRef,
  command: CommandFor<Command>,
  forVault: ForVault = {},
): Promise<Answer> {
  const once = () =>
    performer.database.transaction(
      ask => performWithin(ask, performer, step, dossier, command, forVault),
      answer => answer instanceof StepTaken,
    )
  // Someone began the same dossier or used the same key at the same instant: a second look tells how this request stands.
  return (await once()) ?? (await once()) ?? StepRefused.of({ code: 'VERSION_STALE' })
}

/** Performs a step within a transaction that does more; what is refused is for the caller to undo. */
export async function performWithin<Command extends object, E extends Event>(
  ask: Ask,
  { database: _, master, actor, signedIn, now }: Performer,
  step: Step<Command, E>,
  { id, expectedVersion, idempotencyKey, confirmation = null, letterSeen }: DossierRef,
  command: CommandFor<Command>,
  { deposits = [], uploads = [], sent }: ForVault,
): Promise<Answer | undefined> {
  const asked = [id, step.title, sent ?? (typeof command === 'function' ? null : command), confirmation]
  const fingerprint = master.mark(canonical(asked), 'idempotency|fingerprint')
  const [locked] = await ask<{ file_number: string; version: number; head_hash: string }>(lockHead, [id])
  const [before] = await ask<Before>(findBefore, [actor.id, idempotencyKey])
  if (before?.answered) {
    const { answer, mark } = before.answered
    return mark === null || mark === fingerprint.toString('base64')
      ? StepTaken.of(answer)
      : StepRefused.of({ code: 'KEY_REUSED', field: 'idempotencyKey' })
  }
  const lines = locked ? await journalOf(ask, id) : []
  const complaint = replay(lines)
  if (complaint.version !== expectedVersion) {
    // Whoever may not know of the dossier must not learn from its version that it exists.
    const { refusal } = standing(step, complaint, actor)
    return StepRefused.of({ code: refusal && tellsNoVersion.includes(refusal) ? refusal : 'VERSION_STALE' })
  }

  const at = now()
  const on = localDateAt(at)
  // A refusal that depends on the identity would tell it, guess after guess, to someone who may not read it.
  const mayKnow = permits(actor, 'PREPARE') || !identityRefusal(complaint, actor, on, ['IDENTITY'])
  const head: Head = locked
    ? { dossier: id, fileNumber: locked.file_number, version: locked.version, hash: locked.head_hash }
    : await newHead(ask, id, at)
  const settings = ministrySettings(before?.settings ?? null)
  const decision = take(step, complaint, commandFor(command, head.fileNumber), {
    actor,
    at: at.toISOString(),
    on,
    settings,
    recognises: mayKnow ? await recognisesIn(ask, master, id, deposits) : undefined,
    opener:
      signedIn && step.act === 'OPEN_IDENTITY'
        ? await openerOf(ask, actor.id, signedIn.signedInRecently, at)
        : undefined,
    confirmation,
  })
  if (!decision.accepted) return StepRefused.of(decision.refusal)

  const reread = signedIn && { seen: letterSeen }
  const left = await leave(ask, complaint, decision.events, { on, settings, reread })
  if ('refusal' in left) return StepRefused.of({ code: left.refusal })
  const { events } = left
  const stamp = { actor: actor.id, role: actor.role, at, confirmation }
  const moved = await append(ask, head, events, stamp)
  if (!moved) return undefined
  const attached = await Promise.all(uploads.map(upload => takeUpload(ask, master, actor.id, upload)))
  if (attached.includes(undefined)) return StepRefused.of({ code: 'ATTACHMENT_MISSING', field: 'attachment' })
  await deposit(ask, master, id, [...deposits, ...attached.filter(each => each !== undefined)])
  const opening = await vaultActs(ask, id, actor, events)

  const written = events.map((event, index) =>
    recorded({ ...stamp, event, seq: head.version + index + 1, actor_id: actor.id, actor_role: actor.role }),
  )
  const journal = [...lines, ...written]
  const after = { id, fileNumber: moved.fileNumber, lines: journal, complaint: replay(journal) }
  for (const model of readModels) await model.write(ask, [after])
  await tellReminders(ask, after, written)
  await giveLetters(ask, after, written)
  await scheduleClock(ask, id, after.complaint, settings, on)
  const answer = StepTaken.of({
    id,
    fileNumber: moved.fileNumber,
    version: moved.version,
    lines: written.map(({ seq }) => seq),
    opening,
  })
  const told = toldAs({ dossier: id, version: moved.version, by: actor.id, step: nameOf(step) })
  const kept = await ask(keepAnswer, [actor.id, idempotencyKey, id, JSON.stringify(answer), fingerprint, told])
  return kept.length > 0 ? answer : undefined
}

interface Before {
  settings: Record<string, unknown> | null
  answered: { answer: StepTaken; mark: string | null } | null
}

/** Knows the words that identify the person, those that come with this very step included. */
async function recognisesIn(ask: Ask, master: MasterKey, dossier: string, deposits: Deposit[]): Promise<Recognises> {
  const known = await recogniser(ask, master, dossier)
  const coming = new Set(deposits.flatMap(({ tokens }) => tokens))
  return token => coming.has(token) || known(token)
}

/** What the vault does because of what happened; gives the opening, when an identity was opened. */
async function vaultActs(ask: Ask, dossier: string, actor: Actor, events: readonly Event[]): Promise<string | null> {
  let opening: string | null = null
  for (const event of events) {
    if (event.type === 'COMPLAINT_REGISTERED') await discardDraft(ask, actor.id, dossier)
    if (event.type === 'IDENTITY_ERASED') {
      await dispose(ask, dossier)
      await ask(forgetAnswers, [dossier])
    }
    if (event.type === 'IDENTITY_OPENED') {
      opening = randomUUID()
      await recordOpening(ask, {
        id: opening,
        dossier,
        actor: actor.id,
        scope: kindsCovered(event.scope),
        item: event.attachment ?? null,
      })
    }
  }
  return opening
}
