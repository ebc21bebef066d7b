import { ApolloLink } from '@apollo/client'
import { of } from 'rxjs'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { apollo } from '../apollo/client.ts'
import { questionOf, readAddress } from './address.ts'
import { useCaseloadRows } from './useCaseloadRows.ts'

const all = 100_000
let asked: { after: string | null; skip: number; counted: boolean }[] = []

/** A server that gives fifty rows after a cursor, which is here a rank, or after so many others. */
beforeEach(() => {
  asked = []
  apollo.setLink(
    new ApolloLink(({ variables, operationName }) => {
      if (operationName === 'CaseloadTotal') return of({ data: { caseload: { total: all } } })
      const { after, skip, counted } = variables as (typeof asked)[number]
      asked.push({ after, skip, counted })
      const from = after ? Number(after) : skip
      const rows = Array.from({ length: Math.min(50, all - from) }, (_, at) => ({ id: `D${from + at}` }))
      const next = from + 50 < all ? String(from + 50) : null
      return of({ data: { caseload: { total: counted ? all : undefined, next, rows } } })
    }),
  )
})

const list = (phase = ref('CLOSED')) => {
  const scope = effectScope()
  const rows = scope.run(() =>
    useCaseloadRows(
      () => questionOf(readAddress({ phase: phase.value })),
      () => true,
    ),
  )
  if (!rows) throw new Error('The scope is over')
  return { ...rows, phase, leave: () => scope.stop() }
}
const come = (rows: ReturnType<typeof list>['rows'], rank: number) =>
  expect.poll(() => (rows.get(rank) as { id: string } | undefined)?.id, { interval: 2 }).toBe(`D${rank}`)

describe('les lignes de la liste', () => {
  it('viennent de proche en proche par repère, et de loin par rang, une fois l’œil posé', async () => {
    const { rows, total, see, leave } = list()
    await come(rows, 0)
    await expect.poll(() => total.value).toBe(all)
    expect(asked).toEqual([{ after: null, skip: 0, counted: false }])
    see(30, 42)
    await come(rows, 60)
    expect(asked.at(-1)).toEqual({ after: '50', skip: 0, counted: false })
    for (const rank of [20_000, 40_000, 70_000]) see(rank, rank + 12)
    await come(rows, 70_000)
    expect(asked.slice(2)).toEqual([{ after: null, skip: 70_000, counted: false }])
    leave()
  })

  it('ne s’accumulent pas sans fin', async () => {
    const { rows, see, leave } = list(ref('IN_TRANSFER'))
    await come(rows, 0)
    for (let rank = 0; rank < 6_000; rank += 50) {
      see(rank, rank + 12)
      await come(rows, rank)
    }
    expect(rows.size).toBeLessThanOrEqual(81 * 50)
    expect(rows.has(0)).toBe(false)
    leave()
  })

  it('sont encore là pour qui revient, puis relues où l’œil se pose', async () => {
    const before = list(ref('TO_EXAMINE'))
    await come(before.rows, 0)
    await expect.poll(() => before.total.value).toBe(all)
    before.leave()
    asked = []
    const { rows, total, leave } = list(ref('TO_EXAMINE'))
    expect([rows.size, total.value]).toEqual([50, all])
    await vi.waitFor(() => expect(asked).toEqual([{ after: null, skip: 0, counted: true }]))
    leave()
  })

  it('restent en vue jusqu’à ce que viennent celles d’une autre question', async () => {
    const { rows, phase, see, leave } = list(ref('CLOSED'))
    await come(rows, 0)
    see(100, 112)
    await come(rows, 100)
    phase.value = 'UNDER_ANALYSIS'
    await nextTick()
    expect(rows.has(0)).toBe(true)
    await vi.waitFor(() => expect(rows.has(100)).toBe(false))
    expect(rows.has(0)).toBe(true)
    leave()
  })

  it('disent leur échec, et reprennent', async () => {
    apollo.setLink(new ApolloLink(() => of({ data: null, errors: [{ message: 'Trop de requêtes.' }] })))
    const { error, refresh, leave } = list(ref('READY_FOR_NOTICE'))
    await vi.waitFor(() => expect(error.value).toBeDefined())
    await refresh()
    expect(error.value).toBeDefined()
    leave()
  })
})
