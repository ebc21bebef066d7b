import type { Meta, StoryObj } from '@storybook/vue3-vite'
import { plain } from '../testing/plain.ts'
import ChoiceField from './ChoiceField.vue'

const meta: Meta = { title: 'Champs/ChoiceField', component: plain(ChoiceField) }
export default meta

export const Ordinaire: StoryObj = {
  args: {
    label: 'Mode de réception',
    required: true,
    modelValue: 'PHONE',
    options: [
      { code: 'PHONE', label: 'Téléphone' },
      { code: 'LETTER', label: 'Lettre', hint: 'La date du cachet de la poste fait foi.' },
      { code: 'COUNTER', label: 'Au comptoir', disabled: true },
    ],
  },
}

export const EnErreur: StoryObj = {
  args: {
    label: 'Mode de réception',
    error: 'Le mode de réception manque.',
    options: [
      { code: 'PHONE', label: 'Téléphone' },
      { code: 'LETTER', label: 'Lettre', hint: 'La date du cachet de la poste fait foi.' },
      { code: 'COUNTER', label: 'Au comptoir', disabled: true },
    ],
  },
}
