import { caseload } from './caseload.ts'
import { words } from './caseloadWords.ts'
import { consultations } from './consultations.ts'
import { dispatches } from './dispatches.ts'
import type { ReadModel } from './ReadModel.ts'
import { recommendations } from './recommendations.ts'
import { statisticsFacts } from './statisticsFacts.ts'
import { themeLinks } from './themeLinks.ts'
import { todayItems } from './todayItems.ts'

/** Every read model, kept in the transaction that writes the journal. */
export const readModels: ReadModel[] = [
  caseload,
  words,
  consultations,
  dispatches,
  recommendations,
  statisticsFacts,
  themeLinks,
  todayItems,
]
