import type { StorybookConfig } from '@storybook/vue3-vite'
import vue from '@vitejs/plugin-vue'

/** Telemetry and news stay off: the workbench speaks to nobody. */
const config: StorybookConfig = {
  stories: ['../src/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs', '@storybook/addon-vitest'],
  framework: { name: '@storybook/vue3-vite', options: { docgen: 'vue-component-meta' } },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: config => ({ ...config, plugins: [...(config.plugins ?? []), vue()] }),
}

export default config
