/**
 * The letters: each kind composed many times in one run, in PDF, HTML and plain text, beside a limit of 25 ms at the
 * median. `pnpm build`, then `node bench/letters.ts [rounds]`.
 */

import { press, pressLetter } from '../apps/api/dist/letters/pressLetter.js'
import { shippedTemplates } from '../apps/api/dist/letters/shippedTemplates.js'
import {
  defaultSettings,
  inventedLetters,
  inventedRecipient,
  labelOf,
  letterKinds,
} from '../packages/domain/dist/index.js'

const limit = 25
const rounds = Number(process.argv[2] ?? 200)
const number = new Intl.NumberFormat('fr-CA', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const say = (name: string, ...cells: string[]) =>
  console.log(name.padEnd(40) + cells.map(each => each.padStart(14)).join(''))
const at = (times: number[], share: number) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0

const shipped = new Map(shippedTemplates().map(({ code, source }) => [code, source]))
const letters = inventedLetters(defaultSettings)
const layout = shipped.get('LAYOUT') ?? ''

async function compose(letter: (typeof letters)[number], round: number): Promise<number> {
  const template = shipped.get(letter.kind) ?? ''
  // Every letter is another one: what was composed before does not answer in its place.
  const fileNumber = `2026-${String(round).padStart(6, '0')}`
  const digest = `${round}`.padStart(64, '0')
  const began = performance.now()
  const made = await pressLetter(
    { letter: { ...letter, fileNumber }, layout, template, digest },
    { recipient: inventedRecipient },
  )
  const took = performance.now() - began
  if ('flaws' in made) throw new Error(JSON.stringify(made.flaws))
  return took
}

const began = performance.now()
await compose(letters[0]!, 0)
console.log(`La première lettre, compilateur compris : ${number.format(performance.now() - began)} ms\n`)

say('Lettre', 'médiane (ms)', '95 % (ms)', 'part de 25 ms')
const all: number[] = []
for (const letter of letters) {
  const times: number[] = []
  for (let round = 1; round <= rounds; round++) times.push(await compose(letter, round))
  all.push(...times)
  const median = at(times, 0.5)
  say(
    labelOf(letterKinds, letter.kind),
    number.format(median),
    number.format(at(times, 0.95)),
    number.format(median / limit),
  )
}
const median = at(all, 0.5)
console.log('')
say(`Toutes (${all.length})`, number.format(median), number.format(at(all, 0.95)), number.format(median / limit))
press.close()
process.exitCode = median <= limit ? 0 : 1
