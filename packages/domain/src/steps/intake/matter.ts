import type { MatterContent } from '../../events.ts'
import { isBlank, type Written } from '../../step.ts'
import type { RefusalCode } from '../../tables/refusals.ts'

/** What a matter still lacks before it can be written, if anything. */
export function matterFlaw({
  subject,
  sector,
  statement,
}: MatterContent): { code: RefusalCode; field: string } | undefined {
  if (isBlank(subject)) return { code: 'SUBJECT_MISSING', field: 'subject' }
  if (isBlank(sector)) return { code: 'SECTOR_MISSING', field: 'sector' }
  if (isBlank(statement)) return { code: 'STATEMENT_MISSING', field: 'statement' }
  return undefined
}

export const matterTexts = ({ subject, service, statement }: Partial<MatterContent>, path = ''): Written[] => [
  { field: `${path}subject`, text: subject },
  { field: `${path}service`, text: service },
  { field: `${path}statement`, text: statement },
]
