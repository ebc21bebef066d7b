import { readFileSync } from 'node:fs'
import { type LetterTemplate, letterTemplates } from '@bienfonde/domain'

const folder = new URL('../../templates/letters/', import.meta.url)
const fileOf = (code: LetterTemplate) => new URL(code === 'LAYOUT' ? 'layout.typ' : `${code}.typ`, folder)

/** The templates that come with the software, read from their files. */
export const shippedTemplates = (): { code: LetterTemplate; source: string }[] =>
  letterTemplates.map(({ code }) => ({ code, source: readFileSync(fileOf(code), 'utf8') }))
