import { ApolloLink } from '@apollo/client'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { of } from 'rxjs'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { session } from '../../access/session.ts'
import { apollo } from '../../apollo/client.ts'
import AnnualReportPage from '../../pages/AnnualReportPage.vue'
import FrozenEditionPage from '../../pages/FrozenEditionPage.vue'
import FrozenEditionsPage from '../../pages/FrozenEditionsPage.vue'
import { figureText, variationText } from './figureText.ts'

const line = (key: string, label: string, more: object = {}) => ({
  __typename: 'ReportLineEntry',
  ...{ key, label, definition: `Ce que compte : ${label}.`, unit: 'DOSSIERS', part: false },
  ...{ previous: 12, current: 1840, variation: 1828, previousHidden: false, currentHidden: false, ...more },
})
const report = (more: object = {}) => ({
  __typename: 'AnnualReportEntry',
  ...{ fiscalYear: 2025, label: '2025-2026', previousLabel: '2024-2025', from: '2025-04-01', to: '2026-03-31' },
  rounding: 'Les nombres sont exacts.',
  tables: [
    {
      __typename: 'ReportTableEntry',
      ...{ code: 'MOVEMENT_DOSSIERS', population: 'Toutes les plaintes inscrites.' },
      lines: [
        line('DOSSIERS.received', '+ Reçus'),
        line('DOSSIERS.withdrawn', '− Désistements', more),
        line('reply.share', 'Part dans l’engagement', {
          unit: 'PERCENT',
          previous: null,
          current: 87.5,
          variation: null,
        }),
      ],
    },
  ],
})
const hidden = { current: null, variation: null, currentHidden: true }
const edition = {
  ...{ __typename: 'FrozenEdition', id: 'e1', fiscalYear: 2025, label: '2025-2026', number: 2, knownOn: '2026-04-30' },
  ...{ frozenAt: '2026-05-01T14:00:00.000Z', note: 'Déposée.', software: '0.1.0', digest: 'f'.repeat(64) },
  ...{ intact: true, threshold: 5, exposed: 0, report: report(), published: report(hidden) },
}
const comparison = {
  __typename: 'EditionComparison',
  reproduced: true,
  restatements: [
    {
      ...{ __typename: 'RestatementEntry', table: 'MOVEMENT_DOSSIERS', key: 'DOSSIERS.received', label: '+ Reçus' },
      ...{ which: 'CURRENT', frozen: 1840, now: 1841 },
    },
  ],
  causes: [{ __typename: 'RestatementCauseEntry', cause: 'LATE_REGISTRATION', dossiers: 1 }],
}
let shown: VueWrapper | undefined
let sent: { name: string; variables: Record<string, unknown> }[]

async function open(page: Component, props: object = {}, role: 'MANAGER' | 'RESPONSIBLE_OFFICER' = 'MANAGER') {
  session.open({ id: 'g', role, sector: null, name: 'Gestion', email: 'gestion@exemple.test' })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: page, props: () => props }],
  })
  await router.push('/')
  shown?.unmount()
  const wrapper = mount(RouterView, { global: { plugins: [router] }, attachTo: document.body })
  shown = wrapper
  await flushPromises()
  const choose = async (label: string, code: string) => {
    const of = wrapper.findAll('label').find(each => each.text().startsWith(label))
    await wrapper.find(`[id="${of?.attributes('for')}"]`).setValue(code)
    await flushPromises()
  }
  return { wrapper, choose, text: () => wrapper.text().replace(/\s+/g, ' ') }
}

describe('les pages du rapport annuel et de ses éditions', () => {
  afterAll(() => shown?.unmount())
  beforeEach(() => {
    sent = []
    apollo.setLink(
      new ApolloLink(({ operationName = '', operationType, variables }) => {
        if (operationType === 'mutation') {
          sent.push({ name: operationName, variables })
          const done = { __typename: 'AdministrationDone', line: 3, temporaryPassword: null, moved: null, token: null }
          return of({ data: { freezeEdition: done } })
        }
        const answers: Record<string, object> = {
          AnnualReport: { annualReport: report(variables.audience === 'PUBLIC' ? hidden : {}) },
          FrozenEditions: { editions: [{ ...edition, __typename: 'FrozenEditionHead' }] },
          FrozenEdition: { edition: variables.id === 'e1' ? edition : null },
          EditionComparison: { editionComparison: comparison },
        }
        return of({ data: answers[operationName] ?? {} })
      }),
    )
  })

  it('un chiffre s’écrit avec son unité ; caché et sans objet se distinguent', () => {
    const plain = (text: string) => text.replace(/\s/g, ' ')
    expect(plain(figureText(1840, 'DOSSIERS'))).toBe('1 840')
    expect(plain(figureText(87.5, 'PERCENT'))).toBe('87,5 %')
    expect(plain(figureText(9, 'BUSINESS_DAYS'))).toBe('9,0')
    expect([figureText(null, 'DOSSIERS', true), figureText(null, 'PERCENT')]).toEqual(['caché', 's. o.'])
    expect(plain(variationText(-3, 'DOSSIERS'))).toMatch(/^[-−]3$/)
    expect(plain(variationText(2.5, 'PERCENT'))).toBe('+2,5 points')
    expect(variationText(0, 'DOSSIERS')).toBe('0')
  })

  it('le rapport dit l’exercice, sa population, et ce que veut dire chaque ligne', async () => {
    const { text, choose, wrapper } = await open(AnnualReportPage)
    const cells = () => wrapper.find('tbody').text()
    expect(text()).toContain('Toutes les plaintes inscrites.')
    expect(text()).toContain('Ce que compte : + Reçus.')
    expect(text()).toContain('ne les publiez pas')
    expect(cells()).not.toContain('caché')
    await choose('Pour qui', 'PUBLIC')
    expect(cells()).toContain('caché')
    expect(text()).toContain('Un zéro se publie')
  })

  it('une édition dit d’où elle vient, si elle est reproduite, et ce qui a changé depuis', async () => {
    const { text } = await open(FrozenEditionPage, { id: 'e1' })
    expect(text()).toContain('Rapport annuel 2025-2026, édition 2')
    expect(text()).toContain('30 avril 2026, au soir')
    expect(text()).toContain('f'.repeat(64))
    expect(text()).toContain('Reproduite au chiffre près')
    expect(text()).toContain('Plaintes de l’exercice inscrites depuis : 1 dossier.')
    expect(text()).toMatch(/1.840 ?1.841/)
    expect((await open(FrozenEditionPage, { id: 'e2' })).text()).toContain('Cette édition n’existe pas')
  })

  it('une ou un gestionnaire arrête une édition après avoir confirmé ; les autres la lisent', async () => {
    expect((await open(FrozenEditionsPage, {}, 'RESPONSIBLE_OFFICER')).wrapper.find('form').exists()).toBe(false)
    const { wrapper, text } = await open(FrozenEditionsPage)
    expect(text()).toContain('2025-2026, édition 2')
    await wrapper.find('form').trigger('submit')
    await flushPromises()
    expect(text()).toContain('La note de l’édition manque.')
    expect(text()).toContain('Confirmez')
    expect(sent).toEqual([])
    await wrapper.find('textarea').setValue('Déposée avec le rapport de gestion.')
    await wrapper.find('input[type="checkbox"]').setValue(true)
    await wrapper.find('form').trigger('submit')
    await flushPromises()
    expect(sent).toMatchObject([
      { name: 'FreezeEdition', variables: { input: { note: 'Déposée avec le rapport de gestion.', confirmed: true } } },
    ])
  })
})
