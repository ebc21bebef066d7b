/** A table as a file gives it: a heading for each column, then its rows; what it means goes beside. */
export interface Sheet {
  name: string
  header: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
  /** What must be known to read it, one sentence a line. */
  notes: readonly string[]
}
