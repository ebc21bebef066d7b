import type { InformationCategory } from '@bienfonde/domain'

/** What the vault keeps of a person, by the category of information that a permission or an opening names. */
const kinds = {
  IDENTITY: ['IDENTITY', 'REPRESENTATIVE'],
  WORDS: ['WORDS', 'MESSAGE', 'PASSAGE'],
  ATTACHMENTS: ['ATTACHMENTS'],
} as const satisfies Record<InformationCategory, readonly string[]>

export type IdentityKind = (typeof kinds)[InformationCategory][number]

/** The kinds of items that an opening of these categories may read. */
export const kindsCovered = (categories: readonly InformationCategory[]): IdentityKind[] =>
  categories.flatMap(category => [...kinds[category]])

/** The categories under which an opening was made, from the kinds that it may read. */
export const categoriesOf = (covered: readonly string[]): InformationCategory[] =>
  (Object.keys(kinds) as InformationCategory[]).filter(category => kinds[category].some(kind => covered.includes(kind)))
