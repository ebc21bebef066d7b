import type { Cleaning } from './Cleaning.ts'
import { cleanedCopy } from './cleanedCopy.ts'

// What a stranger wrote is read in a process of its own, which holds no key, writes nothing and launches nothing.
process.once('message', async (asked: Cleaning) => {
  process.send?.(await cleanedCopy(asked), () => process.exit(0))
})
process.once('disconnect', () => process.exit(0))
