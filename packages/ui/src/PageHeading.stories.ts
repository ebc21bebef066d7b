import type { Meta, StoryObj } from '@storybook/vue3-vite'
import PageHeading from './PageHeading.vue'

const meta: Meta = { title: 'Cadres/PageHeading', component: PageHeading }
export default meta

export const Complet: StoryObj = {
  render: () => ({
    components: { PageHeading },
    setup: () => ({}),
    template: `<PageHeading title="Dossiers" intro="Les dossiers ouverts et ce qui les attend."><template #actions><a class="bf-button bf-button--primary" href="#nouveau">Consigner une plainte</a></template></PageHeading>`,
  }),
}
