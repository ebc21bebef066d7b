import type { Meta, StoryObj } from '@storybook/vue3-vite'
import CheckboxField from './CheckboxField.vue'

const meta: Meta = { title: 'Champs/CheckboxField', component: CheckboxField }
export default meta

export const Ordinaire: StoryObj = {
  args: { label: 'La personne souhaite rester anonyme', hint: 'Aucun nom ne sera demandé.', modelValue: true },
}

export const EnErreur: StoryObj = {
  args: { label: 'La personne a été informée de ses recours', required: true, error: 'Cette confirmation manque.' },
}
