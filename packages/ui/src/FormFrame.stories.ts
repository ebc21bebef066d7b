import type { Meta, StoryObj } from '@storybook/vue3-vite'
import { plain } from '../testing/plain.ts'
import ActionButton from './ActionButton.vue'
import ChoiceField from './ChoiceField.vue'
import ErrorSummary from './ErrorSummary.vue'
import FormFrame from './FormFrame.vue'
import TextArea from './TextArea.vue'
import TextField from './TextField.vue'

const meta: Meta = { title: 'Cadres/FormFrame', component: FormFrame }
export default meta

export const Formulaire: StoryObj = {
  render: () => ({
    components: { FormFrame, TextField, TextArea, ChoiceField: plain(ChoiceField), ErrorSummary, ActionButton },
    setup: () => ({
      errors: [{ field: 'sujet', message: 'Le sujet manque.' }],
      options: [
        { code: 'PHONE', label: 'Téléphone' },
        { code: 'LETTER', label: 'Lettre' },
      ],
    }),
    template: `<FormFrame title="Consigner une plainte" intro="Ce qui est dit ici ouvre le dossier.">
  <template #errors><ErrorSummary :errors="errors" /></template>
  <TextField id="sujet" label="Sujet" required error="Le sujet manque." />
  <ChoiceField id="mode" label="Mode de réception" :options="options" model-value="PHONE" />
  <TextArea label="Exposé" hint="Sans nom ni coordonnées." :maxlength="2000" />
  <template #actions><ActionButton type="submit">Consigner</ActionButton><ActionButton variant="quiet">Annuler</ActionButton></template>
</FormFrame>`,
  }),
}
