import type { Meta, StoryObj } from '@storybook/vue3-vite'
import { plain } from '../testing/plain.ts'
import Tabs from './Tabs.vue'

const meta: Meta = { title: 'Cadres/Tabs', component: plain(Tabs) }
export default meta

export const Ordinaire: StoryObj = {
  render: () => ({
    components: { Tabs: plain(Tabs) },
    setup: () => ({
      tabs: [
        { code: 'FACTS', label: 'Faits' },
        { code: 'JOURNAL', label: 'Journal', count: 12 },
      ],
    }),
    template: `<Tabs label="Le dossier" :tabs="tabs"><template #FACTS><p>Les faits.</p></template><template #JOURNAL><p>Le journal.</p></template></Tabs>`,
  }),
}
