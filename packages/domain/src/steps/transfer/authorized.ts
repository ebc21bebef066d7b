import type { Matter } from '../../complaint.ts'
import type { RefusalCode } from '../../tables/refusals.ts'

/** Bars what needs the person's recorded authorisation. */
export const unlessAuthorized = ({ stage, transfer }: Matter): RefusalCode | undefined => {
  if (stage !== 'IN_TRANSFER' || !transfer) return 'NO_TRANSFER_REQUESTED'
  return transfer.answer === 'GRANTED' ? undefined : 'AUTHORIZATION_MISSING'
}
