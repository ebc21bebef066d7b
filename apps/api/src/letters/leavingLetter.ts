import { createHash } from 'node:crypto'
import { type Complaint, type LeftLetter, type Letter, letterOf, type Recorded, type Settings } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'
import { canonical } from '../journal/canonical.ts'
import { type TemplateVersion, templatesInForce } from './templates.ts'

/** A letter with the templates that print it, and the mark by which the journal will know it. */
export interface LeavingLetter {
  letter: Letter
  template: TemplateVersion
  layout: TemplateVersion
  mark: LeftLetter
}

const findSectorNames = statement('letter_sectors', 'select code, name from sector')
const keepContent = statement(
  'letter_content_keep',
  'insert into letter_content (digest, content) values ($1, $2) on conflict (digest) do nothing',
)

/** The digest of a letter: all that it says, and the templates that say the rest. Whom it is for is not in it. */
export const letterDigest = (letter: Letter, template: string, layout: string): string =>
  createHash('sha256').update(canonical({ letter, template, layout })).digest('hex')

/** How a sector is called, as the ministry's register has it now. */
export async function sectorNames(ask: Ask): Promise<(code: string) => string> {
  const names = new Map(
    (await ask<{ code: string; name: string }>(findSectorNames)).map(({ code, name }) => [code, name]),
  )
  return code => names.get(code) ?? code
}

/** The letter by which what is told would leave now; nothing when nobody is told anything. */
export async function leavingLetter(
  ask: Ask,
  complaint: Complaint,
  told: Pick<Recorded, 'event' | 'on'>,
  settings: Settings,
): Promise<LeavingLetter | undefined> {
  const letter = letterOf(complaint, told, { settings, sectorName: await sectorNames(ask) })
  return letter && printed(ask, letter)
}

/** A letter with the templates in force; nothing before any has been kept. */
export async function printed(ask: Ask, letter: Letter): Promise<LeavingLetter | undefined> {
  const inForce = await templatesInForce(ask, ['LAYOUT', letter.kind])
  const [layout, template] = [inForce.get('LAYOUT'), inForce.get(letter.kind)]
  if (!layout || !template) return undefined
  const digest = letterDigest(letter, template.digest, layout.digest)
  return { letter, template, layout, mark: { template: template.version, layout: layout.version, digest } }
}

/** Keeps what a letter said, in the transaction of the step by which it leaves. */
export const keepLetter = (ask: Ask, { letter, mark }: LeavingLetter) =>
  ask(keepContent, [mark.digest, JSON.stringify(letter)])
