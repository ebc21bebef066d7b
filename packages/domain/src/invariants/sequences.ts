import fc from 'fast-check'
import { type Process, play, type Transition } from '../testing/randomSequences.ts'
import { Violation, watch } from './sequenceInvariants.ts'

/** A sequence of steps, as the numbers that draw them. */
export const tapes = fc.array(fc.integer({ min: 0, max: 2 ** 31 - 1 }), { minLength: 12, maxLength: 28, size: 'max' })

export interface Verdict {
  readonly played: number
  readonly seed: number
  /** The first sequence that breaks an invariant, made as short as it can be; null when all hold. */
  readonly broken: { readonly violation: Violation; readonly story: string } | null
}

const told = ({ name, stamp, command, decision }: Transition): string =>
  `${stamp.on} ${stamp.actor.id} ${name} ${JSON.stringify(command)} → ${decision.accepted ? 'pris' : decision.refusal.code}`

function violationOf(process: Process, tape: readonly number[], observe?: (transition: Transition) => void) {
  const watcher = watch(process)
  try {
    watcher.end(
      play(tape, process, transition => {
        observe?.(transition)
        watcher.see(transition)
      }),
    )
  } catch (error) {
    if (error instanceof Violation) return error
    throw error
  }
  return null
}

/** Plays so many random sequences and checks every invariant on each step of each. */
export function tryProcess(
  process: Process,
  numRuns: number,
  { seed, observe, shortest = true }: { seed?: number; observe?: (transition: Transition) => void; shortest?: boolean },
): Verdict {
  const property = fc.property(tapes, tape => violationOf(process, tape, observe) === null)
  const details = fc.check(property, { numRuns, endOnFailure: !shortest, ...(seed !== undefined && { seed }) })
  const tape = details.counterexample?.[0]
  if (!details.failed || !tape) return { played: details.numRuns, seed: details.seed, broken: null }
  const story: string[] = []
  const violation = violationOf(process, tape, transition => story.push(told(transition)))
  if (!violation) throw details.errorInstance
  return { played: details.numRuns, seed: details.seed, broken: { violation, story: story.join('\n') } }
}
