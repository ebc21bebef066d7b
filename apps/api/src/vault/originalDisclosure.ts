import { type Document, unpacked } from '../attachments/upload.ts'
import { disclose } from './disclose.ts'
import { type Reader, stillPermitted } from './stillPermitted.ts'

/**
 * Reads the one original that an opening covers, once; nothing when the opening is absent, foreign, late, used, no
 * longer permitted, or covers something else than one original.
 */
export async function originalDisclosure(
  reader: Reader,
  opening: string,
): Promise<(Document & { ref: string }) | undefined> {
  const { actor, database, master } = reader
  const [original] = await disclose(
    database,
    master,
    { opening, actor: actor.id },
    async (ask, covered) => covered.item !== null && (await stillPermitted(ask, reader, covered)),
  )
  return original && { ...unpacked(original.content), ref: original.ref }
}
