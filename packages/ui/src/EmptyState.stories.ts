import type { Meta, StoryObj } from '@storybook/vue3-vite'
import EmptyState from './EmptyState.vue'

const meta: Meta = { title: 'Annonces/EmptyState', component: EmptyState }
export default meta

export const Ordinaire: StoryObj = {
  render: () => ({
    components: { EmptyState },
    setup: () => ({}),
    template: `<EmptyState title="Aucun dossier ne correspond" message="Élargir la période ou retirer un filtre."><template #actions><a class="bf-button bf-button--secondary" href="#tous">Voir tous les dossiers</a></template></EmptyState>`,
  }),
}
