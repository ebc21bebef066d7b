import { MinistryCalendarResolver } from './calendar.ts'
import { MinistryContactsResolver } from './contacts.ts'
import { MinistryDelaysResolver } from './delays.ts'
import { AdministrationJournalResolver } from './journal.ts'
import { LetterTemplatesResolver } from './letterTemplates.ts'
import { RetentionRulesResolver } from './retention.ts'
import { MinistryRulesResolver } from './rules.ts'
import { AdministeredSectorsResolver } from './sectors.ts'
import { StaffAccountsResolver } from './staffAccounts.ts'

/** Every door of administration. */
export const administrationResolvers = [
  AdministrationJournalResolver,
  StaffAccountsResolver,
  AdministeredSectorsResolver,
  MinistryRulesResolver,
  MinistryDelaysResolver,
  RetentionRulesResolver,
  MinistryContactsResolver,
  MinistryCalendarResolver,
  LetterTemplatesResolver,
] as const
