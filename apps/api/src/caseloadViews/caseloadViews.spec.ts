import { mostViews } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { story } from '../testing/story.ts'

const fields = `id name sort columns isDefault filter { phases dueStates officer sectors search receivedFrom }`
const list = `{ caseloadViews { ${fields} } }`
const keep = `mutation ($input: KeepCaseloadViewInput!) { keepCaseloadView(input: $input) { ${fields} } }`
const remove = 'mutation ($id: ID!) { removeCaseloadView(id: $id) }'
const order = 'mutation ($ids: [ID!]!) { orderCaseloadViews(ids: $ids) { name } }'

interface View {
  id: string
  name: string
  isDefault: boolean
}
const view = {
  name: 'Retards en habitation',
  filter: { dueStates: ['LATE'], sectors: ['HOUSING'], officer: 'me', receivedFrom: '2026-04-01' },
  sort: 'RECEIVED_ASC',
  columns: ['FILE_NUMBER', 'EXCERPT', 'REPLY_DUE_ON'],
  isDefault: false,
}

describe('les vues de la liste des dossiers', () => {
  let app: Awaited<ReturnType<typeof story>>
  beforeAll(async () => {
    app = await story()
  })
  afterAll(() => app.stop())

  type Who = Parameters<typeof app.asked>[0]
  const kept = async (who: Who, input: object = {}) => {
    const answer = await app.asked<{ keepCaseloadView: View }>(who, keep, { input: { ...view, ...input } })
    return { view: answer.data?.keepCaseloadView, fields: answer.errors?.[0]?.extensions.fields }
  }
  const views = async (who: Who) => (await app.asked<{ caseloadViews: View[] }>(who, list)).data.caseloadViews
  const names = async (who: Who) => (await views(who)).map(({ name }) => name)

  it('gardent le filtre, l’ordre et les colonnes, pour leur seule personne', async () => {
    const { view: added } = await kept('OFFICER', { name: '  Retards   en habitation ' })
    expect(await views('OFFICER')).toEqual([
      { ...view, id: added?.id, filter: { ...view.filter, phases: null, search: null } },
    ])
    expect(await views('MANAGER')).toEqual([])
    expect((await kept('MANAGER', { id: added?.id })).fields).toEqual([
      { field: 'id', message: 'Cette vue n’existe plus.' },
    ])
    expect((await app.asked('MANAGER', remove, { id: added?.id })).data).toEqual({ removeCaseloadView: false })
    expect(await names('OFFICER')).toEqual(['Retards en habitation'])
  })

  it('portent chacune un nom, et ce nom ne désigne personne', async () => {
    const taken = { field: 'name', message: 'Une de vos vues porte déjà ce nom.' }
    expect((await kept('OFFICER', { name: 'RETARDS en habitation' })).fields).toEqual([taken])
    expect((await kept('MANAGER')).fields).toBeUndefined()
    expect((await kept('OFFICER', { name: '   ' })).fields).toEqual([
      { field: 'name', message: 'Donnez un nom à la vue.' },
    ])
    expect((await kept('OFFICER', { name: 'x'.repeat(61) })).fields).toMatchObject([{ field: 'name' }])
    expect((await kept('OFFICER', { name: 'a\u0007' })).fields).toMatchObject([{ field: 'name' }])
    const nobody = 'Ce texte paraît identifier une personne : une vue n’en garde rien.'
    expect((await kept('OFFICER', { name: 'z.q@courriel.test' })).fields).toEqual([{ field: 'name', message: nobody }])
    const search = { filter: { search: '418 555-0142' }, name: 'Autre' }
    expect((await kept('OFFICER', search)).fields).toEqual([{ field: 'filter.search', message: nobody }])
  })

  it.each([
    [{ columns: [] }, 'columns'],
    [{ columns: ['FILE_NUMBER', 'FILE_NUMBER'] }, 'columns'],
    [{ filter: { search: 'x'.repeat(201) } }, 'filter.search'],
    [{ id: 'x' }, 'id'],
    [{ sort: 'AUTRE' }, 'sort'],
  ])('refusent ce qui ne peut se garder : %j', async (input, field) => {
    expect((await kept('OFFICER', { name: 'Autre', ...input })).fields).toMatchObject([{ field }])
  })

  it('se renomment, se rangent et se suppriment ; une seule ouvre la liste', async () => {
    const first = await kept('AUDITOR', { name: 'Un', isDefault: true })
    const second = await kept('AUDITOR', { name: 'Deux', isDefault: true })
    const third = await kept('AUDITOR', { name: 'Trois' })
    expect((await views('AUDITOR')).map(({ isDefault }) => isDefault)).toEqual([false, true, false])
    await kept('AUDITOR', { id: first.view?.id, name: 'Premier', isDefault: true })
    expect((await views('AUDITOR')).map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Premier', true],
      ['Deux', false],
      ['Trois', false],
    ])
    await app.asked('AUDITOR', order, { ids: [third.view?.id, second.view?.id, first.view?.id] })
    expect(await names('AUDITOR')).toEqual(['Trois', 'Deux', 'Premier'])
    await app.asked('MANAGER', order, { ids: [first.view?.id] })
    expect(await names('AUDITOR')).toEqual(['Trois', 'Deux', 'Premier'])
    expect((await app.asked('AUDITOR', remove, { id: second.view?.id })).data).toEqual({ removeCaseloadView: true })
    expect(await names('AUDITOR')).toEqual(['Trois', 'Premier'])
  })

  it('restent en nombre raisonnable, même demandées toutes à la fois', async () => {
    const asked = Array.from({ length: mostViews + 5 }, (_, n) => kept('RESPONSIBLE_OFFICER', { name: `Vue ${n}` }))
    const answers = await Promise.all(asked)
    expect(answers.filter(answer => answer.view)).toHaveLength(mostViews)
    expect(answers.find(answer => answer.fields)?.fields).toMatchObject([{ field: 'name' }])
    expect(await views('RESPONSIBLE_OFFICER')).toHaveLength(mostViews)
    const twins = await Promise.all(Array.from({ length: 4 }, () => kept('MANAGER', { name: 'Jumelle' })))
    expect(twins.filter(answer => answer.view)).toHaveLength(1)
  })

  it.each(['HOUSING', 'OMBUDSMAN', 'ADMINISTRATOR'] as const)(
    'sont fermées à qui ne lit pas la liste : %s',
    async who => {
      for (const [query, variables] of [
        [list, {}],
        [keep, { input: view }],
        [remove, { id: app.id(1) }],
        [order, { ids: [] }],
      ] as const) {
        expect((await app.asked(who, query, variables)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
      }
    },
  )
})
