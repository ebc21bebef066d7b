import type { Meta, StoryObj } from '@storybook/vue3-vite'
import TextField from './TextField.vue'

const meta: Meta = { title: 'Champs/TextField', component: TextField }
export default meta

export const Ordinaire: StoryObj = {
  args: { label: 'Nom de famille', hint: 'Comme sur une pièce d’identité.', modelValue: 'Tremblay' },
}

export const EnErreur: StoryObj = {
  args: { label: 'Courriel', type: 'email', required: true, error: 'L’adresse est incomplète.', modelValue: 'marie@' },
}

export const Court: StoryObj = { args: { label: 'Code postal', short: true, modelValue: 'G1R 5B4' } }

export const Inactif: StoryObj = { args: { label: 'Numéro de dossier', disabled: true, modelValue: '2026-0042' } }
