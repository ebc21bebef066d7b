import { localDateAt, type StepName } from '@bienfonde/domain'
import { pino } from 'pino'
import type { Application } from '../application.ts'
import { addDemonstrationAccounts } from '../demonstration/accounts.ts'
import { verify } from '../journal/verify.ts'
import { makeServer } from '../server.ts'
import { companyAt } from './company.ts'
import { ends } from './ends.ts'
import { differences } from './judge.ts'
import type { Scenario } from './Scenario.ts'
import { Followed } from './Visitor.ts'

/** How a scenario went. */
export interface Played {
  scenario: Scenario
  /** The dossier in which it was played. */
  dossier: string
  /** What is not as the scenario asks; empty when it passes. */
  differences: string[]
  steps: readonly StepName[]
  confirmed: number
  milliseconds: number
}

/** Plays scenarios one after the other through a real server, and says how each went. */
export async function playScenarios(
  { database, master }: Pick<Application, 'database' | 'master'>,
  scenarios: readonly Scenario[],
  tell: (played: Played) => void = () => undefined,
): Promise<Played[]> {
  await database.transaction(addDemonstrationAccounts)
  const server = await makeServer({ database, master, anyDocument: true, log: pino({ level: 'silent' }) })
  try {
    const company = await companyAt(await server.listen({ port: 0, host: '127.0.0.1' }))
    const results: Played[] = []
    for (const scenario of scenarios) {
      const played = await play(new Followed(company), scenario)
      tell(played)
      results.push(played)
    }
    const { breaks } = await verify(database)
    if (breaks.length > 0) throw new Error('Le journal ne se vérifie pas.')
    return results
  } finally {
    await server.close()
  }
}

async function play(dossier: Followed, scenario: Scenario): Promise<Played> {
  const started = performance.now()
  const found = await outcomeOf(dossier, scenario).catch((error: Error) => [error.message])
  const milliseconds = Math.round(performance.now() - started)
  return {
    scenario,
    dossier: dossier.id,
    differences: found,
    steps: dossier.played,
    confirmed: dossier.confirmed,
    milliseconds,
  }
}

async function outcomeOf(dossier: Followed, scenario: Scenario): Promise<string[]> {
  await ends[scenario.expected.outcome]({ dossier, scenario, today: localDateAt(new Date()) })
  const { complaint, lines } = await dossier.read()
  return differences(scenario, complaint, lines)
}
