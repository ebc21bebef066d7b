import { MinistryCalendarResolver } from './calendar.ts'
import { MinistryContactsResolver } from './contacts.ts'
import { AdministrationJournalResolver } from './journal.ts'
import { MinistryRulesResolver } from './rules.ts'
import { AdministeredSectorsResolver } from './sectors.ts'
import { StaffAccountsResolver } from './staffAccounts.ts'

/** Every door of administration. */
export const administrationResolvers = [
  AdministrationJournalResolver,
  StaffAccountsResolver,
  AdministeredSectorsResolver,
  MinistryRulesResolver,
  MinistryContactsResolver,
  MinistryCalendarResolver,
] as const
