import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nothing, recovered } from '../../testing/recovered.ts'
import { hideSmallCells } from './hideSmallCells.ts'
import {
  cellKey,
  overlappingParts,
  type Publication,
  type PublishedBefore,
  publishedTogether,
  tableWithMargins,
} from './publication.ts'

const threshold = 5

const published = (publication: Publication, earlier: PublishedBefore[] = []): PublishedBefore => ({
  ...publication,
  hidden: hideSmallCells(publication, threshold, earlier).hidden,
})

/** A small population, each person with a sector, a result and a channel. */
const codes = (name: string, many: number) => ({ name, codes: Array.from({ length: many }, (_, n) => `${name}${n}`) })
type Person = Record<string, string>
const counted = (people: readonly Person[], dimensions: readonly ReturnType<typeof codes>[]) =>
  tableWithMargins(
    'closed',
    dimensions,
    place => people.filter(person => Object.entries(place).every(([name, code]) => person[name] === code)).length,
  )
const [sector, result, channel] = [codes('sector', 4), codes('result', 3), codes('channel', 3)]
const person = fc.record({
  // Some codes are rare: that is where small counts are.
  sector: fc.constantFrom(...sector.codes, 'sector0', 'sector0', 'sector1'),
  result: fc.constantFrom(...result.codes, 'result0', 'result0', 'result1'),
  channel: fc.constantFrom(...channel.codes, 'channel0'),
})
const people = fc.array(person, { minLength: 1, maxLength: 120, size: 'max' })
const linkedTables = (all: readonly Person[]) =>
  publishedTogether([counted(all, [sector, result]), counted(all, [sector, channel]), counted(all, [result])])
const runs = { numRuns: 100 }

describe('les petits nombres d’une publication', () => {
  it('une table sur une à trois dimensions ne laisse retrouver aucun chiffre caché', () => {
    const dimensions = fc.constantFrom([sector], [sector, result], [sector, result, channel])
    fc.assert(
      fc.property(people, dimensions, (all, of) => {
        expect(recovered([published(counted(all, of))], threshold)).toEqual(nothing)
      }),
      runs,
    )
  })

  it('ni par un essai de toutes les tables possibles', () => {
    const small = fc.array(person, { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(small, all => {
        expect(
          recovered([published(counted(all, [codes('sector', 3), result]))], threshold, {
            exhaustive: true,
          }),
        ).toEqual(nothing)
      }),
      runs,
    )
  })

  it('des tables liées par leurs totaux ne se trahissent pas l’une l’autre', () => {
    fc.assert(
      fc.property(people, all => {
        expect(recovered([published(linkedTables(all))], threshold)).toEqual(nothing)
      }),
      runs,
    )
  })

  it('deux publications successives ne se trahissent pas l’une l’autre', () => {
    fc.assert(
      fc.property(people, fc.array(person, { maxLength: 8 }), fc.nat(3), (all, late, gone) => {
        const before = published(linkedTables(all))
        const corrected = linkedTables([...all.slice(gone), ...late])
        const { hidden, exposed } = hideSmallCells(corrected, threshold, [before])
        const { byBounds, ...attacked } = recovered([before, { ...corrected, hidden }], threshold)
        expect({ ...attacked, byBounds: byBounds.filter(key => !exposed.includes(key)) }).toEqual(nothing)
      }),
      runs,
    )
  })

  it('des parts qui se recoupent ne disent pas la plus petite par ce que les autres laissent', () => {
    const parts = new Map([
      ['a', 9],
      ['b', 3],
      ['c', 0],
    ])
    const table = overlappingParts('whole', 12, parts)
    const careless = { ...table, hidden: new Set(['b']) }
    expect(recovered([careless], threshold).byBounds).toEqual([])
    const tight = overlappingParts('whole', 6, new Map([...parts, ['a', 6]]))
    expect(recovered([published(tight)], threshold)).toEqual(nothing)
    expect(recovered([published(table)], threshold)).toEqual(nothing)
  })

  it('un chiffre qui bouge de moins que le seuil ne dit pas qui s’est ajouté', () => {
    const all: Person[] = Array.from({ length: 40 }, (_, n) => ({
      sector: `sector${n % 4}`,
      result: 'result0',
      channel: 'channel0',
    }))
    const before = published(counted(all, [sector]))
    expect([...before.hidden]).toEqual([])
    const late = { sector: 'sector2', result: 'result0', channel: 'channel0' }
    const after = published(counted([...all, late], [sector]), [before])
    expect([...after.hidden].sort()).toEqual(['closed', 'closed|sector=sector2'])
  })

  it('un chiffre caché une fois l’est encore, même devenu grand', () => {
    const before = published(tableWithMargins('n', [codes('a', 3)], ({ a }) => ({ a0: 3, a1: 9, a2: 30 })[`${a}`] ?? 0))
    const after = published(
      tableWithMargins('n', [codes('a', 3)], ({ a }) => ({ a0: 11, a1: 9, a2: 30 })[`${a}`] ?? 0),
      [before],
    )
    expect([...before.hidden].sort()).toEqual(['n|a=a0', 'n|a=a1'])
    expect(after.hidden.has('n|a=a0') && after.hidden.has('n|a=a1')).toBe(true)
  })

  it('un zéro se publie : il ne compte personne', () => {
    const table = published(tableWithMargins('n', [codes('a', 3)], ({ a }) => (a === 'a0' ? 0 : 20)))
    expect([...table.hidden]).toEqual([])
  })

  it('rien n’est caché sans besoin : ce qui protège est ce qui coûte le moins', () => {
    const counts: Record<string, number> = { a0: 3, a1: 60, a2: 12, a3: 200 }
    const { hidden } = published(tableWithMargins('n', [codes('a', 4)], ({ a }) => counts[`${a}`] ?? 0))
    expect([...hidden].sort()).toEqual(['n|a=a0', 'n|a=a2'])
  })

  it('deux petits nombres ne se protègent pas l’un l’autre quand leur somme les dit', () => {
    const counts: Record<string, number> = { a0: 1, a1: 1, a2: 40 }
    const { hidden } = published(tableWithMargins('n', [codes('a', 3)], ({ a }) => counts[`${a}`] ?? 0))
    expect([...hidden].sort()).toEqual(['n|a=a0', 'n|a=a1', 'n|a=a2'])
  })

  it('ce qu’une publication antérieure a donné est signalé, et non tenu pour protégé', () => {
    const table = tableWithMargins('n', [codes('a', 2)], ({ a }) => (a === 'a0' ? 7 : 30))
    const generous = published(table)
    const { hidden, exposed } = hideSmallCells(table, 10, [generous])
    expect([[...hidden], exposed]).toEqual([['n|a=a0'], ['n|a=a0']])
  })

  it('le seuil est celui qu’on donne', () => {
    const table = tableWithMargins('n', [codes('a', 3)], ({ a }) => ({ a0: 9, a1: 20, a2: 40 })[`${a}`] ?? 0)
    expect([...hideSmallCells(table, 5).hidden]).toEqual([])
    expect([...hideSmallCells(table, 10).hidden].sort()).toEqual(['n|a=a0', 'n|a=a1'])
  })

  it('deux tables qui ne disent pas le même chiffre ne se publient pas ensemble', () => {
    const one = tableWithMargins('n', [], () => 1)
    expect(() => publishedTogether([one, tableWithMargins('n', [], () => 2)])).toThrow(RangeError)
  })

  describe('l’attaquant n’est pas aveugle', () => {
    const counts: Record<string, number> = { 'a0,b0': 2, 'a0,b1': 20, 'a1,b0': 30, 'a1,b1': 40 }
    const table = tableWithMargins('n', [codes('a', 2), codes('b', 2)], ({ a, b }) => counts[`${a},${b}`] ?? 0)
    const small = cellKey('n', { a: 'a0', b: 'b0' })

    it('voit ce qui n’est pas caché', () => {
      expect(recovered([{ ...table, hidden: new Set() }], threshold).direct).toEqual([small])
    })

    it('retrouve par différence un petit nombre caché seul', () => {
      const attacked = recovered([{ ...table, hidden: new Set([small]) }], threshold)
      expect([attacked.bySolving, attacked.byBounds]).toEqual([[small], [small]])
    })

    it('retrouve par les marges ce qu’une somme serre de trop près', () => {
      const hidden = new Set(['n|a=a0|b=b0', 'n|a=a0|b=b1', 'n|a=a1|b=b0', 'n|a=a1|b=b1'])
      expect(recovered([{ ...table, hidden }], threshold).byBounds).toEqual([])
      const tight = tableWithMargins('n', [codes('a', 2), codes('b', 2)], ({ a }) => (a === 'a0' ? 1 : 30))
      expect(recovered([{ ...tight, hidden }], threshold).byBounds).not.toEqual([])
    })

    it('retrouve d’une édition à l’autre ce qu’une seule cache', () => {
      const hidden = published(table).hidden
      const [other] = [...hidden].filter(key => key !== small)
      const careless = { ...table, hidden: new Set([...hidden].filter(key => key !== other)) }
      expect(recovered([{ ...table, hidden }, careless], threshold).beforeAfter).toContain(other)
    })

    it('défait le plus souvent une protection à laquelle il manque un chiffre', () => {
      let [broken, tried] = [0, 0]
      fc.assert(
        fc.property(people, all => {
          const whole = published(linkedTables(all))
          const spare = [...whole.hidden].find(key => (whole.cells.get(key) ?? 0) >= threshold)
          if (!spare) return
          tried++
          const without = { ...whole, hidden: new Set([...whole.hidden].filter(key => key !== spare)) }
          const attacked = recovered([without], threshold)
          if (attacked.bySolving.length + attacked.byBounds.length > 0) broken++
        }),
        { ...runs, seed: 7 },
      )
      expect(tried).toBeGreaterThan(10)
      expect(broken).toBeGreaterThan(tried / 2)
    })
  })
})
