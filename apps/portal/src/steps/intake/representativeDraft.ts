import type { Representative, RepresentativeCapacity } from '@bienfonde/domain'

/** Whoever complains for another person, while it is written: name and contact details go to the vault. */
export interface RepresentativeDraft {
  capacity: RepresentativeCapacity
  authority: string
  fullName: string
  telephone: string
  email: string
}

export const representativeDraft = (known?: Representative | null): RepresentativeDraft => ({
  capacity: known?.capacity ?? 'RELATIVE',
  authority: known?.authority ?? '',
  fullName: '',
  telephone: '',
  email: '',
})
