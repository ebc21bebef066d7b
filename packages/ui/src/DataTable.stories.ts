import type { Meta, StoryObj } from '@storybook/vue3-vite'
import { plain } from '../testing/plain.ts'
import DataTable from './DataTable.vue'
import StatusLabel from './StatusLabel.vue'

const meta: Meta = { title: 'Données/DataTable', component: plain(DataTable) }
export default meta

export const Ordinaire: StoryObj = {
  render: () => ({
    components: { DataTable: plain(DataTable), StatusLabel },
    setup: () => ({
      columns: [
        { key: 'number', label: 'Numéro', heads: true, sortable: true },
        { key: 'subject', label: 'Sujet' },
        { key: 'state', label: 'État' },
        { key: 'due', label: 'Échéance', sortable: true },
        { key: 'days', label: 'Jours', numeric: true },
      ],
      rows: [
        {
          number: '2026-0042',
          subject: 'Délai de traitement d’une demande',
          state: 'En analyse',
          due: '2026-04-10',
          days: 12,
        },
        {
          number: '2026-0051',
          subject: 'Renseignement erroné donné au comptoir',
          state: 'Reçue',
          due: '2026-04-21',
          days: 3,
        },
      ],
    }),
    template: `<DataTable caption="Dossiers ouverts" :columns="columns" :rows="rows" :row-key="row => row.number" :sort="{ key: 'due', direction: 'ascending' }"><template #number="{ value }"><a href="#dossier">{{ value }}</a></template><template #state="{ value }"><StatusLabel tone="info" :label="value" /></template></DataTable>`,
  }),
}

export const Vide: StoryObj = {
  args: { caption: 'Dossiers ouverts', rows: [], rowKey: () => '', columns: [{ key: 'number', label: 'Numéro' }] },
}
