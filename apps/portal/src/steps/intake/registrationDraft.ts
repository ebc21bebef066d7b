import { emptyMatter } from './emptyMatter.ts'
import { emptyRegistration, type Registration } from './registration.ts'

/** An unfinished registration: what is written, and why a passage that looks identifying is kept. */
export interface UnfinishedRegistration {
  registration: Registration
  confirmation: string
}

export const blankRegistration = (): UnfinishedRegistration => ({ registration: emptyRegistration(), confirmation: '' })

/** The unfinished registration as it is kept. */
export const draftText = (unfinished: UnfinishedRegistration): string => JSON.stringify(unfinished)

/** Reads what was kept, perhaps by an earlier page: what this one does not know, or knows otherwise, is left out. */
export function readDraft(text: string): UnfinishedRegistration {
  const blank = blankRegistration()
  const { registration, confirmation } = known(blank, JSON.parse(text))
  const matters = registration.matters.map(matter => known(emptyMatter(), matter))
  return { registration: { ...registration, matters: matters.length > 0 ? matters : [emptyMatter()] }, confirmation }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Takes from what is found the parts that have the shape of the blank ones; a blank `null` may hold a text. */
function known<Part extends object>(blank: Part, found: unknown): Part {
  if (!isRecord(found)) return blank
  const parts = Object.entries(blank).map(([name, without]) => {
    const value = found[name]
    if (isRecord(without)) return [name, known(without, value)]
    const fits =
      without === null
        ? typeof value === 'string'
        : typeof value === typeof without && Array.isArray(value) === Array.isArray(without) && value !== null
    return [name, fits ? value : without]
  })
  return Object.fromEntries(parts) as Part
}
