import {
  type ExchangeChannel,
  evolve,
  type LeftLetter,
  type Letter,
  type LetterKind,
  type LocalDate,
  letterOf,
  type Recorded,
  type Settings,
  tells,
  unregistered,
} from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'
import { letterDigest, sectorNames } from './leavingLetter.ts'
import { sourceDigest, templatesAt, templatesInForce } from './templates.ts'

/** A letter of a dossier, as its journal tells it. */
export interface DossierLetter {
  /** The line of the journal by which it left. */
  seq: number
  kind: LetterKind
  date: LocalDate
  subject: string
  channel: ExchangeChannel
  letter: Letter
  /** Nothing for a letter that left before letters were composed: it is made with what is in force now. */
  mark: LeftLetter | null
}

/** Everything that makes a letter again as it left. */
export interface LetterSources {
  letter: Letter
  layout: string
  template: string
  digest: string
  /** False when what was kept no longer gives the digest that the journal holds. */
  intact: boolean
}

const findContents = statement('letter_contents', 'select digest, content from letter_content where digest = any ($1)')

/** The letters of a dossier, in the order of its journal: what each said is what was kept as it left. */
export async function lettersOf(ask: Ask, lines: readonly Recorded[], settings: Settings): Promise<DossierLetter[]> {
  if (!lines.some(({ event }) => tells(event))) return []
  const digests = lines.flatMap(({ event }) => (tells(event) && event.letter ? [event.letter.digest] : []))
  const kept = await ask<{ digest: string; content: Letter }>(findContents, [digests])
  const contents = new Map(kept.map(({ digest, content }) => [digest, content]))
  const context = { settings, sectorName: await sectorNames(ask) }
  const letters: DossierLetter[] = []
  let complaint = unregistered
  for (const line of lines) {
    const { event, seq } = line
    if (tells(event)) {
      const left = event.letter && contents.get(event.letter.digest)
      const letter = left ?? letterOf(complaint, line, context)
      const mark = left ? (event.letter ?? null) : null
      const { channel } = event
      if (letter && channel)
        letters.push({ seq, kind: letter.kind, date: letter.date, subject: letter.subject, channel, letter, mark })
    }
    complaint = evolve(complaint, line)
  }
  return letters
}

/** The templates with which a letter left, or those in force for a letter that has no mark. */
export async function letterSources(
  ask: Ask,
  { letter, kind, mark }: DossierLetter,
): Promise<LetterSources | undefined> {
  const found = mark
    ? await templatesAt(ask, [
        ['LAYOUT', mark.layout],
        [kind, mark.template],
      ])
    : await templatesInForce(ask, ['LAYOUT', kind])
  const [layout, template] = [found.get('LAYOUT'), found.get(kind)]
  if (!layout || !template) return undefined
  const made = letterDigest(letter, sourceDigest(template.source), sourceDigest(layout.source))
  const digest = mark?.digest ?? made
  return { letter, layout: layout.source, template: template.source, digest, intact: digest === made }
}
