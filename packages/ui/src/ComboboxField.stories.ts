import type { Meta, StoryObj } from '@storybook/vue3-vite'
import { plain } from '../testing/plain.ts'
import ComboboxField from './ComboboxField.vue'

const meta: Meta = { title: 'Champs/ComboboxField', component: plain(ComboboxField) }
export default meta

export const Ordinaire: StoryObj = {
  args: {
    label: 'Organisme',
    hint: 'Les accents sont facultatifs.',
    options: [
      { code: 'A', label: 'Commission municipale' },
      { code: 'B', label: 'Société d’habitation', hint: 'Programmes de logement' },
      { code: 'C', label: 'Tribunal du logement' },
      { code: 'D', label: 'Régie de l’énergie' },
    ],
  },
}

export const EnErreur: StoryObj = {
  args: {
    label: 'Organisme',
    required: true,
    error: 'L’organisme manque.',
    options: [
      { code: 'A', label: 'Commission municipale' },
      { code: 'B', label: 'Société d’habitation', hint: 'Programmes de logement' },
      { code: 'C', label: 'Tribunal du logement' },
      { code: 'D', label: 'Régie de l’énergie' },
    ],
  },
}

export const FermeAvecReponse: StoryObj = {
  args: {
    label: 'Organisme',
    modelValue: 'B',
    options: [
      { code: 'A', label: 'Commission municipale' },
      { code: 'B', label: 'Société d’habitation', hint: 'Programmes de logement' },
    ],
  },
}

export const RefermeApresChoix: StoryObj = {
  args: FermeAvecReponse.args ?? {},
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('combobox'))
    await userEvent.keyboard('{ArrowDown}{Enter}')
  },
}

export const Ouvert: StoryObj = {
  args: {
    label: 'Organisme',
    options: [
      { code: 'A', label: 'Commission municipale' },
      { code: 'B', label: 'Société d’habitation', hint: 'Programmes de logement' },
      { code: 'C', label: 'Tribunal du logement' },
      { code: 'D', label: 'Régie de l’énergie' },
    ],
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('combobox'))
  },
}
