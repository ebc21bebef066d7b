/** How long a session may last: minutes without a request, and hours in all. */
export const sessionBounds = { idleMinutes: [5, 240], absoluteHours: [1, 24] } as const

/** What is in force while the ministry has fixed nothing. */
export const defaultSessions = { sessionIdleMinutes: 30, sessionAbsoluteHours: 12 } as const

/** How many days of its own a ministry's calendar may hold, all years together. */
export const mostDays = 400

/** True for a whole number between two bounds, both included. */
export const isWholeWithin = (value: number, [least, most]: readonly [number, number]): boolean =>
  Number.isInteger(value) && value >= least && value <= most

const nameLength = 200

/** What is wrong with a name of one line: too long, or written on several. */
export const nameFlaw = (text: string) => {
  if (text.length > nameLength) return 'TEXT_TOO_LONG' as const
  return /[\p{Cc}\u2028\u2029]/u.test(text) ? ('TEXT_ON_ONE_LINE' as const) : undefined
}

/** A name as it is kept: without spaces around, and one space between words. */
export const tidied = (text: string): string => text.trim().replace(/ {2,}/g, ' ')
