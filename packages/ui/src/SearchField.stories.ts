import type { Meta, StoryObj } from '@storybook/vue3-vite'
import SearchField from './SearchField.vue'

const meta: Meta = { title: 'Champs/SearchField', component: SearchField }
export default meta

export const Ordinaire: StoryObj = {
  args: { label: 'Rechercher un dossier', hint: 'Un numéro, un sujet, un mot de l’exposé.' },
}

export const SansLibelleVisible: StoryObj = {
  args: { label: 'Rechercher un dossier', labelHidden: true, placeholder: 'Numéro, sujet…' },
}
