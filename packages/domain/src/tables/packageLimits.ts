/** What the form of the Protecteur du citoyen accepts, in kilobytes of 1 000 bytes. */
export interface PackageLimits {
  readonly perFile: number
  readonly inAll: number
  /** Where these limits come from; « exemple » while nobody confirmed them. */
  readonly label: string
}

export const examplePackageLimits: PackageLimits = { perFile: 5_000, inAll: 75_000, label: 'exemple' }
