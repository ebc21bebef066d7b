import { permits, type SectorCode, type steps } from '@bienfonde/domain'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { InputRefused } from '../schema/InputRefused.ts'

const findSectors = statement('sectors_known', 'select code from sector where active and code = any ($1)')

/**
 * Refuses the sectors that the ministry's register does not have, each under its field. A blank sector and a role that
 * may not take the step are the step's own to refuse.
 */
export async function knownSectors(
  { actor, database }: Context,
  { act }: Pick<(typeof steps)[keyof typeof steps], 'act'>,
  sectors: Record<string, SectorCode | null | undefined>,
): Promise<void> {
  const given = Object.entries(sectors).filter(([, code]) => code?.trim())
  if (given.length === 0 || !permits(actor, act)) return
  const rows = await database.ask<{ code: string }>(findSectors, [given.map(([, code]) => code)])
  const known = new Set<unknown>(rows.map(({ code }) => code))
  const strangers = given.filter(([, code]) => !known.has(code))
  if (strangers.length === 0) return
  throw new InputRefused(strangers.map(([field]) => ({ field, message: 'Ce secteur n’existe pas.' })))
}
