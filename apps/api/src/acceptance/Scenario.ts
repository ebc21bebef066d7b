import { readFileSync } from 'node:fs'
import type { Criterion, InadmissibilityGround, Prejudice } from '@bienfonde/domain'
import { StartupRefusal } from '../startupRefusal.ts'

/** What a file of scenarios says of one: what comes in, and how it must end. */
export interface Scenario {
  id: string
  channel: string | null
  languages: string[]
  complainant: string
  anonymity: string
  subject: string
  sector: string
  facts: string
  recommendation: string
  notes: string
  expected: Expected
}

/** The end that a scenario asks for; what it leaves null is not judged, save where nothing can have been assessed. */
export interface Expected {
  admissibility: 'ADMISSIBLE' | 'INADMISSIBLE'
  ground: InadmissibilityGround | null
  outcome: ScenarioOutcome
  prejudice: Prejudice | null
  criteriaMet: Criterion[]
}

/** The ends of the scenarios, with a file whose matters end differently and one that goes to the Protecteur du citoyen. */
const scenarioOutcomes = [
  'FOUNDED',
  'UNFOUNDED',
  'PARTLY_FOUNDED',
  'INADMISSIBLE',
  'REFERRED',
  'CLOSED_WITHOUT_FURTHER_ACTION',
  'RESOLVED_INFORMALLY',
  'ESCALATED_TO_OMBUDSMAN',
] as const

export type ScenarioOutcome = (typeof scenarioOutcomes)[number]

/** Reads the scenarios of a file, and refuses one whose end is unknown. */
export function readScenarios(file: string): Scenario[] {
  const { scenarios } = contentOf(file)
  if (!scenarios?.length) throw new StartupRefusal(`Le fichier « ${file} » ne contient aucun scénario.`)
  for (const { id, expected } of scenarios)
    if (!scenarioOutcomes.includes(expected?.outcome))
      throw new StartupRefusal(`Le scénario « ${id} » demande une fin inconnue : ${expected?.outcome}.`)
  return scenarios
}

function contentOf(file: string): { scenarios?: Scenario[] } {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new StartupRefusal(`Le fichier de scénarios « ${file} » est introuvable ou n’est pas en JSON.`)
  }
}
