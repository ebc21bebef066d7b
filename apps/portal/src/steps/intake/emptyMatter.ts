import type { MatterContent } from '@bienfonde/domain'

/** A matter of which nothing is written yet. */
export const emptyMatter = (): MatterContent => ({
  subject: '',
  sector: '',
  service: null,
  statement: '',
  concernedStaff: [],
  referralSubject: null,
})
