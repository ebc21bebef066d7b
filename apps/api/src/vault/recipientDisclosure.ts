import { recipientLines } from '@bienfonde/domain'
import { disclose } from './disclose.ts'
import type { Identity } from './identity.ts'
import { type Reader, stillPermitted } from './stillPermitted.ts'

/**
 * Reads whom a letter of this dossier is for, once, from an opening that covers the identity; nothing when the opening
 * is absent, foreign, late, used, no longer permitted, or covers something else.
 */
export async function recipientDisclosure(
  reader: Reader,
  opening: string,
  dossier: string,
): Promise<string[] | undefined> {
  const { actor, database, master } = reader
  const items = await disclose(
    database,
    master,
    { opening, actor: actor.id },
    async (ask, covered) =>
      covered.dossier === dossier && covered.scope.includes('IDENTITY') && (await stillPermitted(ask, reader, covered)),
  )
  const identity = items.findLast(({ kind }) => kind === 'IDENTITY')
  return identity && recipientLines(JSON.parse(identity.content.toString()) as Identity)
}
