import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  defaultSettings,
  inventedLetters,
  inventedRecipient,
  type Letter,
  labelOf,
  letterKinds,
} from '@bienfonde/domain'
import { type Played, playScenarios } from '../acceptance/playScenarios.ts'
import { readScenarios } from '../acceptance/Scenario.ts'
import { endReached } from '../acceptance/scenariosPage.ts'
import type { Ask } from '../database/statement.ts'
import { journalOf } from '../journal/recorded.ts'
import { printed } from '../letters/leavingLetter.ts'
import { letterSources, lettersOf } from '../letters/lettersOf.ts'
import { press, pressLetter } from '../letters/pressLetter.ts'
import { templateFlawSentence } from '../letters/templateFlawSentence.ts'
import { onThrowawayDatabase } from './throwawayDatabase.ts'

/** A letter of the gallery: where it is, and what its page says of it. */
interface Shown {
  file: string
  title: string
  digest: string
}

/**
 * Plays a file of scenarios on a throwaway database, and writes every letter that left as a PDF, with one of each kind
 * about an invented complaint; the code is 1 when a scenario fails.
 */
export async function lettersGallery(file: string, out: string): Promise<number> {
  const wanted = readScenarios(file)
  mkdirSync(out, { recursive: true })
  try {
    return await onThrowawayDatabase(async application => {
      const { ask } = application.database
      const results = await playScenarios(application, wanted)
      const shown: Shown[] = []
      for (const played of results) shown.push(...(await scenarioLetters(ask, played, out)))
      for (const letter of inventedLetters(defaultSettings)) shown.push(await inventedOne(ask, letter, out))
      writeFileSync(join(out, 'index.html'), galleryPage(shown))
      const failed = results.filter(({ differences }) => differences.length > 0)
      for (const played of failed) console.log(`ÉCHEC   ${played.scenario.id}  ${endReached(played)}`)
      console.log(`${shown.length} lettres de ${results.length} scénarios et de chaque genre, dans ${out}.`)
      return failed.length === 0 ? 0 : 1
    })
  } finally {
    press.close()
  }
}

async function scenarioLetters(ask: Ask, { scenario, dossier }: Played, out: string): Promise<Shown[]> {
  const letters = await lettersOf(ask, await journalOf(ask, dossier), defaultSettings)
  const shown: Shown[] = []
  for (const [at, each] of letters.entries()) {
    const sources = await letterSources(ask, each)
    if (!sources) continue
    const addressed = each.letter.kind !== 'TELEPHONE' && !scenario.anonymity.startsWith('anonyme')
    const name = `${scenario.id}-${at + 1}-${each.kind.toLowerCase().replaceAll('_', '-')}`
    const title = `${scenario.id} – ${labelOf(letterKinds, each.kind)}`
    shown.push(await written(sources, { name, title, out, recipient: addressed ? inventedRecipient : undefined }))
  }
  return shown
}

async function inventedOne(ask: Ask, letter: Letter, out: string): Promise<Shown> {
  const made = await printed(ask, letter)
  if (!made) throw new Error('The templates are missing')
  const sources = { letter, template: made.template.source, layout: made.layout.source, digest: made.mark.digest }
  const name = `genre-${letter.kind.toLowerCase().replaceAll('_', '-')}`
  return written(sources, {
    name,
    title: `Genre – ${labelOf(letterKinds, letter.kind)}`,
    out,
    recipient: inventedRecipient,
  })
}

interface Place {
  name: string
  title: string
  out: string
  recipient: readonly string[] | undefined
}

async function written(
  sources: Parameters<typeof pressLetter>[0],
  { name, title, out, recipient }: Place,
): Promise<Shown> {
  const made = await pressLetter(sources, { recipient })
  if ('flaws' in made) throw new Error(`${name} : ${made.flaws.map(templateFlawSentence).join(' ')}`)
  writeFileSync(join(out, `${name}.pdf`), made.pdf)
  writeFileSync(join(out, `${name}.txt`), made.text)
  return { file: `${name}.pdf`, title, digest: sources.digest }
}

const galleryPage = (shown: readonly Shown[]) => `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<title>Galerie des lettres</title>
<h1>Galerie des lettres</h1>
<ul>
${shown.map(({ file, title, digest }) => `<li><a href="${file}">${title}</a> <code>${digest.slice(0, 16)}</code></li>`).join('\n')}
</ul>
</html>
`
