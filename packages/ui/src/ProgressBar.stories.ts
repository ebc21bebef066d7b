import type { Meta, StoryObj } from '@storybook/vue3-vite'
import ProgressBar from './ProgressBar.vue'

const meta: Meta = { title: 'Données/ProgressBar', component: ProgressBar }
export default meta

export const Mesure: StoryObj = { args: { label: 'Motifs décidés', value: 3, max: 4, words: '3 motifs sur 4' } }

export const SansMesure: StoryObj = { args: { label: 'Préparation du document' } }
