import {
  type Actor,
  type Complaint,
  defaultSettings,
  type LocalDate,
  latenessOf,
  type Recorded,
  replay,
  type Today,
  type TodayList,
  todayLists,
  todayOf,
} from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationPassword } from '../demonstration/accounts.ts'
import { seedDemonstration } from '../demonstration/seed.ts'
import { journalsOf } from '../journal/recorded.ts'
import { application, signInMutation } from '../testing/application.ts'

const now = () => new Date('2026-11-23T13:00:00Z')
const on: LocalDate = '2026-11-23'

const question = `query ($first: Int! = 50) {
  today(first: $first) {
    on calendar dueSoonDays
    toDo { total overdue dueToday dueSoon later rows { id fileNumber subjects dueOn lateness suspended duties { steps dueOn } } }
    returned { total rows { id fileNumber subjects on byName event } }
    waiting { total overdue rows { id fileNumber subjects waits { party sector body step since dueOn } } }
  }
}`

interface Dossier {
  id: string
  complaint: Complaint
  lines: Recorded[]
}
interface ToDoRow {
  id: string
  dueOn: LocalDate | null
  lateness: string
  duties: { steps: string[]; dueOn: LocalDate | null }[]
}
interface Answered {
  today: {
    on: LocalDate
    dueSoonDays: number
    toDo: Record<'total' | 'overdue' | 'dueToday' | 'dueSoon' | 'later', number> & { rows: ToDoRow[] }
    returned: { total: number; rows: { id: string; on: LocalDate; byName: string | null; event: unknown }[] }
    waiting: {
      total: number
      overdue: number
      rows: { id: string; waits: { party: string; since: LocalDate; dueOn: LocalDate | null }[] }[]
    }
  }
}

interface Listed {
  caseload: { total: number; rows: { id: string }[] }
}

const far = '9999-12-31'
const earliest = (dates: (LocalDate | null)[]) => dates.map(date => date ?? far).sort()[0] ?? far
const byDate = <Row extends { id: string }>(rows: Row[], date: (row: Row) => string) =>
  rows.toSorted((one, other) => (date(one) + one.id < date(other) + other.id ? -1 : 1))

describe('la journée de chaque personne', () => {
  let app: Awaited<ReturnType<typeof application>>
  let dossiers: Dossier[]
  const people = new Map<string, Actor>()

  beforeAll(async () => {
    app = await application({ now, requestsPerMinute: 1_000_000 })
    await seedDemonstration(app, { count: 90, now })
    dossiers = await everyDossier()
    const { rows } = await app.database.pool.query('select id, email, role, sector from staff')
    for (const { email, ...actor } of rows) people.set(email.split('@')[0], actor)
  }, 180_000)
  afterAll(() => app.stop())

  async function everyDossier(): Promise<Dossier[]> {
    const { rows } = await app.database.pool.query<{ id: string }>('select id from dossier')
    const journals = await journalsOf(
      app.database.ask,
      rows.map(({ id }) => id),
    )
    return [...journals].map(([id, lines]) => ({ id, lines, complaint: replay(lines) }))
  }

  async function asked<Data>(who: string, query: string, variables: object = {}) {
    const browser = app.visitor()
    await browser.ask(signInMutation, { input: { email: `${who}@exemple.test`, password: demonstrationPassword } })
    return browser.ask<Data>(query, variables)
  }
  const todayFor = async (who: string, variables: object = {}) => {
    const answer = await asked<Answered>(who, question, variables)
    if (answer.errors) throw new Error(answer.text)
    return answer.data.today
  }
  /** What the rules themselves say of every dossier, for this person. */
  const told = (who: string, day = on) => {
    const person = people.get(who)
    if (!person) throw new Error(who)
    return dossiers.map(({ id, complaint, lines }): Today & { id: string } => ({
      id,
      ...todayOf(complaint, lines, person, day),
    }))
  }

  it.each(['agente', 'agent', 'responsable', 'adjointe'])('est ce que les règles en disent : %s', async who => {
    const { toDo, returned, waiting } = await todayFor(who)
    const own = told(who)

    const due = ({ toDo: duties }: Today) => earliest(duties.map(({ dueOn }) => dueOn))
    const expected = byDate(
      own.filter(each => each.toDo.length > 0),
      due,
    )
    expect(toDo.rows.map(({ id }) => id)).toEqual(expected.slice(0, 50).map(({ id }) => id))
    for (const row of toDo.rows) {
      const { toDo: duties = [] } = own.find(({ id }) => id === row.id) ?? {}
      expect(row.duties).toHaveLength(duties.length)
      expect(row.duties).toEqual(expect.arrayContaining(duties.map(({ steps, dueOn }) => ({ steps, dueOn }))))
      expect(row.lateness).toBe(latenessOf(row.dueOn, on, defaultSettings))
    }
    const lateness = expected.map(each => latenessOf(due(each) === far ? null : due(each), on, defaultSettings))
    const count = (code: string) => lateness.filter(each => each === code).length
    expect(toDo).toMatchObject({
      total: expected.length,
      overdue: count('OVERDUE'),
      dueToday: count('DUE_TODAY'),
      dueSoon: count('DUE_SOON'),
      later: count('LATER'),
    })

    const back = own.filter(each => each.returned)
    expect(returned.total).toBe(back.length)
    for (const row of returned.rows) {
      const line = back.find(({ id }) => id === row.id)?.returned
      expect([row.event, row.on]).toEqual([line?.event, line?.on])
    }

    const waited = own.filter(({ waits }) => waits.length > 0)
    expect(waiting.total).toBe(waited.length)
    for (const row of waiting.rows) {
      const { waits = [] } = waited.find(({ id }) => id === row.id) ?? {}
      expect(row.waits.map(({ party, since, dueOn }) => [party, since, dueOn]).sort()).toEqual(
        waits.map(({ party, since, dueOn }) => [party, since, dueOn]).sort(),
      )
    }
  })

  it('n’oublie aucun dossier ouvert', async () => {
    const seen = new Set<string>()
    for (const who of ['agente', 'agent', 'responsable', 'adjointe'])
      for (const { id, toDo, waits } of told(who)) if (toDo.length + waits.length > 0) seen.add(id)
    expect(dossiers.filter(({ id, complaint }) => !complaint.closedOn && !seen.has(id))).toEqual([])
  })

  it('est croyable dans la démonstration : du retard, du jour même, du retour et de l’attente', async () => {
    for (const who of ['agente', 'agent', 'responsable']) {
      const { toDo, waiting } = await todayFor(who)
      expect([toDo.overdue, toDo.dueToday, toDo.dueSoon, waiting.total].map(Math.sign)).toEqual([1, 1, 1, 1])
    }
    for (const who of ['agente', 'agent']) expect((await todayFor(who)).returned.total).toBeGreaterThan(0)
  })

  it.each(['agente', 'agent', 'responsable', 'adjointe'])(
    'compte les dossiers que la liste des dossiers retient pour chacune de ses listes : %s',
    async who => {
      const { toDo, returned, waiting } = await todayFor(who)
      const counts: Record<TodayList, number> = {
        TO_DO: toDo.total,
        OVERDUE: toDo.overdue,
        DUE_TODAY: toDo.dueToday,
        DUE_SOON: toDo.dueSoon,
        LATER: toDo.later,
        WAITING: waiting.total,
        RETURNED: returned.total,
      }
      const list = 'query ($filter: CaseloadFilter) { caseload(filter: $filter, first: 100) { total rows { id } } }'
      for (const { code } of todayLists) {
        const { data } = await asked<Listed>(who, list, { filter: { today: code } })
        expect([code, data.caseload.total, data.caseload.rows.length]).toEqual([code, counts[code], counts[code]])
      }
      const overdue = await asked<Listed>(who, list, { filter: { today: 'OVERDUE' } })
      expect(overdue.data.caseload.rows.map(({ id }) => id).sort()).toEqual(
        toDo.rows.flatMap(({ id, lateness }) => (lateness === 'OVERDUE' ? [id] : [])).sort(),
      )
    },
  )

  it('ne retient aucun dossier pour qui lit la liste sans traiter les plaintes', async () => {
    const list = '{ caseload(filter: { today: TO_DO }) { total } }'
    for (const who of ['secretariat', 'verification'])
      expect((await asked<Listed>(who, list)).data.caseload.total).toBe(0)
  })

  it('ne donne que les premières lignes, et tous les comptes', async () => {
    const whole = await todayFor('responsable')
    const short = await todayFor('responsable', { first: 3 })
    expect(short.toDo.rows).toEqual(whole.toDo.rows.slice(0, 3))
    expect(short.waiting.rows).toEqual(whole.waiting.rows.slice(0, 3))
    expect(short.returned.rows).toEqual(whole.returned.rows.slice(0, 3))
    expect(short.toDo.total).toBe(whole.toDo.total)
  })

  it('laisse à qui décide les dossiers d’une personne partie', async () => {
    const before = await todayFor('adjointe')
    const left = told('agente').filter(({ toDo, waits }) => toDo.length + waits.length > 0)
    await app.database.pool.query(`update staff set active = false where email = 'agente@exemple.test'`)
    const after = await todayFor('adjointe')
    const own = new Set(told('adjointe').flatMap(({ id, toDo }) => (toDo.length > 0 ? [id] : [])))
    const added = left.filter(({ id, toDo }) => toDo.length > 0 && !own.has(id)).length
    expect(added).toBeGreaterThan(0)
    expect(after.toDo.total).toBe(before.toDo.total + added)
    await app.database.pool.query(`update staff set active = true where email = 'agente@exemple.test'`)
  })

  it.each(['secretariat', 'verification', 'habitation', 'protecteur', 'administration'])(
    'n’est pas celle de qui ne traite pas les plaintes : %s',
    async who => {
      expect((await asked(who, question)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    },
  )

  it('refuse une longueur démesurée en nommant le champ', async () => {
    const answer = await asked('agente', question, { first: 51 })
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'first' }] })
  })
})
