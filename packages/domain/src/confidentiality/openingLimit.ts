import type { OpeningCaps } from '../tables/openingCaps.ts'
import type { RefusalCode } from '../tables/refusals.ts'

/** What only the server knows of whoever opens an identity. */
export interface Opener {
  readonly signedInRecently: boolean
  readonly openingsPastHour: number
  readonly openingsPastDay: number
}

/** Why this person may open no identity for now, whatever the dossier. */
export function openingLimit(opener: Opener, { perHour, perDay }: OpeningCaps): RefusalCode | undefined {
  if (!opener.signedInRecently) return 'SIGN_IN_NOT_RECENT'
  const { openingsPastHour, openingsPastDay } = opener
  return openingsPastHour >= perHour || openingsPastDay >= perDay ? 'OPENING_CAP_REACHED' : undefined
}
