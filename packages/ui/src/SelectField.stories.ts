import type { Meta, StoryObj } from '@storybook/vue3-vite'
import { plain } from '../testing/plain.ts'
import SelectField from './SelectField.vue'

const meta: Meta = { title: 'Champs/SelectField', component: plain(SelectField) }
export default meta

export const Ordinaire: StoryObj = {
  args: {
    label: 'Secteur',
    placeholder: 'Tous les secteurs',
    options: [
      { code: 'PHONE', label: 'Téléphone' },
      { code: 'LETTER', label: 'Lettre', hint: 'La date du cachet de la poste fait foi.' },
      { code: 'COUNTER', label: 'Au comptoir', disabled: true },
    ],
  },
}

export const EnErreur: StoryObj = {
  args: {
    label: 'Secteur',
    required: true,
    error: 'Le secteur manque.',
    options: [
      { code: 'PHONE', label: 'Téléphone' },
      { code: 'LETTER', label: 'Lettre', hint: 'La date du cachet de la poste fait foi.' },
      { code: 'COUNTER', label: 'Au comptoir', disabled: true },
    ],
  },
}
