import { bodyNames } from '../../bodyNames.ts'
import type { Complaint } from '../../complaint.ts'
import type { CitedGround, MatterDeclaredInadmissible, MatterId } from '../../events.ts'
import { unlessInProgress } from '../../progress.ts'
import { isUnreachable } from '../../reachability.ts'
import { accept, isBlank, refuse, type Stamp, type Step } from '../../step.ts'
import { type GroundEvidence, inadmissibilityGrounds } from '../../tables/inadmissibilityGrounds.ts'
import { lacksName } from '../../tables/referrals.ts'
import type { RefusalCode } from '../../tables/refusals.ts'
import { unlessToExamine } from './toExamine.ts'

export interface DeclareInadmissible {
  matter: MatterId
  grounds: CitedGround[]
  reasons: string
}

const evidenceOf = ({ ground }: CitedGround): GroundEvidence | undefined =>
  inadmissibilityGrounds.find(({ code }) => code === ground)?.evidence

/** What the evidence of a ground still lacks. */
function lackingEvidence(cited: CitedGround, complaint: Complaint, { settings }: Stamp): RefusalCode | undefined {
  switch (evidenceOf(cited)) {
    case 'PROCEEDING':
      return isBlank(cited.proceeding) ? 'PROCEEDING_MISSING' : undefined
    case 'PASSAGE':
      return isBlank(cited.passage) ? 'PASSAGE_MISSING' : undefined
    case 'UNREACHABLE':
      return isUnreachable(complaint, settings) ? undefined : 'NOT_UNREACHABLE'
    case 'BODIES':
      if (!cited.bodies?.length) return 'BODY_MISSING'
      return cited.bodies.some(lacksName) ? 'BODY_NAME_MISSING' : undefined
    default:
      return 'GROUND_NOT_IN_EDITION'
  }
}

export const declareInadmissible: Step<DeclareInadmissible, MatterDeclaredInadmissible> = {
  title: 'Déclarer irrecevable',
  room: 'admissibility',
  act: 'DECIDE',
  barred: unlessInProgress,
  barredOn: unlessToExamine,
  writes: ({ reasons, grounds }) => [
    { field: 'reasons', text: reasons },
    ...grounds.flatMap(({ proceeding, bodies }, at) => [
      { field: `grounds.${at}.proceeding`, text: proceeding },
      ...bodyNames(bodies ?? [], `grounds.${at}.bodies`),
    ]),
  ],

  decide(complaint, { matter, grounds, reasons }, stamp) {
    if (grounds.length === 0) return refuse('GROUND_MISSING', 'grounds')
    const edition = stamp.settings.editions.find(({ id }) => id === complaint.registration?.edition)
    for (const [at, cited] of grounds.entries()) {
      if (!edition?.grounds.includes(cited.ground)) return refuse('GROUND_NOT_IN_EDITION', `grounds.${at}`)
      if (grounds.findIndex(({ ground }) => ground === cited.ground) < at)
        return refuse('GROUND_REPEATED', `grounds.${at}`)
      const lacking = lackingEvidence(cited, complaint, stamp)
      if (lacking) return refuse(lacking, `grounds.${at}`)
    }
    if (isBlank(reasons)) return refuse('REASONS_MISSING', 'reasons')
    return accept({ type: 'MATTER_DECLARED_INADMISSIBLE', matter, grounds, reasons })
  },
}
