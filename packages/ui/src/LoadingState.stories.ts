import type { Meta, StoryObj } from '@storybook/vue3-vite'
import LoadingState from './LoadingState.vue'

const meta: Meta = { title: 'Annonces/LoadingState', component: LoadingState }
export default meta

export const Ordinaire: StoryObj = { args: {} }
