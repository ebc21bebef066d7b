import type { AdministrationAct } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'
import { lineHash } from './hash.ts'

/** Stands for a dossier in the hash of the lines of administration. */
export const administrationChain = 'ADMINISTRATION'

/** Who administers, and when: a person of the register, or the operator at the command line. */
export interface AdministrationStamp {
  by: { id: string; role: string }
  at: Date
}

/** What a change made different: what it is about, as it was and as it is. */
export interface AdministrationChange {
  type: AdministrationAct
  subject: string
  before: object | null
  after: object | null
}

interface Head {
  version: number
  hash: string
}

const holdHead = statement('administration_hold', 'select version, hash from administration_head for update')
const moveHead = statement('administration_move', 'update administration_head set version = $1, hash = $2')
const addLine = statement(
  'administration_add',
  `insert into administration_journal (seq, type, event, actor_id, actor_role, at, hash, previous_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

/** Changes of administration are made one after the other: whoever comes second judges what the first left. */
export async function holdAdministration(ask: Ask): Promise<Head> {
  const [head] = await ask<Head>(holdHead)
  if (!head) throw new Error('The journal of administration has no head')
  return head
}

/** Adds a line to the journal of administration, in the transaction of the change itself; gives its number. */
export async function recordChange(ask: Ask, { by, at }: AdministrationStamp, change: AdministrationChange) {
  const { version, hash: previousHash } = await holdAdministration(ask)
  const { type, ...event } = change
  const seq = version + 1
  const hash = lineHash({
    dossier: administrationChain,
    seq,
    at: at.toISOString(),
    actor: by.id,
    role: by.role,
    type,
    event,
    confirmation: null,
    previousHash,
  })
  await ask(addLine, [seq, type, JSON.stringify(event), by.id, by.role, at, hash, previousHash])
  await ask(moveHead, [seq, hash])
  return seq
}
