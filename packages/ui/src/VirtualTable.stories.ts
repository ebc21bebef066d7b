import type { Meta, StoryObj } from '@storybook/vue3-vite'
import { plain } from '../testing/plain.ts'
import VirtualTable from './VirtualTable.vue'

const meta: Meta = { title: 'Données/VirtualTable', component: plain(VirtualTable) }
export default meta

/** Cent mille lignes, dont seules celles que l’on voit sont dessinées. */
export const CentMilleLignes: StoryObj = {
  render: () => ({
    components: { VirtualTable: plain(VirtualTable) },
    setup: () => ({
      columns: [
        { key: 'number', label: 'Numéro', heads: true, sortable: true },
        { key: 'subject', label: 'Sujet', track: '3fr' },
      ],
      rowAt: (rank: number) => ({ number: `2026-${rank + 1}`, subject: 'Délai de traitement d’une demande' }),
    }),
    template: `<VirtualTable caption="Dossiers" :columns="columns" :total="100000" :row-at="rowAt"><template #number="{ value, tabindex }"><a href="#dossier" :tabindex="tabindex">{{ value }}</a></template></VirtualTable>`,
  }),
}
