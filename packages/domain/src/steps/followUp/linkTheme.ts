import { foldedWords } from '../../administration/foldedWords.ts'
import type { ThemeLinked } from '../../events.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'

export interface LinkTheme {
  /** What the theme is called; the same words, however they are written, make the same theme. */
  title: string
  reason: string
}

/** The key under which dossiers of one theme meet: its words, without accents, case or punctuation. */
const themeKey = (title: string): string => foldedWords(title).join('-')

const longestTitle = 120

/** Says that a dossier shows, with others, something that one correction would mend for all. */
export const linkTheme: Step<LinkTheme, ThemeLinked> = {
  title: 'Relier à un thème',
  room: 'followUp',
  act: 'PREPARE',
  barred: () => undefined,
  writes: ({ title, reason }) => [
    { field: 'title', text: title },
    { field: 'reason', text: reason },
  ],

  decide({ themes }, { title, reason }) {
    const theme = themeKey(title)
    if (!theme || title.trim().length > longestTitle) return refuse('THEME_MISSING', 'title')
    if (themes.some(known => known.theme === theme)) return refuse('THEME_KNOWN', 'title')
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    return accept({ type: 'THEME_LINKED', theme, title: title.trim(), reason })
  },
}
