import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.spec.ts'],
    setupFiles: ['reflect-metadata'],
    globalSetup: ['src/testing/cluster.ts'],
    // graphql ships two builds; the one type-graphql loads must be the only one.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
    // A guard against what never ends; nothing is asserted about time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
})
