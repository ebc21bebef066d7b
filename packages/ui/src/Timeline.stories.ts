import type { Meta, StoryObj } from '@storybook/vue3-vite'
import { plain } from '../testing/plain.ts'
import Timeline from './Timeline.vue'

const meta: Meta = { title: 'Données/Timeline', component: plain(Timeline) }
export default meta

export const Ordinaire: StoryObj = {
  render: () => ({
    components: { Timeline: plain(Timeline) },
    setup: () => ({
      entries: [
        {
          key: '1',
          title: 'Plainte consignée',
          moment: '2026-03-12',
          when: '12 mars 2026',
          by: 'Maude Lavoie',
          tone: 'info',
          detail: 'Reçue par téléphone.',
        },
        {
          key: '2',
          title: 'Plainte déclarée recevable',
          moment: '2026-03-16',
          when: '16 mars 2026',
          by: 'Luc Gagnon',
          tone: 'success',
        },
      ],
    }),
    template: `<Timeline label="Journal" :entries="entries"><template #default="{ entry }"><p v-if="entry.detail">{{ entry.detail }}</p></template></Timeline>`,
  }),
}
