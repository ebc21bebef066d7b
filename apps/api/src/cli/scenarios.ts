import { writeFileSync } from 'node:fs'
import { playScenarios } from '../acceptance/playScenarios.ts'
import { readScenarios } from '../acceptance/Scenario.ts'
import { endReached, passed, scenariosPage } from '../acceptance/scenariosPage.ts'
import { onThrowawayDatabase } from './throwawayDatabase.ts'

/** Plays a file of scenarios through the API on a throwaway database; the code is 1 when one of them fails. */
export async function scenarios(file: string, markdown?: string): Promise<number> {
  const wanted = readScenarios(file)
  return onThrowawayDatabase(async application => {
    const results = await playScenarios(application, wanted, played => {
      const mark = played.differences.length === 0 ? 'réussi' : 'ÉCHEC '
      const confirmed = played.confirmed > 0 ? `, ${played.confirmed} passages confirmés` : ''
      const { scenario, steps, milliseconds } = played
      console.log(
        `${mark}  ${scenario.id}  ${endReached(played)}  (${steps.length} étapes, ${milliseconds} ms${confirmed})`,
      )
    })
    console.log(`\n${passed(results)} scénarios réussis sur ${results.length}.`)
    if (markdown) writeFileSync(markdown, scenariosPage(results))
    return passed(results) === results.length ? 0 : 1
  })
}
