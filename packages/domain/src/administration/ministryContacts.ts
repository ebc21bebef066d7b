import { type AdministrationRefusal, flawOf } from './administrationRefusals.ts'
import { nameFlaw, tidied } from './bounds.ts'
import { isEmail } from './staffAccount.ts'

/** Where the Secretariat is reached, and the recourse paragraph of every notice, in each language of the letters. */
export interface ContactsDraft {
  readonly unit: string
  /** Line by line. */
  readonly address: readonly string[]
  readonly email: string
  readonly telephone: string
  readonly recourseFr: string
  readonly recourseEn: string
}

const mostLines = 6
const longestParagraph = 2000

/** The contacts as they are kept. */
export const tidyContacts = (draft: ContactsDraft): ContactsDraft => ({
  unit: tidied(draft.unit),
  address: draft.address.map(tidied).filter(Boolean),
  email: draft.email.trim(),
  telephone: tidied(draft.telephone),
  recourseFr: draft.recourseFr.trim(),
  recourseEn: draft.recourseEn.trim(),
})

const digits = (text: string) => text.replace(/\D/g, '').length

function recourseFlaw(text: string, names: RegExp) {
  if (!text) return 'RECOURSE_TEXT_MISSING' as const
  if (text.length > longestParagraph) return 'TEXT_TOO_LONG' as const
  return names.test(text) ? undefined : ('RECOURSE_NAMES_NOBODY' as const)
}

/** What is wrong with the contacts and the recourse paragraph. */
export function contactsFlaws(draft: ContactsDraft): AdministrationRefusal[] {
  const { unit, address, email, telephone, recourseFr, recourseEn } = tidyContacts(draft)
  const line = address.map(nameFlaw).find(Boolean)
  return [
    ...flawOf('unit', unit ? nameFlaw(unit) : 'UNIT_MISSING'),
    ...flawOf(
      'address',
      address.length === 0 ? 'ADDRESS_MISSING' : address.length > mostLines ? 'ADDRESS_TOO_LONG' : line,
    ),
    ...flawOf('email', !isEmail(email) && 'EMAIL_INVALID'),
    ...flawOf('telephone', nameFlaw(telephone) ?? (digits(telephone) < 10 && 'TELEPHONE_INVALID')),
    ...flawOf('recourseFr', recourseFlaw(recourseFr, /protecteur du citoyen/i)),
    ...flawOf('recourseEn', recourseFlaw(recourseEn, /protecteur du citoyen|ombudsman/i)),
  ]
}
