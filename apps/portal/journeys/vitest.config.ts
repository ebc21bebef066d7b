import { defineConfig } from 'vitest/config'

/** The journeys: the real product in a real browser, driven by the keyboard alone. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.journey.ts'],
    globalSetup: ['./product.ts'],
    // A guard against what never ends; nothing is asserted about time.
    testTimeout: 600_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
})
