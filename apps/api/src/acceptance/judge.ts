import {
  type Complaint,
  type Criterion,
  type Event,
  type InadmissibilityGround,
  type Prejudice,
  phaseOf,
  type Recorded,
} from '@bienfonde/domain'
import type { Scenario } from './Scenario.ts'

/** What really became of the dossier of a scenario. */
interface Found {
  admissibility: string
  grounds: InadmissibilityGround[]
  outcome: string
  prejudices: Prejudice[]
  criteriaMet: Criterion[]
}

type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>

const eventsOf = <Type extends Event['type']>(lines: readonly Recorded[], type: Type) =>
  lines.map(({ event }) => event).filter((event): event is EventOf<Type> => event.type === type)

function outcomeOf({ matters, escalations }: Complaint): string {
  if (escalations.some(({ packages }) => packages > 0)) return 'ESCALATED_TO_OMBUDSMAN'
  const outcomes = [...new Set(matters.map(({ outcome }) => String(outcome)))].sort()
  return outcomes.join('+') === 'FOUNDED+UNFOUNDED' ? 'PARTLY_FOUNDED' : outcomes.join('+')
}

function found(complaint: Complaint, lines: readonly Recorded[]): Found {
  const assessed = eventsOf(lines, 'MERITS_ASSESSED')
  const admitted = eventsOf(lines, 'MATTER_ADMITTED').length
  const refused = eventsOf(lines, 'MATTER_DECLARED_INADMISSIBLE')
  return {
    admissibility: refused.length === 0 && admitted === complaint.matters.length ? 'ADMISSIBLE' : 'INADMISSIBLE',
    grounds: refused.flatMap(({ grounds }) => grounds.map(({ ground }) => ground)),
    outcome: outcomeOf(complaint),
    prejudices: [...new Set(assessed.map(({ prejudice }) => prejudice))],
    criteriaMet: assessed.flatMap(({ criteria }) =>
      criteria.filter(({ met }) => met).map(({ criterion }) => criterion),
    ),
  }
}

/** What differs from what the scenario asks for, in French; nothing when it ends as it must, closed and the person told. */
export function differences({ expected }: Scenario, complaint: Complaint, lines: readonly Recorded[]): string[] {
  const { admissibility, grounds, outcome, prejudices, criteriaMet } = found(complaint, lines)
  // A scenario that goes to the Protecteur du citoyen says nothing of the finding that came before.
  const silent = expected.prejudice === null && expected.outcome === 'ESCALATED_TO_OMBUDSMAN'
  const compared: [what: string, wanted: string, got: string][] = [
    ['recevabilité', expected.admissibility, admissibility],
    ['motif d’irrecevabilité', listed(expected.ground ? [expected.ground] : []), listed(grounds)],
    ['résultat', expected.outcome, outcome],
    [
      'préjudice',
      silent ? '' : listed(expected.prejudice ? [expected.prejudice] : []),
      silent ? '' : listed(prejudices),
    ],
    ['critères retenus', listed(expected.criteriaMet), listed(criteriaMet)],
    ['phase', 'CLOSED', phaseOf(complaint)],
    ['personne avisée', String(expected.ground !== 'SENDER_UNREACHABLE'), String(complaint.informed)],
  ]
  return compared
    .filter(([, wanted, got]) => wanted !== got)
    .map(([what, wanted, got]) => `${what} : ${wanted || 'aucun'} attendu, ${got || 'aucun'} obtenu`)
}

const listed = (codes: readonly string[]) => [...codes].sort().join(', ')
