/** An identity while it is written: blank where the person gave nothing. */
export interface IdentityDraft {
  givenName: string
  familyName: string
  organisation: string
  email: string
  telephone: string
  street: string
  city: string
  postalCode: string
  numbers: string
}

export const emptyIdentity = (): IdentityDraft => ({
  givenName: '',
  familyName: '',
  organisation: '',
  email: '',
  telephone: '',
  street: '',
  city: '',
  postalCode: '',
  numbers: '',
})

/** True when something of an identity is written. */
export const isWritten = (identity: IdentityDraft): boolean => Object.values(identity).some(text => text.trim() !== '')

/** What is kept of an anonymous person: the ways to answer them, and nothing that names them. */
export const withoutName = ({ email, telephone, street, city, postalCode }: IdentityDraft): IdentityDraft => ({
  ...emptyIdentity(),
  email,
  telephone,
  street,
  city,
  postalCode,
})

/** The identity as it is sent to the vault: the numbers apart from each other. */
export const identityInput = ({ numbers, ...rest }: IdentityDraft) => ({
  ...rest,
  numbers: numbers
    .split(/[\n,;]/)
    .map(number => number.trim())
    .filter(Boolean),
})
