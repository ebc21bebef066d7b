import type { ReadModel } from './ReadModel.ts'

/** Every read model, kept in the transaction that writes the journal. */
export const readModels: ReadModel[] = []
