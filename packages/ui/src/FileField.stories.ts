import type { Meta, StoryObj } from '@storybook/vue3-vite'
import FileField from './FileField.vue'

const meta: Meta = { title: 'Champs/FileField', component: FileField }
export default meta

export const Vide: StoryObj = { args: { label: 'Pièce jointe', accept: '.pdf,.docx', maxBytes: 10000000 } }

export const Choisi: StoryObj = {
  args: { label: 'Pièce jointe', modelValue: new File(['x'.repeat(12500)], 'réponse-du-secteur.pdf') },
}
