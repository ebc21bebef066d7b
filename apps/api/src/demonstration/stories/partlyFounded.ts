import { consults } from '../scenes/analysis.ts'
import { findsFounded, findsUnfounded, recommends } from '../scenes/decision.ts'
import { followsUp } from '../scenes/followUp.ts'
import { begins } from '../scenes/intake.ts'
import { informs } from '../scenes/result.ts'
import type { Story } from './Story.ts'

/** Several matters: the first is founded, the others are not. */
export const partlyFounded: Story = {
  beginning: { matters: 2 },
  async tell(dossier) {
    await begins(dossier)
    for (const [at, matter] of dossier.matters.entries()) {
      await consults(dossier, matter, at === 0)
      dossier.wait(0, 2)
      if (at === 0) await findsFounded(dossier, matter)
      else await findsUnfounded(dossier, matter)
    }
    for (const matter of dossier.matters.slice(0, 1)) await recommends(dossier, matter)
    await informs(dossier)
    await followsUp(dossier)
  },
}

/** Three matters told in one letter. */
export const threeMatters: Story = { ...partlyFounded, beginning: { matters: 3 } }
