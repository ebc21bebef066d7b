import type { Complaint, Recorded } from '@bienfonde/domain'
import type { Ask } from '../database/statement.ts'
import { enqueue } from './queue.ts'

/** Gives to the clock the letters that a step has just sent on their way by electronic mail, in its transaction. */
export async function giveLetters(
  ask: Ask,
  { id, complaint }: { id: string; complaint: Complaint },
  written: readonly Recorded[],
): Promise<void> {
  const asked = written.map(({ seq, event }) => (event.type === 'LETTER_SENDING_ASKED' ? event.line : seq))
  for (const { line, channel, state } of complaint.dispatches)
    if (channel === 'EMAIL' && state === 'WAITING' && asked.includes(line))
      await enqueue(ask, 'send_letter', { dossier: id, line }, { key: `letter|${id}|${line}` })
}
