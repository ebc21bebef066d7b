import { env } from 'node:process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityTokens } from '../confidentiality/identifyingPassages.ts'
import { identityRefusal } from '../confidentiality/identityAccess.ts'
import { standing } from '../step.ts'
import { stepNames } from '../steps/index.ts'
import { neighbour, respondent } from '../testing/people.ts'
import { type Person, play, publishedProcess } from '../testing/randomSequences.ts'
import { tapes } from './sequences.ts'

const numRuns = Math.ceil(Number(env.SEQUENCES ?? 50_000) / 25)

/** Two people of whom no drawn text says anything. */
const personNamed = (name: string, identity: string): Person => {
  const tokens = new Set(
    identityTokens({ names: [name], emails: [], telephones: [], postalCodes: [], addresses: [], numbers: [] }),
  )
  return { recognises: token => tokens.has(token), identity }
}
const one = personNamed('Zéphirine Quelleville', 'coffre-a')
const other = personNamed('Barnabé Autrepart', 'coffre-b')

/** Everything that the respondents of two sectors can learn at each moment, as bytes. */
function seenByRespondents(tape: readonly number[], person: Person): string {
  const seen: unknown[] = []
  play(
    tape,
    publishedProcess,
    ({ stamp: { actor, on }, decision, after }) => {
      if (actor.role === 'SECTOR_RESPONDENT') seen.push(decision)
      for (const sector of [respondent, neighbour]) {
        seen.push(identityRefusal(after, sector, on, ['IDENTITY']) ?? 'ouverte')
        if (decision.accepted)
          seen.push(stepNames.map(name => standing(publishedProcess.steps[name], after, sector).refusal ?? 'possible'))
      }
    },
    person,
  )
  return JSON.stringify(seen)
}

describe('5. deux mondes qui ne diffèrent que par l’identité', () => {
  it('donnent à un secteur les mêmes réponses, octet pour octet', () => {
    fc.assert(
      fc.property(tapes, tape => {
        expect(seenByRespondents(tape, one)).toBe(seenByRespondents(tape, other))
      }),
      { numRuns },
    )
  })
})
