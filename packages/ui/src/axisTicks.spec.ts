import { expect, it } from 'vitest'
import { axisTicks } from './axisTicks.ts'

it('un axe part de zéro, va par valeurs rondes et entières, et contient le plus grand', () => {
  expect(axisTicks(0)).toEqual([0, 1])
  expect(axisTicks(3)).toEqual([0, 1, 2, 3])
  expect(axisTicks(45)).toEqual([0, 20, 40, 60])
  expect(axisTicks(200)).toEqual([0, 50, 100, 150, 200])
  expect(axisTicks(12_345).at(-1)).toBe(15_000)
})
