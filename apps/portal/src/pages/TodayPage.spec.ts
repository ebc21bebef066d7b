import { ApolloLink } from '@apollo/client'
import { noOverrides } from '@bienfonde/domain'
import { officer } from '@bienfonde/domain/testing'
import { flushPromises, mount, RouterLinkStub } from '@vue/test-utils'
import { of, throwError } from 'rxjs'
import { beforeEach, describe, expect, it } from 'vitest'
import { session } from '../access/session.ts'
import { apollo } from '../apollo/client.ts'
import { questionOf, readAddress } from '../caseload/address.ts'
import TodayPage from './TodayPage.vue'

const dossier = (id: string, subject = 'Délai de réponse') => ({
  id,
  fileNumber: `2026-00000${id}`,
  subjects: [subject],
})
const toDo = (id: string, lateness: string, dueOn: string | null, steps: string[], suspended = false) => ({
  ...{ __typename: 'TodayToDoRow', ...dossier(id), dueOn, lateness, suspended },
  duties: [{ __typename: 'TodayDuty', steps, dueOn }],
})

const nothing = {
  __typename: 'Today',
  on: '2026-06-22',
  calendar: noOverrides,
  dueSoonDays: 5,
  toDo: { __typename: 'TodayToDo', total: 0, overdue: 0, dueToday: 0, dueSoon: 0, later: 0, rows: [] },
  returned: { __typename: 'TodayReturned', total: 0, rows: [] },
  waiting: { __typename: 'TodayWaiting', total: 0, overdue: 0, rows: [] },
}

const full = {
  ...nothing,
  toDo: {
    ...nothing.toDo,
    ...{ total: 28, overdue: 1, dueToday: 1, dueSoon: 1, later: 25 },
    rows: [
      toDo('1', 'OVERDUE', '2026-06-18', ['acknowledgeReceipt']),
      toDo('2', 'DUE_TODAY', '2026-06-22', ['declareAdmissible', 'declareInadmissible']),
      toDo('3', 'DUE_SOON', '2026-06-26', ['consultSector']),
      toDo('4', 'LATER', null, ['assessMerits'], true),
    ],
  },
  returned: {
    ...nothing.returned,
    total: 1,
    rows: [
      {
        ...{ __typename: 'TodayReturnedRow', ...dossier('5'), on: '2026-06-19', byName: 'Étienne Vigneault' },
        event: { type: 'SECTOR_REPLIED', consultation: 'C1', reply: 'Un retard.', repliedOn: '2026-06-19' },
      },
    ],
  },
  waiting: {
    ...nothing.waiting,
    ...{ total: 1, overdue: 1 },
    rows: [
      {
        ...{ __typename: 'TodayWaitingRow', ...dossier('6') },
        waits: [
          {
            ...{ __typename: 'TodayWait', party: 'SECTOR', sector: 'HABITATION', body: null },
            ...{ step: 'recordSectorReply', since: '2026-06-02', dueOn: '2026-06-19' },
          },
        ],
      },
    ],
  },
}
const sectors = [{ __typename: 'Sector', code: 'HABITATION', name: 'Habitation', services: [], active: true }]

async function page(answer: () => ReturnType<ApolloLink.RequestHandler>) {
  apollo.setLink(
    new ApolloLink(operation => {
      if (operation.operationName === 'Sectors') return of({ data: { sectors } })
      if (operation.operationName === 'MinistryStaff') return of({ data: { ministryStaff: [] } })
      return answer()
    }),
  )
  const wrapper = mount(TodayPage, { attachTo: document.body, global: { stubs: { RouterLink: RouterLinkStub } } })
  await flushPromises()
  return wrapper
}
const showing = (today: object) => page(() => of({ data: { today } }))

describe('la page « Aujourd’hui »', () => {
  beforeEach(async () => {
    document.body.innerHTML = ''
    session.open({ ...officer, name: 'Agnès Roy', email: 'agnes@exemple.test' })
    await apollo.clearStore()
  })

  it('range ce qui est à faire par risque de retard, l’échéance dite en mots', async () => {
    const wrapper = await showing(full)
    expect(wrapper.findAll('h3').map(each => each.text())).toEqual([
      'En retard (1)',
      'À faire aujourd’hui (1)',
      'D’ici 5 jours ouvrables (1)',
      'Plus tard (25)',
    ])
    const text = wrapper.text()
    for (const words of [
      'en retard de 2 jours ouvrables',
      'aujourd’hui',
      'dans 3 jours ouvrables',
      'délai suspendu',
      'Lundi 22 juin 2026.',
    ])
      expect(text).toContain(words)
  })

  it('chaque ligne ouvre le dossier à l’étape même, sous le nom de l’étape', async () => {
    const wrapper = await showing(full)
    const links = wrapper.findAllComponents(RouterLinkStub).map(link => [link.props('to'), link.text()])
    for (const link of [
      ['/dossiers/1/etapes/acknowledgeReceipt', 'Accuser réception'],
      ['/dossiers/2/etapes/declareAdmissible', 'Déclarer recevable'],
      ['/dossiers/2/etapes/declareInadmissible', 'Déclarer irrecevable'],
      ['/dossiers/6/etapes/recordSectorReply', 'Répondre à la consultation'],
      ['/dossiers/5', '2026-000005'],
    ])
      expect(links).toContainEqual(link)
  })

  it('mène de chaque compte aux dossiers qu’il compte', async () => {
    const wrapper = await showing(full)
    const lists = wrapper
      .findAllComponents(RouterLinkStub)
      .filter(link => String(link.props('to')).startsWith('/dossiers?'))
      .map(link => {
        const query = Object.fromEntries(new URLSearchParams(String(link.props('to')).split('?')[1]))
        return [link.text(), questionOf(readAddress(query)).filter.today]
      })
    expect(lists).toEqual([
      ['Voir les 28 dossiers', 'TO_DO'],
      ['Voir le dossier', 'OVERDUE'],
      ['Voir le dossier', 'DUE_TODAY'],
      ['Voir le dossier', 'DUE_SOON'],
      ['Voir les 25 dossiers', 'LATER'],
      ['Voir le dossier', 'RETURNED'],
      ['Voir le dossier', 'WAITING'],
    ])
  })

  it('dit ce qui est revenu, de qui, et qui est attendu, depuis quand', async () => {
    const text = (await showing(full)).text()
    expect(text).toContain('Le secteur répond à la consultation.')
    expect(text).toContain('Étienne Vigneault, le 19 juin 2026')
    expect(text).toContain('Le secteur Habitation, depuis le 2 juin 2026')
    expect(text).toContain('en retard de 1 jour ouvrable')
  })

  it('dit que rien ne presse quand rien n’attend', async () => {
    const wrapper = await showing(nothing)
    expect(wrapper.text()).toContain('Rien ne presse')
    expect(wrapper.findAll('h2').map(each => each.text())).toEqual(['À faire'])
  })

  it('dit pourquoi ce n’est pas un jour ouvrable', async () => {
    expect((await showing({ ...nothing, on: '2026-06-24' })).text()).toContain(
      'Mercredi 24 juin 2026. Ce n’est pas un jour ouvrable : c’est un jour férié (Fête nationale du Québec).',
    )
  })

  it('dit que la journée n’a pu être lue, et la relit', async () => {
    let asked = 0
    const wrapper = await page(() => {
      asked += 1
      return asked === 1 ? throwError(() => new Error('panne')) : of({ data: { today: nothing } })
    })
    expect(wrapper.text()).toContain('Votre journée n’a pu être lue')
    await wrapper.find('button').trigger('click')
    await flushPromises()
    expect(wrapper.text()).toContain('Rien ne presse')
  })
})
