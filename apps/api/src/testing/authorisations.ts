import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const page = fileURLToPath(new URL('../../../../docs/autorisations.md', import.meta.url))

/** The tables of the reviewed page, each by its title: what every row says under every column. */
export function authorisations(): Map<string, Map<string, Map<string, string>>> {
  const tables = new Map<string, Map<string, Map<string, string>>>()
  for (const part of readFileSync(page, 'utf8').split(/^## /m).slice(1)) {
    const [title = '', ...lines] = part.split('\n')
    const [head, _, ...rows] = lines
      .filter(line => line.startsWith('|'))
      .map(line =>
        line
          .split('|')
          .slice(1, -1)
          .map(cell => cell.trim().replaceAll('`', '')),
      )
    const said = rows.map(([name = '', ...cells]): [string, Map<string, string>] => [
      name,
      new Map(cells.map((cell, at) => [head?.[at + 1] ?? '', cell])),
    ])
    tables.set(title, new Map(said))
  }
  return tables
}
