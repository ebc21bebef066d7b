import { OmbudsmanPackagesResolver } from '../ombudsman/packages.ts'
import { AddressedRecommendationsResolver } from './addressedRecommendations.ts'
import { AntivirusResolver } from './antivirus.ts'
import { CaseloadResolver } from './caseload.ts'
import { ConsultationsResolver } from './consultations.ts'
import { DispatchesResolver } from './dispatches.ts'
import { DossierResolver } from './dossier.ts'
import { EndedRetentionsResolver } from './endedRetentions.ts'
import { FollowUpsResolver } from './followUps.ts'
import { LastCheckpointResolver } from './lastCheckpoint.ts'
import { LinkedFromResolver } from './linkedFrom.ts'
import { MinistryResolver } from './ministry.ts'
import { MinistryStaffResolver } from './ministryStaff.ts'
import { OfficersResolver } from './officers.ts'
import { OpeningAlertsResolver } from './openingAlerts.ts'
import { OpeningsResolver } from './openings.ts'
import { PublishedTablesResolver } from './publishedTables.ts'
import { SectorsResolver } from './sectors.ts'
import { TodayResolver } from './today.ts'
import { VerificationResolver } from './verification.ts'

/** Every question that can be asked. */
export const queries = [
  AddressedRecommendationsResolver,
  AntivirusResolver,
  CaseloadResolver,
  ConsultationsResolver,
  DispatchesResolver,
  DossierResolver,
  LastCheckpointResolver,
  EndedRetentionsResolver,
  FollowUpsResolver,
  LinkedFromResolver,
  MinistryResolver,
  MinistryStaffResolver,
  OfficersResolver,
  OmbudsmanPackagesResolver,
  OpeningAlertsResolver,
  OpeningsResolver,
  PublishedTablesResolver,
  SectorsResolver,
  TodayResolver,
  VerificationResolver,
] as const
