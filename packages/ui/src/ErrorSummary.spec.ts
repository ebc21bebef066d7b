import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { h } from 'vue'
import { mount } from '../testing/mount.ts'
import ErrorSummary from './ErrorSummary.vue'
import TextField from './TextField.vue'

it('prend le focus et mène au champ, ou au premier choix d’un groupe', async () => {
  const { container } = await mount(() => [
    h(ErrorSummary, {
      errors: [
        { field: 'sujet', message: 'Le sujet manque.' },
        { field: 'mode', message: 'Le mode manque.' },
      ],
    }),
    h(TextField, { id: 'sujet', label: 'Sujet' }),
    h('fieldset', { id: 'mode' }, h('input', { type: 'radio', 'aria-label': 'Téléphone' })),
  ])
  const summary = container.querySelector('[role=alert]')
  expect(summary).toHaveFocus()
  expect(summary).toHaveAccessibleName('Des réponses sont à corriger')
  const [first, second] = container.querySelectorAll('a')
  await userEvent.click(first!)
  expect(container.querySelector('#sujet')).toHaveFocus()
  await userEvent.click(second!)
  expect(container.querySelector('[type=radio]')).toHaveFocus()
})
