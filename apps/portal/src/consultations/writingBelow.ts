import { inject, provide } from 'vue'
import { stepPlace } from '../steps/stepPlace.ts'

/** Tells whether one of the forms below holds words that are not sent. */
export function writingBelow(): () => boolean {
  const outer = inject(stepPlace, undefined)
  const held = new Set<() => boolean>()
  provide(stepPlace, {
    ...outer,
    holds(unsent) {
      const release = outer?.holds?.(unsent)
      held.add(unsent)
      return () => {
        held.delete(unsent)
        release?.()
      }
    },
    taken: answer => outer?.taken(answer),
  })
  return () => [...held].some(unsent => unsent())
}
