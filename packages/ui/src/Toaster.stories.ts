import type { Meta, StoryObj } from '@storybook/vue3-vite'
import Toaster from './Toaster.vue'
import { useToasts } from './useToasts.ts'

const meta: Meta = { title: 'Annonces/Toaster', component: Toaster }
export default meta

export const DeuxMessages: StoryObj = {
  args: { staySeconds: 3600 },
  play: () => {
    const { toasts, succeed, fail, dismiss } = useToasts()
    for (const { id } of [...toasts.value]) dismiss(id)
    succeed('La plainte est consignée.')
    fail('La connexion est interrompue : rien n’a été enregistré.')
  },
}
