import { expect, it } from 'vitest'
import { mount } from '../testing/mount.ts'
import EmptyState from './EmptyState.vue'

it('dit ce qu’il n’y a pas et quoi faire', async () => {
  const { container } = await mount(
    EmptyState,
    { title: 'Aucun dossier', message: 'Élargir la période.' },
    { actions: () => 'Voir tout' },
  )
  expect(container.textContent).toContain('Aucun dossierÉlargir la période.Voir tout')
})
