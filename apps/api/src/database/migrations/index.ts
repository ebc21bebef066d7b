import { Access1795392000003 } from './Access.ts'
import { Administration1795392000040 } from './Administration.ts'
import { AnswerFingerprints1795392000006 } from './AnswerFingerprints.ts'
import { Attachments1795392000004 } from './Attachments.ts'
import { CaseloadIndexes1795392000017 } from './CaseloadIndexes.ts'
import { CaseloadViews1795392000016 } from './CaseloadViews.ts'
import { Checkpoints1795392000070 } from './Checkpoints.ts'
import { Dispatches1795392000121 } from './Dispatches.ts'
import { Drafts1795392000052 } from './Drafts.ts'
import { FollowUps1795392000123 } from './FollowUps.ts'
import { FrozenEditions1795392000091 } from './FrozenEditions.ts'
import { HistoricalFacts1795392000101 } from './HistoricalFacts.ts'
import { HistoricalRegisters1795392000100 } from './HistoricalRegisters.ts'
import { IncomingMessages1795392000122 } from './IncomingMessages.ts'
import { Journal1795392000001 } from './Journal.ts'
import { Letters1795392000110 } from './Letters.ts'
import { OmbudsmanPackages1795392000130 } from './OmbudsmanPackages.ts'
import { OpeningsByPerson1795392000060 } from './OpeningsByPerson.ts'
import { OriginalOpenings1795392000007 } from './OriginalOpenings.ts'
import { PersonalTokens1795392000090 } from './PersonalTokens.ts'
import { ReadModels1795392000005 } from './ReadModels.ts'
import { Registers1795392000062 } from './Registers.ts'
import { RelatedComplaints1795392000045 } from './RelatedComplaints.ts'
import { SameContacts1795392000053 } from './SameContacts.ts'
import { SecondFactor1795392000141 } from './SecondFactor.ts'
import { SignOn1795392000140 } from './SignOn.ts'
import { StaffNotices1795392000120 } from './StaffNotices.ts'
import { StatisticsFacts1795392000080 } from './StatisticsFacts.ts'
import { TodayItems1795392000020 } from './TodayItems.ts'
import { Vault1795392000002 } from './Vault.ts'
import { VaultEpochs1795392000061 } from './VaultEpochs.ts'

/** Every change of the tables, in the order they are applied; a change made is never edited. */
export const migrations = [
  Journal1795392000001,
  Vault1795392000002,
  Access1795392000003,
  Attachments1795392000004,
  ReadModels1795392000005,
  AnswerFingerprints1795392000006,
  OriginalOpenings1795392000007,
  CaseloadViews1795392000016,
  CaseloadIndexes1795392000017,
  TodayItems1795392000020,
  Administration1795392000040,
  RelatedComplaints1795392000045,
  Drafts1795392000052,
  SameContacts1795392000053,
  OpeningsByPerson1795392000060,
  VaultEpochs1795392000061,
  Registers1795392000062,
  Checkpoints1795392000070,
  PersonalTokens1795392000090,
  FrozenEditions1795392000091,
  StatisticsFacts1795392000080,
  HistoricalRegisters1795392000100,
  HistoricalFacts1795392000101,
  Letters1795392000110,
  StaffNotices1795392000120,
  Dispatches1795392000121,
  IncomingMessages1795392000122,
  FollowUps1795392000123,
  SignOn1795392000140,
  SecondFactor1795392000141,
  OmbudsmanPackages1795392000130,
]
