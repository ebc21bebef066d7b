import type { Meta, StoryObj } from '@storybook/vue3-vite'
import { plain } from '../testing/plain.ts'
import CheckboxGroupField from './CheckboxGroupField.vue'

const meta: Meta = { title: 'Champs/CheckboxGroupField', component: plain(CheckboxGroupField) }
export default meta

export const Ordinaire: StoryObj = {
  args: {
    label: 'Secteurs à consulter',
    hint: 'Un ou plusieurs.',
    modelValue: ['LETTER'],
    options: [
      { code: 'PHONE', label: 'Téléphone' },
      { code: 'LETTER', label: 'Lettre', hint: 'La date du cachet de la poste fait foi.' },
      { code: 'COUNTER', label: 'Au comptoir', disabled: true },
    ],
  },
}

export const EnErreur: StoryObj = {
  args: {
    label: 'Secteurs à consulter',
    error: 'Choisir au moins un secteur.',
    modelValue: [],
    options: [
      { code: 'PHONE', label: 'Téléphone' },
      { code: 'LETTER', label: 'Lettre', hint: 'La date du cachet de la poste fait foi.' },
      { code: 'COUNTER', label: 'Au comptoir', disabled: true },
    ],
  },
}
