/** How many identities one person may open; beyond, the responsible officer is the one to look. */
export interface OpeningCaps {
  readonly perHour: number
  readonly perDay: number
  /** Where these caps come from; « exemple » while they are nobody's. */
  readonly label: string
}

export const exampleOpeningCaps: OpeningCaps = { perHour: 20, perDay: 60, label: 'exemple' }

/** An identity opens to whoever gave their password within this many minutes. */
export const recentSignInMinutes = 15
