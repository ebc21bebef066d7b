import { expect, it } from 'vitest'
import { mount } from '../testing/mount.ts'
import FactList, { type Fact } from './FactList.vue'

it('associe chaque fait à son nom, dit l’absence, et cède la place à son emplacement', async () => {
  const { container } = await mount(
    FactList,
    {
      facts: [
        { label: 'Numéro', value: '2026-0042' },
        { label: 'Représentant', value: null },
        { label: 'État', key: 'state', value: 'brut' },
      ],
    },
    { state: ({ fact }: { fact: Fact }) => `(${fact.value})` },
  )
  expect([...container.querySelectorAll('dd')].map(fact => fact.textContent)).toEqual(['2026-0042', '—', '(brut)'])
  expect(container.querySelectorAll('dt')[2]).toHaveTextContent('État')
})
