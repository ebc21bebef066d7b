import { defineConfig } from 'vitest/config'

/** The trials of the process; the sequences of steps take their number from SEQUENCES. */
export default defineConfig({
  // A guard against what never ends; nothing is asserted about time.
  test: { include: ['src/**/*.spec.ts'], testTimeout: 900_000, hookTimeout: 900_000 },
})
