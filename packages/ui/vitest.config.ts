import { join } from 'node:path'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromium } from './browser/chromium.ts'

const launchOptions = await chromium()
// Each project has settings of its own: the workbench's plug-in changes those it is given.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions, contextOptions: { locale: 'fr-CA' } }),
  instances: [{ browser: 'chromium' as const }],
})
// Named beforehand: a dependency found in the middle of a run would reload the page under the tests.
const optimizeDeps = () => ({ include: ['vue', 'reka-ui', '@tanstack/vue-virtual'] })

/** Every component is tested by its spec, and every story by axe, in a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [vue()],
        optimizeDeps: optimizeDeps(),
        test: {
          name: 'specs',
          include: ['src/**/*.spec.ts'],
          setupFiles: ['./testing/setup.ts'],
          testTimeout: 60_000,
          browser: browser(),
        },
      },
      {
        plugins: [storybookTest({ configDir: join(import.meta.dirname, '.storybook') })],
        optimizeDeps: optimizeDeps(),
        test: { name: 'stories', testTimeout: 60_000, browser: browser() },
      },
    ],
  },
})
