/** Under which count a published figure is withheld, lest it tell of somebody. */
export interface SmallCells {
  readonly threshold: number
  /** Where this threshold comes from; « exemple » while it is nobody's. */
  readonly label: string
}

export const exampleSmallCells: SmallCells = { threshold: 5, label: 'exemple' }
