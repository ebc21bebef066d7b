import { ApolloLink } from '@apollo/client'
import { roles } from '@bienfonde/domain'
import { flushPromises, mount } from '@vue/test-utils'
import { of } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Component, defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { session } from '../access/session.ts'
import { apollo } from '../apollo/client.ts'
import AccessesPage from '../pages/AccessesPage.vue'
import CommunicationsPage from '../pages/registers/CommunicationsPage.vue'
import IncidentPage from '../pages/registers/IncidentPage.vue'
import IncidentsPage from '../pages/registers/IncidentsPage.vue'
import RetentionPage from '../pages/registers/RetentionPage.vue'
import { registersOf } from './sections.ts'

const incident = {
  __typename: 'IncidentEntry',
  number: 1,
  information: 'Nom et adresse postale.',
  circumstances: 'Une lettre est partie à une autre adresse.',
  occurredFrom: '2026-06-02',
  occurredTo: null,
  learnedFrom: '2026-06-04',
  learnedTo: null,
  persons: 2,
  approximate: true,
  sensitivity: 'Faible.',
  maliciousUses: 'Aucun.',
  consequences: 'Une visite.',
  likelihood: 'Faible.',
  seriousRisk: false,
  commissionNotifiedOn: null,
  personsNotifiedOn: '2026-06-05',
  publicNoticeOn: null,
  publicNoticeReason: null,
  measures: 'La lettre est récupérée.',
  keptUntil: '2031-06-04',
  byName: 'Solange Thibodeau',
  corrected: true,
  line: 5,
}
const opening = {
  __typename: 'IdentityOpening',
  dossier: 'd1',
  fileNumber: '2026-000003',
  seq: 6,
  at: '2026-06-18T14:00:00.000Z',
  byName: 'Agnès Roy',
  role: 'OFFICER',
  reason: 'Rappeler la personne.',
  scope: ['IDENTITY'],
  sector: null,
  document: null,
}
const page = (name: string, rows: object[], more: object = {}) => ({
  __typename: name,
  total: rows.length,
  next: null,
  rows,
  ...more,
})
const retention = { __typename: 'EndedRetention', closedOn: '2021-05-04', endedOn: '2026-05-04' }
const answers: Record<string, object> = {
  ConfidentialityIncidents: { confidentialityIncidents: page('IncidentPage', [incident]) },
  IncidentToCorrect: { confidentialityIncident: incident },
  CommunicationsWithoutConsent: {
    communicationsWithoutConsent: page('CommunicationPage', [
      {
        __typename: 'CommunicationEntry',
        key: '1000000012',
        number: null,
        madeOn: '2026-06-21',
        recipient: 'Protecteur du citoyen',
        nature: 'Identité.',
        purpose: 'Recours.',
        outsideQuebec: false,
        reason: 'Demande fondée sur la loi.',
        fileNumber: '2026-000003',
        byName: 'Solange Thibodeau',
        corrected: false,
      },
    ]),
  },
  EndedRetentions: {
    endedRetentions: page(
      'EndedRetentionPage',
      [
        { ...retention, dossier: 'd1', fileNumber: '2021-000001', state: 'DESTROY', hold: null },
        { ...retention, dossier: 'd2', fileNumber: '2021-000002', state: 'HOLD', hold: 'L’effacement est suspendu.' },
      ],
      { schedule: 'P-1 – Plaintes' },
    ),
  },
  ErasedDossiers: { erasedDossiers: page('ErasedDossierPage', []) },
  Accesses: {
    openings: page('OpeningPage', [opening]),
    dossier: { __typename: 'SeenDossier', fileNumber: '2026-000003' },
  },
  Sectors: { sectors: [] },
}
let outcome: object
let sent: { name: string; variables: Record<string, unknown> }[]

async function open(shown: Component, props: object = {}) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: defineComponent({ render: () => h(shown, props) }) },
      { path: '/:rest(.*)+', component: { template: '<h1>Ailleurs</h1>' } },
    ],
  })
  await router.push('/')
  const wrapper = mount(RouterView, { global: { plugins: [router] }, attachTo: document.body })
  await flushPromises()
  const labelled = (words: string) => {
    const label = wrapper.findAll('label').find(each => each.text().startsWith(words))
    if (!label) throw new Error(`No field is called « ${words} »`)
    return wrapper.find(`[id="${label.attributes('for')}"]`)
  }
  const submit = async () => {
    await wrapper.find('form').trigger('submit')
    await flushPromises()
  }
  return { wrapper, labelled, submit, router, text: () => wrapper.text() }
}
const signedIn = (role: 'RESPONSIBLE_OFFICER' | 'AUDITOR') =>
  session.open({ id: 'p', role, sector: null, name: 'Solange Thibodeau', email: 'p@exemple.test' })

describe('les registres', () => {
  beforeEach(() => {
    document.body.innerHTML = ''
    sent = []
    outcome = { __typename: 'AdministrationDone', line: 6, temporaryPassword: null, moved: null }
    signedIn('RESPONSIBLE_OFFICER')
    apollo.setLink(
      new ApolloLink(({ operationName = '', operationType, variables }) => {
        if (operationType !== 'mutation') return of({ data: answers[operationName] ?? {} })
        sent.push({ name: operationName, variables })
        return of({ data: { [`${operationName.charAt(0).toLowerCase()}${operationName.slice(1)}`]: outcome } })
      }),
    )
  })
  afterEach(() => vi.unstubAllGlobals())

  it('ne sont offerts qu’à la personne responsable et à la vérification', () => {
    const offered = roles.filter(({ code }) => registersOf(code).length > 0).map(({ code }) => code)
    expect(offered).toEqual(['RESPONSIBLE_OFFICER', 'AUDITOR'])
  })

  it('disent d’un incident tout ce que la loi demande, et à qui le corriger', async () => {
    const { text } = await open(IncidentsPage)
    for (const said of ['le 2 juin 2026 (approximatif)', 'Aux personnes le 5 juin 2026', '4 juin 2031', 'Corriger'])
      expect(text()).toContain(said)
    signedIn('AUDITOR')
    const read = await open(IncidentsPage)
    expect(read.text()).not.toMatch(/Inscrire un incident|Corriger$/)
  })

  it('n’envoient pas un incident incomplet, et nomment chaque champ', async () => {
    const { submit, text } = await open(IncidentPage)
    await submit()
    expect(sent).toEqual([])
    for (const said of ['Les circonstances manquent.', 'Le jour de l’incident manque.', 'Les mesures prises manquent.'])
      expect(text()).toContain(said)
  })

  it('corrigent un incident sous la ligne qui a été lue', async () => {
    const { labelled, submit, router } = await open(IncidentPage, { number: '1' })
    await labelled('Nombre de personnes').setValue('3')
    await submit()
    expect(sent).toMatchObject([{ name: 'CorrectIncident', variables: { number: 1, seen: 5, input: { persons: 3 } } }])
    await flushPromises()
    expect(router.currentRoute.value.path).toBe('/registres/incidents')
  })

  it('disent d’une communication venue du journal d’un dossier qu’elle en vient', async () => {
    const { text } = await open(CommunicationsPage)
    expect(text()).toContain('Par le journal du dossier')
    expect(text()).toContain('Dossier 2026-000003')
  })

  it('mènent à l’effacement d’un dossier au terme, sauf s’il est en suspens', async () => {
    const { wrapper, text } = await open(RetentionPage)
    const erasures = wrapper.findAll('a').filter(link => link.text().startsWith('Effacer l’identité'))
    expect(erasures.map(link => link.attributes('href'))).toEqual(['/dossiers/d1/etapes/eraseIdentity'])
    expect(text()).toContain('L’effacement est suspendu.')
    signedIn('AUDITOR')
    expect((await open(RetentionPage)).text()).not.toContain('Dossiers arrivés au terme')
  })

  it('disent qui a consulté l’identité d’un dossier, et le donnent en fichier', async () => {
    const asked: [string, string][] = []
    vi.stubGlobal('fetch', async (address: string, { body }: { body: string }) => {
      asked.push([address, body])
      return Response.json({ errors: [{ message: 'D’autres fichiers sont en préparation.' }] }, { status: 429 })
    })
    const { wrapper, text } = await open(AccessesPage, { id: 'd1' })
    for (const said of ['Agnès Roy', 'Agente ou agent', 'Rappeler la personne.', 'Donner à la personne'])
      expect(text()).toContain(said)
    await wrapper
      .findAll('button')
      .find(each => each.text() === 'Fichier CSV')
      ?.trigger('click')
    await flushPromises()
    expect(asked).toEqual([['/files/openings.csv', '{"dossier":"d1"}']])
  })
})
