import type { Meta, StoryObj } from '@storybook/vue3-vite'
import ActionButton from './ActionButton.vue'
import FactList from './FactList.vue'
import PageFrame from './PageFrame.vue'
import PageHeading from './PageHeading.vue'
import Panel from './Panel.vue'
import StatusLabel from './StatusLabel.vue'

const meta: Meta = { title: 'Cadres/PageFrame', component: PageFrame }
export default meta

export const Page: StoryObj = {
  parameters: { layout: 'fullscreen' },
  render: () => ({
    components: { PageFrame, PageHeading, Panel, StatusLabel, ActionButton, FactList },
    setup: () => ({
      facts: [
        { label: 'Numéro', value: '2026-0042' },
        { label: 'Reçue le', value: '12 mars 2026' },
        { label: 'Responsable', value: 'Maude Lavoie' },
      ],
    }),
    template: `<PageFrame>
  <template #product><a href="#accueil">Bienfondé</a></template>
  <template #nav><ul><li><a href="#dossiers" aria-current="page">Dossiers</a></li><li><a href="#consultations">Consultations</a></li><li><a href="#statistiques">Statistiques</a></li></ul></template>
  <template #account><a href="#compte">Maude Lavoie</a></template>
  <PageHeading title="Délai de traitement d’une demande" intro="Reçue par téléphone, en analyse.">
    <template #back><a href="#dossiers">Tous les dossiers</a></template>
    <template #labels><StatusLabel tone="info" label="En analyse" /></template>
    <template #actions><ActionButton>Consulter un secteur</ActionButton></template>
  </PageHeading>
  <Panel title="L’essentiel"><FactList :facts="facts" /></Panel>
  <template #footer><p>Secrétariat, ministère</p></template>
</PageFrame>`,
  }),
}
