import { env } from 'node:process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finish } from '../testing/finish.ts'
import { play, publishedProcess } from '../testing/randomSequences.ts'
import { inventedSettings, uninvolved } from '../testing/randomWorld.ts'
import { tapes } from './sequences.ts'

const numRuns = Math.ceil(Number(env.SEQUENCES ?? 50_000) / 10)

describe('11. aucun dossier n’est sans issue', () => {
  it('d’où qu’il en soit, il peut être mené jusqu’à l’avis ou à l’impossibilité d’aviser', () => {
    let closedByHand = 0
    fc.assert(
      fc.property(tapes, tape => {
        let on = ''
        const complaint = play(tape, publishedProcess, ({ stamp }) => {
          on = stamp.on
        })
        if (complaint.version === 0 || complaint.closedOn) return
        closedByHand += 1
        expect(finish(complaint, uninvolved, on, inventedSettings)).toBeNull()
      }),
      { numRuns },
    )
    expect(closedByHand).toBeGreaterThan(numRuns / 4)
  })
})
