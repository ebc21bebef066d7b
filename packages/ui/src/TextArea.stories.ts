import type { Meta, StoryObj } from '@storybook/vue3-vite'
import TextArea from './TextArea.vue'

const meta: Meta = { title: 'Champs/TextArea', component: TextArea }
export default meta

export const Ordinaire: StoryObj = {
  args: {
    label: 'Exposé des faits',
    hint: 'Sans nom ni coordonnées.',
    required: true,
    modelValue: 'La personne attend une réponse depuis six semaines.',
  },
}

export const Compte: StoryObj = {
  args: { label: 'Motifs', maxlength: 60, modelValue: 'Le délai annoncé a été dépassé de douze jours ouvrables.' },
}

export const EnErreur: StoryObj = { args: { label: 'Motifs', required: true, error: 'Les motifs manquent.' } }
