/** What a cell holds: a spreadsheet tells numbers, and so days, from words. */
export type Cell = string | number

/** A line of a register, with the number that an editor or a spreadsheet shows beside it. */
export interface RegisterRow {
  line: number
  cells: Cell[]
}

/** Some lines of a register, and how much of it has been read to have them. */
export interface RegisterPart {
  rows: RegisterRow[]
  bytes: number
}

/** A register opened for reading, from its first line after the header as often as wanted. */
export interface RegisterSource {
  header: string[]
  /** How much there is to read, in the unit of `RegisterPart.bytes`. */
  bytes: number
  /** Whether an empty cell at the end of a line may be left out of it. */
  ragged: boolean
  /** Whether days are counted from 1904 rather than 1900. */
  since1904: boolean
  parts(): AsyncIterable<RegisterPart>
}

/** The name of a column as it is compared: spaces, line breaks and ways of composing an accent make no difference. */
export const columnName = (text: Cell): string => String(text).normalize('NFC').replace(/\s+/g, ' ').trim()
