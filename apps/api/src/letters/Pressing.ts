/** What is asked of the compiler: a template, the page it stands on, and what they print. */
export interface Pressing {
  layout: string
  template: string
  /** What the templates read, as JSON. */
  data: string
  /** The PDF, under which standard; without it, only the words. */
  pdf?: { standard: string; createdAt: number } | undefined
  /** Whether the words are wanted too, as a page and as plain text. */
  words: boolean
}

/** What is wrong in a template, and on which line. */
export interface TemplateFlaw {
  file: 'LAYOUT' | 'TEMPLATE'
  line: number | null
  message: string
}

/** What the compiler made, or why it could not. */
export type Pressed = { pdf: Uint8Array | null; html: string | null; text: string | null } | { flaws: TemplateFlaw[] }
