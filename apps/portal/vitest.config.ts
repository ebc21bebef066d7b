import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.spec.ts'],
    setupFiles: ['src/testing/setup.ts'],
    // Modules are read once for all the trials: twenty times quicker than once for each file.
    isolate: false,
    // A guard against what never ends; nothing is asserted about time.
    testTimeout: 60_000,
  },
})
