const words: readonly (readonly [RegExp, string])[] = [
  [/^application\/pdf$/, 'PDF'],
  [/^image\//, 'Image'],
  [/^audio\//, 'Son'],
  [/^video\//, 'Vidéo'],
  [/spreadsheet/, 'Tableur'],
  [/presentation/, 'Présentation'],
]

/** What a document is, in a word, from the type of its content. */
export const mediaWord = (mediaType: string): string => words.find(([kind]) => kind.test(mediaType))?.[1] ?? 'Texte'
