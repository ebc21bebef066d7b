import { informed, matterAdded, registered } from '@bienfonde/domain/testing'
import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { replying } from '../testing/replying.ts'
import { dossierOf } from '../testing/writing.ts'
import AddressedLetter from './AddressedLetter.vue'
import DossierLetters from './DossierLetters.vue'
import { standingSteps } from './rooms.ts'

const entry = {
  __typename: 'LetterEntry',
  seq: 3,
  label: 'Plainte non fondée',
  date: '2026-06-12',
  channel: 'MAIL',
  template: 2,
  digest: 'abcd'.repeat(16),
  pdf: '/files/letters/D1/3.pdf',
}

async function show(events: Parameters<typeof dossierOf>[0]) {
  const dossier = dossierOf(events)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
  })
  const wrapper = mount(DossierLetters, {
    props: { dossier, steps: standingSteps(dossier) },
    global: { plugins: [router] },
  })
  await flushPromises()
  return wrapper
}

describe('les lettres d’un dossier', () => {
  replying({ DossierLetters: { dossierLetters: [entry] } })

  it('disent leur genre, leur date, leur version et leur empreinte, et s’ouvrent en PDF', async () => {
    const panel = await show([registered, matterAdded, informed])
    for (const said of ['Plainte non fondée', '12 juin 2026', '2', 'abcdabcdabcdabcd'])
      expect(panel.text()).toContain(said)
    expect(panel.find('a[target="_blank"]').attributes('href')).toBe(entry.pdf)
    expect(panel.findAll('a').at(-1)?.attributes('href')).toBe('/dossiers/D1/etapes/openIdentity?lettre=3')
  })

  it('ne paraissent pas tant qu’aucune n’est partie', async () => {
    expect((await show([registered, matterAdded])).text()).toBe('')
  })
})

describe('la lettre avec l’adresse', () => {
  it('se demande contre l’ouverture, et dit pourquoi elle n’est pas donnée', async () => {
    const sent: [string, string][] = []
    vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
      sent.push([path, body])
      return Response.json({ errors: [{ message: 'Cette ouverture ne donne aucune adresse.' }] }, { status: 404 })
    })
    const panel = mount(AddressedLetter, { props: { opening: 'O1', dossier: 'D1', line: 3 } })
    await flushPromises()
    await flushPromises()
    expect(sent).toEqual([['/files/letters/addressed', '{"dossier":"D1","line":3,"opening":"O1"}']])
    expect(panel.text()).toContain('Cette ouverture ne donne aucune adresse.')
    vi.unstubAllGlobals()
  })
})
