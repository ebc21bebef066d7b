import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate } from '../calendar/localDate.ts'
import type { Recorded } from '../events.ts'
import { tapes } from '../invariants/sequences.ts'
import { play, publishedProcess } from '../testing/randomSequences.ts'
import { contributionsOf, holdingsOf, type Unit } from './counted.ts'
import { factsOf } from './factsOf.ts'
import { factsKnownOn, factVersions } from './factVersions.ts'

const linesOf = (tape: readonly number[]): Recorded[] => {
  const lines: Recorded[] = []
  play(tape, publishedProcess, transition => lines.push(...transition.lines))
  return lines
}

describe('ce qui était connu un jour', () => {
  it('est ce que disait le journal ce jour-là, quelle que soit la suite', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const lines = linesOf(tape)
        const versions = factVersions(lines)
        const days = [...new Set(lines.flatMap(({ on }) => [addDays(on, -1), on, addDays(on, 1)]))]
        for (const day of days) {
          expect(factsKnownOn(versions, day)).toEqual(factsOf(lines.filter(({ on }) => on <= day)))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('les versions se suivent sans trou ni recouvrement, et la dernière est le présent', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const lines = linesOf(tape)
        const versions = factVersions(lines)
        versions.forEach(({ knownFrom, knownTo }, at) => {
          expect(knownTo).toBe(versions[at + 1]?.knownFrom ?? null)
          if (knownTo) expect(knownFrom < knownTo).toBe(true)
        })
        expect(versions.at(-1)?.facts ?? []).toEqual(factsOf(lines))
      }),
      { numRuns: 400 },
    )
  })

  it.each<Unit>(['DOSSIERS', 'MATTERS'])(
    'en %s, ce qui est ouvert est ce qui est entré moins ce qui est sorti',
    unit => {
      fc.assert(
        fc.property(tapes, tape => {
          const facts = factsOf(linesOf(tape)).filter(({ kind }) => kind === 'MATTER')
          const upTo = (day: LocalDate, flows: string[]) =>
            facts
              .flatMap(fact => contributionsOf(fact, unit))
              .filter(({ flow, on }) => on <= day && flows.includes(flow)).length
          const held = facts.flatMap(fact => holdingsOf(fact, unit)).filter(({ stock }) => stock === 'OPEN')
          for (const { openedOn, endedOn } of facts) {
            for (const day of [openedOn, endedOn ?? openedOn]) {
              const open =
                held.filter(({ from }) => from <= day).length -
                held.filter(({ until }) => until !== null && until <= day).length
              expect(open).toBe(upTo(day, ['RECEIVED', 'REOPENED']) - upTo(day, ['CLOSED']))
            }
          }
        }),
        { numRuns: 200 },
      )
    },
  )
})
