import { ApolloLink } from '@apollo/client'
import { backlogAges, indicators } from '@bienfonde/domain'
import { flushPromises, mount } from '@vue/test-utils'
import { of, throwError } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { session } from '../../access/session.ts'
import { apollo } from '../../apollo/client.ts'
import StatisticsPage from '../../pages/StatisticsPage.vue'
import { addressOf, askedBy, choiceIn } from './choice.ts'
import { csvOf } from './pictureTable.ts'
import { FlowQuery } from './questions.ts'
import { questionText } from './questionText.ts'

const today = '2026-06-15'
const delay = (median: number | null) => ({ counted: median === null ? 0 : 9, median, p90: median && median * 2 })
const share = (count: number) => ({ count, of: 20, share: count / 20 })
const figures = (more: object = {}) => ({
  ...Object.fromEntries(
    indicators.filter(({ unit }) => unit !== 'BUSINESS_DAYS' && unit !== 'SHARE').map(({ field }) => [field, 7]),
  ),
  ...{ acknowledgedInTime: share(19), repliedInTime: share(16), repliedByDate: share(18) },
  ...{ acknowledgement: delay(2), reply: delay(30), replyNet: delay(28), closing: delay(31), closingNet: delay(29) },
  ...more,
})
const group = (values: string[], counts: object) => ({
  key: values.map(value => ({ value, label: `Nom de ${value}` })),
  figures: counts,
})
const definitions = { acknowledgementDays: 5, replyDays: 45, indicators }

const answers: Record<string, object> = {
  Sectors: { sectors: [{ code: 'HABITATION', name: 'Habitation', services: [], active: true }] },
  Definitions: { definitions },
  Figures: { now: { total: figures({ received: 1840 }) }, before: { total: figures({ received: 1800 }) } },
  Flow: {
    caseloadFlow: {
      ...{ openAtStart: 10, received: 1840, reopened: 2, closed: 1800, openAtEnd: 52 },
      dispositions: [{ outcome: 'FOUNDED', count: 700 }],
    },
  },
  Trend: {
    timeSeries: [
      { from: '2026-04-01', figures: figures() },
      { from: '2026-05-01', figures: figures() },
    ],
  },
  Delays: {
    timeSeries: [
      { from: '2026-04-01', figures: { acknowledgement: delay(6), replyNet: delay(30) } },
      { from: '2026-05-01', figures: { acknowledgement: delay(3), replyNet: delay(null) } },
    ],
  },
  Criteria: {
    caseloadStatistics: {
      total: { founded: 9 },
      groups: [group(['BELOW_SERVICE_STANDARD'], { founded: 6 }), group(['REPRESENTATIVE_ERROR'], { founded: 4 })],
    },
  },
  SectorResults: {
    caseloadStatistics: {
      groups: [group(['HABITATION', 'FOUNDED'], { closed: 3 }), group(['HABITATION', 'WITHDRAWN'], { closed: 2 })],
    },
  },
  BacklogAge: {
    backlogAge: {
      ...{ open: 12, overdue: 3, age: { median: 8, p90: 44 } },
      classes: backlogAges.map(({ code }) => ({ age: code, count: 2 })),
    },
  },
  Recommendations: { now: { total: figures() }, before: { total: figures() } },
}

describe('la page des chiffres', () => {
  let sent: Record<string, Record<string, unknown>>
  let broken: string
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T16:00:00Z`) })
    sent = {}
    broken = ''
    apollo.setLink(
      new ApolloLink(({ operationName = '', variables, getContext }) => {
        sent[operationName] = { ...variables, uri: getContext().uri }
        if (operationName === broken) return throwError(() => new TypeError('coupé'))
        return of({ data: answers[operationName] ?? {} })
      }),
    )
  })
  afterEach(() => {
    vi.useRealTimers()
    document.body.innerHTML = ''
  })

  async function open(address = '/statistiques') {
    session.open({ id: 'g', role: 'MANAGER', sector: null, name: 'Gestion', email: 'gestion@exemple.test' })
    const routes = [
      { path: '/statistiques', component: StatisticsPage },
      { path: '/:rest(.*)*', component: {} },
    ]
    const router = createRouter({ history: createMemoryHistory(), routes })
    await router.push(address)
    const wrapper = mount(RouterView, { global: { plugins: [router] }, attachTo: document.body })
    await flushPromises()
    await flushPromises()
    const choose = async (label: string, code: string) => {
      const of = wrapper.findAll('label').find(each => each.text().startsWith(label))
      await wrapper.find(`[id="${of?.attributes('for')}"]`).setValue(code)
      await flushPromises()
    }
    return { wrapper, router, choose, text: () => wrapper.text().replace(/\s+/g, ' ') }
  }

  it('chaque chiffre dit son unité, sa période, l’année précédente et sa définition', async () => {
    const { text } = await open()
    expect(text()).toContain('Exercice 2026-2027, du 1er avril 2026 au 15 juin 2026.')
    expect(text()).toContain('Comparé à 2025-2026, du 1er avril 2025 au 15 juin 2025.')
    expect(text()).toContain('Reçus1 840 dossiersAnnée précédente : 1 800 (écart : +40)')
    expect(text()).toContain('95 %19 sur 20')
    expect(text()).toContain('Engagement : 45 jours ouvrables.')
    expect(text()).toContain('DéfinitionPlaintes reçues ; un motif ajouté plus tard')
    expect(sent.Figures).toMatchObject({
      period: { from: '2026-04-01', to: today },
      before: { from: '2025-04-01', to: '2025-06-15' },
      uri: '/statistics',
    })
  })

  it('chaque image a son texte et son tableau', async () => {
    const { text, wrapper } = await open()
    expect(text()).toContain('10 ouverts au début + 1 840 reçus + 2 rouverts − 1 800 fermés = 52 ouverts à la fin.')
    expect(text()).toContain('Accusé de réception : la médiane dépasse l’engagement de 5 jours ouvrables 1 mois sur 2')
    expect(text()).toContain('Le critère le plus souvent retenu : Norme de service non atteinte, 6.')
    expect(text()).toContain('Le plus de fermetures : Nom de HABITATION, 5, dont 3 fondées et 0 non fondées.')
    expect(text()).toContain('12 ouverts, dont 3 en retard.')
    expect(wrapper.findAll('[role="img"]')).toHaveLength(8)
    expect(wrapper.findAll('[role="table"]')).toHaveLength(8)
  })

  it('les filtres vont dans l’adresse, et en reviennent', async () => {
    const { router, choose } = await open('/statistiques?secteur=HABITATION&unite=MATTERS&connu=2026-05-01')
    expect(sent.Trend).toMatchObject({
      ...{ unit: 'MATTERS', filter: { sectors: ['HABITATION'] }, asOf: '2026-05-01' },
      period: { to: '2026-05-01' },
    })
    await choose('Exercice financier', '2024')
    await choose('Résultat', 'FOUNDED')
    expect(router.currentRoute.value.query).toEqual({
      ...{ exercice: '2024', secteur: 'HABITATION', unite: 'MATTERS', resultat: 'FOUNDED', connu: '2026-05-01' },
    })
    expect(sent.Flow).toMatchObject({ period: { from: '2024-04-01', to: '2025-03-31' }, asOf: '2026-05-01' })
  })

  it('une adresse qui dit mal est comme une adresse qui ne dit rien', () => {
    const said = {
      exercice: '1815',
      unite: 'x',
      secteur: 'a b',
      canal: 'PIGEON',
      resultat: ['FOUNDED'],
      connu: '2030-01-01',
    }
    const choice = choiceIn(said, today)
    expect(addressOf(choice, today)).toEqual({})
    expect(askedBy({ ...choice, knownOn: '2026-03-31' }, today)).toBeUndefined()
    expect(askedBy({ ...choice, year: 2025 }, today)?.before).toEqual({ from: '2024-04-01', to: '2025-03-31' })
  })

  it('une image qui ne peut être comptée le dit, et les autres demeurent', async () => {
    broken = 'Criteria'
    const { text, wrapper } = await open()
    expect(text()).toContain('Ces chiffres n’ont pu être comptés')
    expect(text()).toContain('12 ouverts, dont 3 en retard.')
    broken = ''
    await wrapper
      .findAll('button')
      .find(each => each.text() === 'Réessayer')
      ?.trigger('click')
    await flushPromises()
    expect(text()).not.toContain('Ces chiffres n’ont pu être comptés')
  })

  it('un exercice qui n’était pas commencé n’a rien à montrer', async () => {
    expect((await open('/statistiques?connu=2025-01-01')).text()).toContain('L’exercice n’était pas commencé')
  })

  it('la requête se copie avec ses variables, telle que posée', () => {
    const copied = questionText({ document: FlowQuery, variables: { unit: 'DOSSIERS' } })
    expect(copied).toMatch(/^query Flow\(.*caseloadFlow\(/s)
    expect(copied).toContain('# Variables\n# {\n#   "unit": "DOSSIERS"\n# }')
  })

  it('un tableau s’emporte en CSV, sans formule', () => {
    const columns = [
      { key: 'label', label: 'Mouvement' },
      { key: 'count', label: 'Nombre' },
    ]
    const rows = [
      { key: 'a', label: '+ Reçus', count: 12.5 },
      { key: 'b', label: 'Deux ; "mots"', count: null },
    ]
    expect(csvOf({ columns, rows })).toBe('\ufeffMouvement;Nombre\r\n\'+ Reçus;12,5\r\n"Deux ; ""mots""";\r\n')
  })
})
