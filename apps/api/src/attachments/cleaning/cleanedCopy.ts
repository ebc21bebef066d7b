import type { Cleaned, Cleaning } from './Cleaning.ts'
import { NotCleaned } from './Cleaning.ts'
import { cleanImage } from './cleanImage.ts'
import { cleanOffice } from './cleanOffice.ts'
import { cleanPdf } from './cleanPdf.ts'

const ways: Record<string, (content: Uint8Array, mediaType: string) => Promise<Cleaned>> = {
  'application/pdf': cleanPdf,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': cleanOffice,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': cleanOffice,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': cleanOffice,
  'image/jpeg': cleanImage,
  'image/png': cleanImage,
  'image/tiff': cleanImage,
  'image/webp': cleanImage,
  'text/plain': async (content, mediaType) => ({ mediaType, content }),
}

/** A copy of a document from which all that says who, when or where from is gone, or why there is none. */
export async function cleanedCopy({ mediaType, content }: Cleaning): Promise<Cleaned> {
  const clean = ways[mediaType]
  if (!clean) return { refusal: 'KIND_NOT_CLEANED' }
  try {
    return await clean(content, mediaType)
  } catch (error) {
    return { refusal: error instanceof NotCleaned ? error.refusal : 'UNREADABLE' }
  }
}
