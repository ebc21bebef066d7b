import type { LetterSources } from './lettersOf.ts'
import { Press } from './Press.ts'
import type { TemplateFlaw } from './Pressing.ts'
import { readablePage } from './readablePage.ts'

/** The one compiler of this process; it begins with the first letter asked for. */
export const press = new Press()

/** A letter as a person receives it. */
export interface PressedLetter {
  pdf: Buffer
  html: string
  text: string
}

/** How a letter is made. */
export interface PressOptions {
  /** The lines of whom it is for; without them, it bears the number of the dossier alone. */
  recipient?: readonly string[] | undefined
  /** The standard of the PDF: PDF/A-2a unless another is asked for. */
  standard?: 'a-2a' | 'ua-1'
}

/** Makes a letter: the same letter and the same recipient always give the same bytes. */
export async function pressLetter(
  { letter, layout, template, digest }: Omit<LetterSources, 'intact'>,
  { recipient, standard = 'a-2a' }: PressOptions = {},
): Promise<PressedLetter | { flaws: TemplateFlaw[] }> {
  const data = JSON.stringify({ ...letter, recipient: recipient?.length ? recipient : null, digest })
  const createdAt = Date.parse(`${letter.date}T12:00:00Z`) / 1000
  const pressed = await press.press({ layout, template, data, pdf: { standard, createdAt }, words: true })
  if ('flaws' in pressed) return pressed
  const html = readablePage(pressed.html ?? '', letter.language === 'FR' ? 'fr-CA' : 'en-CA')
  return { pdf: Buffer.from(pressed.pdf ?? []), html, text: pressed.text ?? '' }
}
