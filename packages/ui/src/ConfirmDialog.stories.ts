import type { Meta, StoryObj } from '@storybook/vue3-vite'
import ConfirmDialog from './ConfirmDialog.vue'

const meta: Meta = { title: 'Annonces/ConfirmDialog', component: ConfirmDialog }
export default meta

export const Ouvert: StoryObj = {
  args: {
    open: true,
    danger: true,
    title: 'Effacer l’identité ?',
    message: 'Le nom et les coordonnées seront effacés pour toujours.',
    confirm: 'Effacer l’identité',
  },
}
