import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** How many trials a proof runs: as many as its variable says, or few enough for an ordinary run. */
export const trialsOf = (variable: string, ordinary: number): number => Number(process.env[variable] ?? ordinary)

/** Writes the figures of a run that was asked for by its variable, so that the documentation can quote them. */
export function tellProof(variable: string, name: string, title: string, told: string, figures: [string, number][]) {
  if (!process.env[variable]) return
  const folder = fileURLToPath(new URL('../../../../docs/preuves/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const rows = figures.map(([what, count]) => `| ${what} | ${count.toLocaleString('fr-CA')} |`)
  const again = `Pour refaire cette page : \`${variable}=${process.env[variable]} npx pnpm --filter @bienfonde/api exec vitest run ${name}\`.`
  writeFileSync(
    `${folder}${name}.md`,
    `# ${title}\n\n${told}\n\n| | Nombre |\n|---|---:|\n${rows.join('\n')}\n\n${again}\n`,
  )
}
