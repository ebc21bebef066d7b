import { permits, type StaffId, type steps } from '@bienfonde/domain'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { InputRefused } from '../schema/InputRefused.ts'

const findStaff = statement('staff_known', 'select id::text from staff where id::text = any ($1)')

/**
 * Refuses the people whom the ministry's register does not have, each list under its field; whoever has left stays in
 * the register. A role that may not take the step is the step's own to refuse.
 */
export async function knownStaff(
  { actor, database }: Context,
  { act }: Pick<(typeof steps)[keyof typeof steps], 'act'>,
  people: Record<string, readonly StaffId[] | null | undefined>,
): Promise<void> {
  const given = Object.values(people).flatMap(list => list ?? [])
  if (given.length === 0 || !permits(actor, act)) return
  const rows = await database.ask<{ id: string }>(findStaff, [given])
  const known = new Set(rows.map(({ id }) => id))
  const strangers = Object.entries(people).filter(([, list]) => list?.some(id => !known.has(id)))
  if (strangers.length === 0) return
  throw new InputRefused(
    strangers.map(([field]) => ({ field, message: 'Cette personne n’est pas au registre du personnel.' })),
  )
}
