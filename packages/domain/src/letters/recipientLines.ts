/** What of an identity an envelope bears. */
export interface Addressee {
  readonly givenName?: string | null
  readonly familyName?: string | null
  readonly organisation?: string | null
  readonly street?: string | null
  readonly city?: string | null
  readonly postalCode?: string | null
  readonly email?: string | null
}

const given = (...parts: (string | null | undefined)[]) => parts.filter(part => part?.trim()).join(' ')
const tidyCode = (code: string) =>
  code
    .trim()
    .toUpperCase()
    .replace(/^([A-Z]\d[A-Z])[ -]?(\d[A-Z]\d)$/, '$1 $2')

/** The lines under which a letter reaches the person: a postal address whole, or else their electronic one. */
export function recipientLines(person: Addressee): string[] {
  const { givenName, familyName, organisation, street, city, postalCode, email } = person
  const code = postalCode?.trim() ? tidyCode(postalCode) : ''
  const town = city?.trim() && (/^[GHJ]/.test(code) && !city.includes('(') ? `${city.trim()} (Québec)` : city.trim())
  const place = given(town) && [town, code].filter(Boolean).join('\u00a0 ')
  const address = street?.trim() && place ? [street.trim(), place] : email?.trim() ? [email.trim()] : []
  return [given(givenName, familyName), organisation?.trim() ?? '', ...address].filter(Boolean)
}
