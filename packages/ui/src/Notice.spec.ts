import { expect, it } from 'vitest'
import { mount } from '../testing/mount.ts'
import Notice from './Notice.vue'

it.each([
  ['info', 'status', 'Information'],
  ['success', 'status', 'Réussite'],
  ['warning', 'alert', 'Attention'],
  ['danger', 'alert', 'Erreur'],
])('le ton « %s » s’annonce comme %s', async (tone, role, word) => {
  const { find } = await mount(Notice, { tone, title: 'Un message.' })
  expect(find(`[role=${role}]`)).toHaveTextContent(`${word} : Un message.`)
})

it('ne s’annonce pas s’il était déjà là', async () => {
  const { container } = await mount(Notice, { title: 'Un message.', quiet: true })
  expect(container.querySelector('[role]')).toBeNull()
})

it('ce qui est grave sans être une erreur n’en porte pas le nom', async () => {
  const { find } = await mount(Notice, { tone: 'danger', quiet: true, title: 'L’effacement est définitif.' })
  expect(find('.title')).toHaveTextContent('Important : L’effacement est définitif.')
})

it('dit le mot que la page lui donne', async () => {
  const { find } = await mount(Notice, { tone: 'danger', title: 'Le dossier est en retard.', prefix: 'Retard' })
  expect(find('[role=alert]')).toHaveTextContent('Retard : Le dossier est en retard.')
})
