import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { story } from '../testing/story.ts'

const list = `query ($filter: CaseloadFilter, $sort: CaseloadSort! = FILE_NUMBER_ASC, $first: Int! = 100, $after: String, $skip: Int! = 0) {
  caseload(filter: $filter, sort: $sort, first: $first, after: $after, skip: $skip) {
    total next
    rows {
      id fileNumber version phase receivedOn registeredOn intakeChannel language anonymous officer officerName sectors
      subjects outcomes matters excerpt acknowledgementDueOn acknowledgedOn replyDueOn dueState suspended closedOn
      informed escalated changedAt passage { text hit }
    }
  }
}`

interface Row {
  id: string
  fileNumber: string
  receivedOn: string
  replyDueOn: string
  changedAt: string
  dueState: string
  passage: { text: string; hit: boolean }[]
}
interface Page {
  caseload: { total: number; next: string | null; rows: Row[] }
}

describe('la liste des dossiers', () => {
  let app: Awaited<ReturnType<typeof story>>
  beforeAll(async () => {
    app = await story()
  })
  afterAll(() => app.stop())

  const page = async (variables: object = {}) => {
    const answer = await app.asked<Page>('MANAGER', list, variables)
    if (answer.errors) throw new Error(answer.text)
    return answer.data.caseload
  }
  const numbers = async (filter: object) =>
    (await page({ filter })).rows.map(({ fileNumber }) => Number(fileNumber.slice(5)))

  it('montre de chaque dossier ce qu’il faut pour le suivre', async () => {
    const { rows, total } = await page()
    expect(total).toBe(12)
    expect(rows[3]).toEqual({
      id: app.id(4),
      fileNumber: '2026-000004',
      version: 9,
      phase: 'CLOSED',
      receivedOn: '2026-03-20',
      registeredOn: '2026-03-20',
      intakeChannel: 'COUNTER',
      language: 'FR',
      anonymous: false,
      officer: expect.any(String),
      officerName: 'Solange Thibodeau',
      sectors: ['MUNICIPAL_AFFAIRS'],
      subjects: ['Qualité de l’accueil'],
      outcomes: ['FOUNDED'],
      matters: 1,
      excerpt: 'Les renseignements donnés au comptoir étaient contradictoires.',
      acknowledgementDueOn: '2026-03-27',
      acknowledgedOn: null,
      replyDueOn: '2026-04-21',
      dueState: 'CLOSED',
      suspended: false,
      closedOn: '2026-04-08',
      informed: true,
      escalated: false,
      changedAt: '2026-04-08T14:00:00.000Z',
      passage: [],
    })
  })

  it.each([
    [{ phases: ['TO_EXAMINE'] }, [1, 8, 11, 12]],
    [{ phases: ['UNDER_ANALYSIS', 'TO_EXAMINE'] }, [1, 2, 3, 8, 9, 11, 12]],
    [{ sectors: ['MUNICIPAL_AFFAIRS'] }, [2, 4, 5, 7, 8, 11]],
    [{ subjects: ['Habitations à loyer modique'] }, [12]],
    [{ outcomes: ['FOUNDED'] }, [4, 5]],
    [{ outcomes: ['UNFOUNDED', 'WITHDRAWN'] }, [5, 7, 8]],
    [{ channels: ['PHONE', 'COUNTER'] }, [1, 4]],
    [{ officer: 'none' }, []],
    [{ dueStates: ['LATE'] }, [1, 2]],
    [{ dueStates: ['DUE_SOON'] }, [11]],
    [{ dueStates: ['ON_TIME'] }, [3, 8, 12]],
    [{ dueStates: ['SUSPENDED'] }, [9]],
    [{ dueStates: ['CLOSED', 'SUSPENDED'] }, [4, 5, 6, 7, 9, 10]],
    [{ dueStates: [] }, []],
    [{ receivedFrom: '2026-06-11' }, [3, 11, 12]],
    [{ receivedFrom: '2026-03-03', receivedTo: '2026-03-20' }, [4, 8]],
    [{ sectors: ['HOUSING'], dueStates: ['LATE'], phases: ['UNDER_ANALYSIS'] }, [2]],
  ])('se filtre par %j', async (filter, expected) => {
    expect(await numbers(filter)).toEqual(expected)
  })

  it('se filtre par la personne à qui le dossier est attribué', async () => {
    const [first] = (await page()).rows as unknown as { officer: string }[]
    expect(await numbers({ officer: first?.officer })).toHaveLength(12)
    expect(await numbers({ officer: app.id(1) })).toEqual([])
    const mine = await app.asked<Page>('OFFICER', list, { filter: { officer: 'me' } })
    expect(mine.data.caseload.total).toBe(0)
    await app.database.pool.query(
      `update caseload set officer_id = (select id from staff where email = 'agente@exemple.test') where dossier_id = $1`,
      [app.id(9)],
    )
    const theirs = await app.asked<Page>('OFFICER', list, { filter: { officer: 'me' } })
    expect(theirs.data.caseload.rows.map(({ id }) => id)).toEqual([app.id(9)])
    await app.database.pool.query('update caseload set officer_id = $2 where dossier_id = $1', [
      app.id(9),
      first?.officer,
    ])
  })

  it('va loin d’un coup, puis de proche en proche', async () => {
    const whole = (await page({ sort: 'RECEIVED_DESC' })).rows.map(({ id }) => id)
    const far = await page({ sort: 'RECEIVED_DESC', first: 2, skip: 7 })
    const rest = await page({ sort: 'RECEIVED_DESC', after: far.next, skip: 7 })
    expect([...far.rows, ...rest.rows].map(({ id }) => id)).toEqual(whole.slice(7))
    expect(far.total).toBe(whole.length)
    expect(await page({ skip: 500 })).toEqual({ rows: [], total: 12, next: null })
  })

  it('juge le délai au jour du Ministère et en jours ouvrables', async () => {
    const due = new Map((await page()).rows.map(row => [row.fileNumber, [row.replyDueOn, row.dueState]]))
    // Five business days from 6 July 2026: 13 July.
    expect(due.get('2026-000011')).toEqual(['2026-07-13', 'DUE_SOON'])
    expect(due.get('2026-000003')).toEqual(['2026-07-15', 'ON_TIME'])
  })

  it.each([
    ['REPLY_DUE', 'replyDueOn'],
    ['RECEIVED', 'receivedOn'],
    ['FILE_NUMBER', 'fileNumber'],
    ['CHANGED', 'changedAt'],
  ] as const)(
    'se trie par %s, dans les deux sens, et chaque dossier paraît une fois d’une page à l’autre',
    async (sort, key) => {
      for (const way of ['ASC', 'DESC']) {
        const seen: Row[] = []
        let after: string | null = null
        do {
          const { rows, next, total } = await page({ sort: `${sort}_${way}`, first: 5, after })
          expect(total).toBe(12)
          seen.push(...rows)
          after = next
        } while (after)
        expect(seen.map(({ id }) => id).sort()).toEqual(Array.from({ length: 12 }, (_, n) => app.id(n + 1)))
        const values = seen.map(row => row[key])
        const sorted = [...values].sort()
        expect(values).toEqual(way === 'ASC' ? sorted : sorted.reverse())
      }
    },
  )

  it.each([
    ['delai', 9],
    ['DÉLAIS', 9],
    ['renseignement contradictoire', 6],
    ['"loyer modique"', 1],
    ['delai -aide', 1],
    ['habitat', 1],
    ['habitatio', 1],
    ['délai habitatio', 0],
    ['accueil démocr', 6],
    ['démocratie municipale', 6],
    ['le délai annoncé', 3],
    ['castonguay', 0],
    ['philomène', 0],
    ['philomene.castonguay@exemple.test', 0],
    ['soussignée', 0],
    ['de la', 0],
    ['2026-000005', 1],
    ['2026-5', 1],
    ["' & | ! :* ( <-> \\", 0],
  ])('se cherche : « %s »', async (search, expected) => {
    expect((await page({ filter: { search } })).total).toBe(expected)
  })

  it('montre le passage trouvé, en morceaux et non en balises', async () => {
    const { rows } = await page({ filter: { search: 'contradictoire' } })
    expect(rows[0]?.passage).toContainEqual({ text: 'contradictoires', hit: true })
    expect(rows[0]?.passage.map(({ text }) => text).join('')).toContain('au comptoir étaient contradictoires')
  })

  it('met le numéro exact en tête, même quand un autre texte le nomme', async () => {
    await app.register(
      app.id(20),
      '2026-07-06',
      [{ subject: 'Suite', sector: 'ROADS', statement: 'La personne cite le dossier 2026-000009.' }],
      { confirmation: 'Un numéro de dossier.' },
    )
    for (const sort of ['FILE_NUMBER_DESC', 'FILE_NUMBER_ASC', 'RECEIVED_DESC']) {
      const one = await page({ sort, first: 1, filter: { search: '2026-000009' } })
      const two = await page({ sort, first: 1, filter: { search: '2026-000009' }, after: one.next })
      expect([one, two].flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual([app.id(9), app.id(20)])
      expect([one.total, two.next]).toEqual([2, null])
    }
  })

  it('ne répète et ne saute rien quand des dossiers arrivent entre deux pages', async () => {
    const before = (await page({ sort: 'RECEIVED_DESC' })).rows.map(({ id }) => id)
    const first = await page({ sort: 'RECEIVED_DESC', first: 4 })
    await app.register(app.id(21), '2026-07-06', [{ subject: 'Autre', sector: 'ROADS', statement: 'Un fait nouveau.' }])
    const rest = await page({ sort: 'RECEIVED_DESC', after: first.next })
    expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(before)
  })

  it.each([
    'n’importe quoi',
    '',
    Buffer.from('["RECEIVED_ASC",0,"2026-03-02","00000000-0000-4000-8000-000000000001"]').toString('base64url'),
    Buffer.from('["FILE_NUMBER_ASC",0,"1\u0027 or 1=1","00000000-0000-4000-8000-000000000001"]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ])('refuse un repère de page qui n’est pas le sien : « %s »', async after => {
    const answer = await app.asked('MANAGER', list, { after: after || 'x' })
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      fields: [{ field: 'after', message: 'Ce repère de page n’est pas valide.' }],
    })
  })

  it('refuse un jour qui n’existe pas dans un repère', async () => {
    const after = Buffer.from(`["RECEIVED_ASC",0,"2026-02-30","${app.id(1)}"]`).toString('base64url')
    expect((await app.asked('MANAGER', list, { sort: 'RECEIVED_ASC', after })).errors?.[0]?.extensions.code).toBe(
      'BAD_USER_INPUT',
    )
  })

  it.each([
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ skip: -1 }, 'skip'],
    [{ filter: { search: 'x'.repeat(201) } }, 'filter.search'],
    [{ filter: { receivedFrom: '2026-02-30' } }, 'filter.receivedFrom'],
  ])('nomme le critère fautif : %j', async (variables, field) => {
    const answer = await app.asked('MANAGER', list, variables)
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field }] })
  })

  it('suit chaque étape aussitôt', async () => {
    const before = (await page({ filter: { phases: ['TO_EXAMINE'] } })).total
    await app.admit(app.id(12), '2026-07-06')
    expect((await page({ filter: { phases: ['TO_EXAMINE'] } })).total).toBe(before - 1)
  })
})
