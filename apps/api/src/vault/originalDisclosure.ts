import { type Document, unpacked } from '../attachments/upload.ts'
import { disclose } from './disclose.ts'
import { type Reader, stillPermitted } from './stillPermitted.ts'

/**
 * Reads the one original that an opening covers, once; nothing when the opening is absent, foreign, late, used, no
 * longer permitted, or covers something else than one original.
 */
export async function originalDisclosure(reader: Reader, opening: string): Promise<Document | undefined> {
  const { actor, database, master } = reader
  const permitted = await stillPermitted(reader, opening)
  if (!permitted?.item) return undefined
  const [original] = await disclose(database, master, opening, actor.id)
  return original && unpacked(original.content)
}
