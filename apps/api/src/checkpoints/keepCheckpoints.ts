import type { Logger } from 'pino'
import { failureForLog } from '../http/formatError.ts'
import { type Checkpointing, JournalForked, writeCheckpoint } from './writeCheckpoint.ts'

const everyMinutes = 15

/** Writes a checkpoint now and every quarter of an hour; a failure is logged and the next one tries again. */
export function keepCheckpoints(checkpointing: Checkpointing, log: Logger): { stop: () => Promise<void> } {
  let underWay = Promise.resolve()
  const write = () => {
    underWay = underWay.then(() => checkpointOrLog(checkpointing, log))
  }
  write()
  const timer = setInterval(write, everyMinutes * 60_000)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}

/** Writes a checkpoint beside other work, which its failure does not stop. */
export async function checkpointOrLog(checkpointing: Checkpointing, log: Logger): Promise<void> {
  try {
    await writeCheckpoint(checkpointing)
  } catch (error) {
    const said = error instanceof JournalForked ? error.message : undefined
    log.error({ said, failure: failureForLog(error) }, 'no checkpoint was written')
  }
}
