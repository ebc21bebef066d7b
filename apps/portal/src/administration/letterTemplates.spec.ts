import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import LetterTemplatePage from '../pages/administration/LetterTemplatePage.vue'
import LetterTemplatesPage from '../pages/administration/LetterTemplatesPage.vue'
import { replying } from '../testing/replying.ts'

const version = (rank: number, inForce: boolean, byName: string | null = null) => ({
  __typename: 'LetterTemplateVersion',
  version: rank,
  at: '2026-06-12T15:00:00.000Z',
  byName,
  shipped: byName === null,
  restores: null,
  inForce,
})
const template = {
  __typename: 'LetterTemplateEntry',
  code: 'FOUNDED',
  label: 'Plainte fondée',
  line: 4,
  versions: [version(2, true, 'Jocelyn Pomerleau'), version(1, false)],
}
const refusal = 'Ce modèle contient une erreur ; celui en vigueur reste en place. Ligne 3 : le nom « x » n’existe pas.'
const trial = {
  __typename: 'LetterTemplateTrial',
  flaws: [] as object[],
  pdf: btoa('%PDF-'),
  text: 'La lettre inventée.',
}

async function open(path: string) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/administration/lettres', component: LetterTemplatesPage },
      { path: '/administration/lettres/:code', component: LetterTemplatePage, props: true },
    ],
  })
  await router.push(path)
  const wrapper = mount(RouterView, { global: { plugins: [router] }, attachTo: document.body })
  await flushPromises()
  await flushPromises()
  return wrapper
}

describe('les modèles de lettres', () => {
  replying({
    LetterTemplates: { letterTemplates: [template] },
    LetterTemplate: {
      letterTemplate: {
        __typename: 'LetterTemplateSource',
        version: 2,
        source: '#import "layout.typ": *\n#show: letter\n',
      },
    },
    LetterTemplateAt: {
      letterTemplate: { __typename: 'LetterTemplateSource', version: 1, source: '// La première source.' },
    },
    LetterTemplateTrial: { letterTemplateTrial: trial },
    ChangeLetterTemplate: {
      changeLetterTemplate: {
        __typename: 'AdministrationRefused',
        refusals: [
          { __typename: 'AdministrationRefusalEntry', code: 'TEMPLATE_FAULTY', message: refusal, field: 'source' },
        ],
        meanwhile: [],
      },
    },
  })

  it('se listent avec la version en vigueur, et qui l’a écrite', async () => {
    const page = await open('/administration/lettres')
    for (const said of ['Plainte fondée', 'Version 2', 'Jocelyn Pomerleau']) expect(page.text()).toContain(said)
    expect(page.find('tbody a').attributes('href')).toBe('/administration/lettres/FOUNDED')
    page.unmount()
  })

  it('s’écrivent à côté de ce qu’ils donnent, et une erreur dit sa ligne', async () => {
    const page = await open('/administration/lettres/FOUNDED')
    for (const said of [
      'Ce modèle se compose sans erreur.',
      'La lettre inventée.',
      'Rétablir la version 1',
      'En vigueur',
    ])
      expect(page.text()).toContain(said)
    await page.findAll('button[aria-expanded]').at(-1)?.trigger('click')
    await flushPromises()
    expect(page.find('pre').text()).toBe('// La première source.')
    await page.find('textarea').setValue('#import "layout.typ": *\n#show: letter\n#x')
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain(refusal)
    await page.find('textarea').setValue('Votre réclamation')
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain('Ligne 1 : « réclamation ».')
    page.unmount()
  })

  it('qui n’existent pas le disent', async () => {
    const page = await open('/administration/lettres/RIEN')
    expect(page.text()).toContain('Ce modèle n’existe pas')
    page.unmount()
  })
})
