import {
  type AdministrationRefusal,
  inventedLetter,
  inventedRecipient,
  type Letter,
  type LetterKind,
  type LetterTemplate,
  letterKinds,
  type Settings,
  templateFlaws,
} from '@bienfonde/domain'
import type { Ask } from '../database/statement.ts'
import { letterDigest } from './leavingLetter.ts'
import { type PressedLetter, pressLetter } from './pressLetter.ts'
import { templateFlawSentence } from './templateFlawSentence.ts'
import { sourceDigest, templatesInForce } from './templates.ts'

/** What a template makes of invented letters: the first one, and everything that keeps it from being put in force. */
export interface Trial {
  made: PressedLetter | undefined
  flaws: AdministrationRefusal[]
}

const about = (code: AdministrationRefusal['code'], detail: string): AdministrationRefusal => ({
  code,
  field: 'source',
  detail,
})

const folded = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The first thing that a letter owes and that its text does not say. */
function unsaid({ body, facts, recourse, fileNumber, subject }: Letter, text: string): string | undefined {
  const owed = [
    subject,
    fileNumber,
    ...body.flatMap(block => ('lines' in block ? block.lines : block.items)),
    ...facts.map(({ value }) => value),
    ...(recourse ? [recourse] : []),
  ]
  const said = folded(text)
  return owed.find(each => !said.includes(folded(each)))
}

/** Letters of a kind on which its template is tried: in each language in which such a letter is written. */
function trialLetters(kind: LetterKind, settings: Settings): Letter[] {
  const letter = inventedLetter(kind, settings)
  const answersInEnglish = !['ACKNOWLEDGEMENT', 'CONSENT_REQUEST', 'TRANSFER_REQUEST', 'EXTENSION'].includes(kind)
  return answersInEnglish ? [letter, { ...letter, language: 'EN' }] : [letter]
}

/** Tries a template on invented letters; the page that all letters share is tried on one of each kind. */
export async function tryTemplate(ask: Ask, code: LetterTemplate, source: string, settings: Settings): Promise<Trial> {
  const found = templateFlaws(source)
  if (found.length > 0) return { made: undefined, flaws: found }
  const inForce = await templatesInForce(ask)
  const sourceOf = (wanted: LetterTemplate) => (wanted === code ? source : (inForce.get(wanted)?.source ?? ''))
  const layout = sourceOf('LAYOUT')
  let first: PressedLetter | undefined
  for (const kind of code === 'LAYOUT' ? letterKinds.map(each => each.code) : [code]) {
    const template = sourceOf(kind)
    for (const letter of trialLetters(kind, settings)) {
      const digest = letterDigest(letter, sourceDigest(template), sourceDigest(layout))
      for (const standard of ['a-2a', 'ua-1'] as const) {
        const recipient = standard === 'a-2a' ? inventedRecipient : undefined
        const made = await pressLetter({ letter, layout, template, digest }, { recipient, standard })
        if ('flaws' in made)
          return { made: first, flaws: made.flaws.map(flaw => about('TEMPLATE_FAULTY', templateFlawSentence(flaw))) }
        const silent = unsaid(letter, made.text)
        if (silent) return { made: first ?? made, flaws: [about('TEMPLATE_SILENT', `Il manque : « ${silent} ».`)] }
        first ??= made
      }
    }
  }
  return { made: first, flaws: [] }
}
