import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A place out of the database's reach where checkpoints are kept. Another one — a mailbox, a write-once store, a
 * neighbour's log — is another object of this shape.
 */
export interface CheckpointOutlet {
  /** What the operator reads when it fails. */
  name: string
  /** Keeps one more note: what was kept before is never touched. */
  keep(note: string): Promise<void>
  /** What it holds, when it can be read back: the journal must go on from there. */
  held?(): Promise<string>
}

/** The file to which notes are added in a folder. */
export const checkpointFile = (folder: string): string => join(folder, 'journal.checkpoints')

/** Adds each note at the end of a file. */
export function fileOutlet(folder: string): CheckpointOutlet {
  const file = checkpointFile(folder)
  return {
    name: file,
    async keep(note) {
      await mkdir(folder, { recursive: true })
      await appendFile(file, `${note}\n`, { flush: true })
    },
    held: () =>
      readFile(file, 'utf8').catch(error => {
        if (error.code === 'ENOENT') return ''
        throw error
      }),
  }
}

/** Sends each note, as plain text, to an address that another body keeps. */
export const postOutlet = (address: string): CheckpointOutlet => ({
  name: address,
  async keep(body) {
    const headers = { 'content-type': 'text/plain; charset=utf-8' }
    const answer = await fetch(address, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) })
    if (!answer.ok) throw new Error(`answered ${answer.status}`)
  },
})
