import type { Meta, StoryObj } from '@storybook/vue3-vite'
import StatusLabel from './StatusLabel.vue'

const meta: Meta = { title: 'Annonces/StatusLabel', component: StatusLabel }
export default meta

export const Tons: StoryObj = {
  render: () => ({
    components: { StatusLabel },
    setup: () => ({}),
    template: `<div style="display:flex;flex-wrap:wrap;gap:8px"><StatusLabel label="À venir" /><StatusLabel tone="info" label="En analyse" /><StatusLabel tone="success" label="Fondée" /><StatusLabel tone="warning" label="Bientôt échu" /><StatusLabel tone="danger" label="En retard" /></div>`,
  }),
}
