import type { Meta, StoryObj } from '@storybook/vue3-vite'
import Disclosure from './Disclosure.vue'

const meta: Meta = { title: 'Cadres/Disclosure', component: Disclosure }
export default meta

export const Ferme: StoryObj = {
  render: () => ({
    components: { Disclosure },
    setup: () => ({}),
    template: `<Disclosure summary="Comment ce nombre est compté"><p>Un dossier compte une fois.</p></Disclosure>`,
  }),
}

export const Ouvert: StoryObj = {
  render: () => ({
    components: { Disclosure },
    setup: () => ({}),
    template: `<Disclosure open summary="Comment ce nombre est compté"><p>Un dossier compte une fois.</p></Disclosure>`,
  }),
}
