import { identifyingPassages, type PassageKind } from '../confidentiality/identifyingPassages.ts'

const longest = 5000
/** What never belongs in a register; a name may be that of a body. */
const personal: readonly PassageKind[] = ['EMAIL', 'TELEPHONE']

/** What is wrong with a text of a register, which speaks of persons without naming them. */
export function registerTextFlaw(text: string) {
  if (text.length > longest) return 'TEXT_TOO_LONG' as const
  return identifyingPassages(text).some(({ kind }) => personal.includes(kind))
    ? ('REGISTER_NAMES_A_PERSON' as const)
    : undefined
}
