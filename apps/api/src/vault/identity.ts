/** The person as the vault keeps them; each part is what was given of it. */
export interface Identity {
  givenName: string | null
  familyName: string | null
  organisation: string | null
  email: string | null
  telephone: string | null
  street: string | null
  city: string | null
  postalCode: string | null
  numbers: string[]
}

/** Whoever complains for the person, as the vault keeps them. */
export interface RepresentativeIdentity {
  fullName: string | null
  telephone: string | null
  email: string | null
}
