import { type AdministrationRefusal, type LocalDate, localDateAt } from '@bienfonde/domain'
import type { AdministrationDone, AdministrationRefused } from '../administration/AdministrationOutcome.ts'
import { administer } from '../administration/administer.ts'
import type { Context } from '../context.ts'
import { recordChange } from '../journal/administrationJournal.ts'
import { canonical } from '../journal/canonical.ts'
import { entryNow, nextNumber, type Register } from './Register.ts'

interface Entry {
  /** What is wrong with it on this day. */
  flaws: (today: LocalDate) => AdministrationRefusal[]
  /** What is kept of it. */
  kept: object
}

/** Adds an entry to a register, as whoever decides. */
export const recordEntry = (context: Context, register: Register, { flaws, kept }: Entry) =>
  administer(context, 'DECIDE', undefined, async (ask, stamp) => {
    const found = flaws(localDateAt(stamp.at))
    if (found.length > 0) return found
    const number = await nextNumber(ask, register)
    const change = { type: register.recorded, subject: `${register.subject}:${number}`, before: null }
    return { line: await recordChange(ask, stamp, { ...change, after: { number, ...kept } }) }
  })

/** Corrects an entry of a register: what it said before stays in the journal. */
export function correctEntry(
  context: Context,
  register: Register,
  { number, seen }: { number: number; seen: number },
  { flaws, kept }: Entry,
): Promise<AdministrationDone | AdministrationRefused> {
  const subject = `${register.subject}:${number}`
  return administer(context, 'DECIDE', { subject, line: seen }, async (ask, stamp) => {
    const before = await entryNow(ask, register, number)
    if (!before) return [{ code: 'ENTRY_UNKNOWN' }]
    const found = flaws(localDateAt(stamp.at))
    if (found.length > 0) return found
    const after = { number, ...kept }
    if (canonical(before) === canonical(after)) return [{ code: 'NOTHING_CHANGED' }]
    return { line: await recordChange(ask, stamp, { type: register.corrected, subject, before, after }) }
  })
}
