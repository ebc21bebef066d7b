import type { Meta, StoryObj } from '@storybook/vue3-vite'
import ErrorSummary from './ErrorSummary.vue'

const meta: Meta = { title: 'Annonces/ErrorSummary', component: ErrorSummary }
export default meta

export const Plusieurs: StoryObj = {
  render: () => ({
    components: { ErrorSummary },
    setup: () => ({
      errors: [
        { field: 'a', message: 'La date de réception manque.' },
        { message: 'Le dossier a changé depuis son ouverture.' },
      ],
    }),
    template: `<ErrorSummary :errors="errors" />`,
  }),
}
