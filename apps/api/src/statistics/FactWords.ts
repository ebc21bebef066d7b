import { Words } from './Words.ts'

/** The words met in the columns that have no published table. */
export const factWords = () => ({
  sector: new Words(),
  service: new Words(),
  subject: new Words(),
  officer: new Words(),
})

export type FactWords = ReturnType<typeof factWords>
