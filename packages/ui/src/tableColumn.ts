/** A column of a table: what it shows, and how. */
export interface TableColumn {
  key: string
  label: string
  sortable?: boolean | undefined
  /** Figures stand at the right, in digits of one width. */
  numeric?: boolean | undefined
  /** The cell that names its row. */
  heads?: boolean | undefined
  /** How wide it is in a table of many rows, as a grid track; `minmax(8rem, 1fr)` unless it is said. */
  track?: string | undefined
}

/** The order of the rows. */
export interface TableSort {
  key: string
  direction: 'ascending' | 'descending'
}
