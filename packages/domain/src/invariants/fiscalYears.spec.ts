import { env } from 'node:process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FiscalYear, fiscalYearBounds, fiscalYearOf } from '../calendar/fiscalYear.ts'
import type { LocalDate } from '../calendar/localDate.ts'
import { type Complaint, replay } from '../complaint.ts'
import type { Recorded } from '../events.ts'
import { play, publishedProcess } from '../testing/randomSequences.ts'
import { tapes } from './sequences.ts'

const numRuns = Math.ceil(Number(env.SEQUENCES ?? 50_000) / 500)

interface Dossier {
  complaint: Complaint
  lines: Recorded[]
}

/** A dossier comes in, goes out and comes back; each move has its day. */
function movesOf({ complaint, lines }: Dossier): { on: LocalDate; by: 1 | -1 }[] {
  const moves: { on: LocalDate; by: 1 | -1 }[] = []
  let open = false
  for (const { event, on } of lines) {
    const came = event.type === 'COMPLAINT_REGISTERED' || event.type === 'COMPLAINT_REOPENED'
    const went = event.type === 'COMPLAINANT_INFORMED' || event.type === 'IMPOSSIBILITY_TO_INFORM_RECORDED'
    if (came && !open)
      moves.push({ on: event.type === 'COMPLAINT_REGISTERED' ? complaint.registration!.receivedOn : on, by: 1 })
    if (went && open) moves.push({ on, by: -1 })
    open = came || (open && !went)
  }
  return moves
}

/** The dossiers open at the end of a day, counted from nothing but what each was on that day. */
const openAtEndOf = (day: LocalDate, dossiers: readonly Dossier[]): number =>
  dossiers.filter(({ complaint, lines }) => {
    const then = replay(lines.filter(({ on }) => on <= day))
    return complaint.registration!.receivedOn <= day && then.closedOn === null
  }).length

const eveOf = (year: FiscalYear) => fiscalYearBounds(year - 1).to

const balanceOf = (year: FiscalYear, dossiers: readonly Dossier[]) => {
  const { from, to } = fiscalYearBounds(year)
  const moves = dossiers.flatMap(movesOf).filter(({ on }) => from <= on && on <= to)
  return {
    start: openAtEndOf(eveOf(year), dossiers),
    came: moves.filter(({ by }) => by === 1).length,
    went: moves.filter(({ by }) => by === -1).length,
    end: openAtEndOf(to, dossiers),
  }
}

const dossierOf = (tape: readonly number[]): Dossier => {
  const lines: Recorded[] = []
  const complaint = play(tape, publishedProcess, transition => lines.push(...transition.lines))
  return { complaint, lines }
}

const caseloads = fc.array(tapes, { minLength: 3, maxLength: 25, size: 'max' })

describe('18. les chiffres d’un exercice financier', () => {
  it('balancent : ouverts au début + reçus et rouverts − fermés = ouverts à la fin', () => {
    fc.assert(
      fc.property(caseloads, stories => {
        const dossiers = stories.map(dossierOf).filter(({ lines }) => lines.length > 0)
        const years = dossiers.flatMap(({ lines }) => lines.map(({ on }) => fiscalYearOf(on)))
        for (let year = Math.min(...years) - 1; year <= Math.max(...years) + 1; year++) {
          const { start, came, went, end } = balanceOf(year, dossiers)
          expect(start + came - went).toBe(end)
        }
      }),
      { numRuns },
    )
  })

  it('restent les mêmes quand l’exercice se raconte plus tard, après d’autres étapes et après un effacement', () => {
    fc.assert(
      fc.property(caseloads, stories => {
        const dossiers = stories.map(dossierOf).filter(({ lines }) => lines.length > 0)
        const { to } = fiscalYearBounds(2026)
        // A correction of the day of receipt is a correction of the figures, and says so in the journal.
        const uncorrected = dossiers.filter(({ complaint, lines: [first] }) =>
          first?.event.type === 'COMPLAINT_REGISTERED' && first.on <= to
            ? complaint.registration?.receivedOn === first.event.receivedOn
            : false,
        )
        const asToldThen = uncorrected.map(({ lines }) => {
          const known = lines.filter(({ on }) => on <= to)
          return { complaint: replay(known), lines: known }
        })
        expect(balanceOf(2026, uncorrected)).toEqual(balanceOf(2026, asToldThen))
      }),
      { numRuns },
    )
  })
})
