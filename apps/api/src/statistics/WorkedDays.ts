import { type CalendarOverrides, dateOfDayNumber, isBusinessDay } from '@bienfonde/domain'

const first = 0
const last = 32_000

const known = new WeakMap<CalendarOverrides, WorkedDays>()

/** The business days of a calendar, counted once. */
export function workedDaysOf(calendar: CalendarOverrides): WorkedDays {
  const counted = known.get(calendar) ?? new WorkedDays(calendar)
  known.set(calendar, counted)
  return counted
}

/** Business days by day number, so that a delay is one subtraction. */
export class WorkedDays {
  /** How many business days from 1970 up to and including each day. */
  readonly #through: Int32Array

  constructor(calendar: CalendarOverrides) {
    const through = new Int32Array(last + 1)
    for (let day = first + 1; day <= last; day++) {
      through[day] = through[day - 1]! + (isBusinessDay(dateOfDayNumber(day), calendar) ? 1 : 0)
    }
    this.#through = through
  }

  /** Business days after the first day, up to and including the second; 0 when the second is not later. */
  between(from: number, to: number): number {
    return to <= from ? 0 : this.#through[Math.min(to, last)]! - this.#through[Math.min(from, last)]!
  }

  /** The same, less the days on which the clock stood still: pairs of the first day not counted and the day it ran again. */
  net(from: number, to: number, suspensions: readonly number[]): number {
    let net = this.between(from, to)
    let reached = from
    for (let at = 0; at + 1 < suspensions.length; at += 2) {
      const start = Math.max(suspensions[at]! - 1, reached)
      const end = Math.min(suspensions[at + 1]! - 1, to)
      if (end <= start) continue
      net -= this.between(start, end)
      reached = end
    }
    return net
  }
}
