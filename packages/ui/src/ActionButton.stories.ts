import type { Meta, StoryObj } from '@storybook/vue3-vite'
import ActionButton from './ActionButton.vue'

const meta: Meta = { title: 'Boutons/ActionButton', component: ActionButton }
export default meta

export const Variantes: StoryObj = {
  render: () => ({
    components: { ActionButton },
    setup: () => ({}),
    template: `<div style="display:flex;flex-wrap:wrap;gap:12px"><ActionButton>Enregistrer</ActionButton><ActionButton variant="secondary">Enregistrer le brouillon</ActionButton><ActionButton variant="danger">Effacer l’identité</ActionButton><ActionButton variant="quiet">Annuler</ActionButton><a class="bf-button bf-button--secondary" href="#ailleurs">Un lien en bouton</a></div>`,
  }),
}

export const EnCours: StoryObj = {
  render: () => ({
    components: { ActionButton },
    setup: () => ({}),
    template: `<ActionButton pending>Enregistrer</ActionButton>`,
  }),
}

export const Fermee: StoryObj = {
  render: () => ({
    components: { ActionButton },
    setup: () => ({}),
    template: `<ActionButton disabled-reason="La recevabilité n’est pas encore décidée.">Apprécier le bien-fondé</ActionButton>`,
  }),
}
