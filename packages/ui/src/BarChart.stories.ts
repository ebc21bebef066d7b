import type { Meta, StoryObj } from '@storybook/vue3-vite'
import BarChart from './BarChart.vue'

const meta: Meta = { title: 'Données/BarChart', component: BarChart }
export default meta

export const Simple: StoryObj = {
  args: {
    label: 'Plaintes fondées par critère : 12 pour une norme de service non atteinte, 7 pour une erreur.',
    bars: [
      { key: 'a', label: 'Norme de service non atteinte', values: [12] },
      { key: 'b', label: 'Erreur d’une personne représentant le Ministère', values: [7] },
      { key: 'c', label: 'Écart manifeste avec une règle', values: [0] },
    ],
  },
}

export const BoutABout: StoryObj = {
  args: {
    label: 'Dossiers fermés par secteur et par résultat.',
    series: [
      { key: 'founded', label: 'Fondées' },
      { key: 'unfounded', label: 'Non fondées' },
      { key: 'other', label: 'Autres résultats' },
    ],
    bars: [
      { key: 'a', label: 'Habitation', values: [12, 31, 9] },
      { key: 'b', label: 'Affaires municipales', values: [4, 6, 1] },
    ],
  },
}
