import type { Preview } from '@storybook/vue3-vite'
import '../src/tokens.css'
import '../src/fonts.css'
import '../src/base.css'

document.documentElement.lang = 'fr-CA'

const preview: Preview = {
  parameters: { a11y: { test: 'error' }, layout: 'padded' },
}

export default preview
