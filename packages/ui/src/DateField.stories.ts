import type { Meta, StoryObj } from '@storybook/vue3-vite'
import DateField from './DateField.vue'

const meta: Meta = { title: 'Champs/DateField', component: DateField }
export default meta

export const Ordinaire: StoryObj = { args: { label: 'Date de réception', required: true, modelValue: '2026-03-12' } }

export const Bornee: StoryObj = { args: { label: 'Échéance', min: '2026-04-01', max: '2026-04-30' } }

export const UnSeulJour: StoryObj = { args: { label: 'Date d’envoi', min: '2026-04-01', max: '2026-04-01' } }

export const EnErreur: StoryObj = {
  args: { label: 'Date de réception', error: 'La date est dans le futur.', modelValue: '2030-01-01' },
}
