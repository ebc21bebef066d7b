import type { Meta, StoryObj } from '@storybook/vue3-vite'
import Notice from './Notice.vue'

const meta: Meta = { title: 'Annonces/Notice', component: Notice }
export default meta

export const Tons: StoryObj = {
  render: () => ({
    components: { Notice },
    setup: () => ({}),
    template: `<div style="display:grid;gap:16px"><Notice title="Le secteur a répondu."><p>La réponse est dans le <a href="#journal">journal</a>.</p></Notice><Notice tone="success" title="La plainte est consignée." /><Notice tone="warning" title="L’échéance est dans deux jours." /><Notice tone="danger" title="L’étape a été refusée."><p>Les motifs manquent.</p></Notice></div>`,
  }),
}

export const Grave: StoryObj = {
  args: { tone: 'danger', quiet: true, title: 'L’effacement est définitif.' },
}

export const MotDeLaPage: StoryObj = {
  args: { tone: 'danger', prefix: 'Retard', title: 'La réponse était due hier.' },
}
