import type { Meta, StoryObj } from '@storybook/vue3-vite'
import Panel from './Panel.vue'

const meta: Meta = { title: 'Cadres/Panel', component: Panel }
export default meta

export const Ordinaire: StoryObj = {
  render: () => ({
    components: { Panel },
    setup: () => ({}),
    template: `<Panel title="Motifs"><p>Un seul motif.</p></Panel><Panel title="Pièces jointes"><template #actions><a href="#tout">Tout voir</a></template><p>Aucune pièce.</p></Panel>`,
  }),
}
