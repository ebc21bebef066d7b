import { print } from 'graphql'
import type { PictureQuestion } from './useFigures.ts'

/** A question as it is copied: it runs as it is, its variables being said below. */
export function questionText({ document, variables }: PictureQuestion): string {
  const said = JSON.stringify(variables, null, 2)
  return `${print(document)}\n\n# Variables\n${said.replaceAll(/^/gm, '# ')}\n`
}
