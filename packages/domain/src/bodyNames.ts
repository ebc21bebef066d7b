import type { Written } from './step.ts'
import type { BodyReference } from './tables/referrals.ts'

/** The names given to bodies, as texts that go into the journal. */
export const bodyNames = (bodies: readonly BodyReference[], path: string): Written[] =>
  bodies.map(({ name }, at) => ({ field: `${path}.${at}.name`, text: name, mayName: true }))
