/** A line of a published table: the code that is stored, and the words that people read. */
export interface Entry<Code extends string = string> {
  readonly code: Code
  readonly label: string
  readonly hint?: string
}

/** The French words of a code, or the code itself when the table has lost it. */
export const labelOf = (table: readonly Entry[], code: string): string =>
  table.find(entry => entry.code === code)?.label ?? code
