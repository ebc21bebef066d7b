import { expect, it } from 'vitest'
import { foldAccents } from './foldAccents.ts'

it('ramène les mots à leurs lettres nues', () => {
  expect(foldAccents('L’Œuvre à Québec, ÇA ET LÀ')).toBe("l'oeuvre a quebec, ca et la")
})
