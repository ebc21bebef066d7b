import type { Dossier } from '../Dossier.ts'
import { consults, putsOff, stopsTheClock } from '../scenes/analysis.ts'
import { findsUnfounded } from '../scenes/decision.ts'
import { begins } from '../scenes/intake.ts'
import { informs } from '../scenes/result.ts'
import type { Story } from './Story.ts'

/** The sector explains what happened; nothing is held against the service. */
export const unfounded: Story = {
  async tell(dossier) {
    await notFounded(dossier)
    await informs(dossier)
  },
}

/** The complaint until its finding, before anyone is told. */
async function notFounded(dossier: Dossier): Promise<void> {
  const { chance } = dossier
  await begins(dossier)
  if (chance.happens(0.04)) await stopsTheClock(dossier)
  for (const matter of dossier.matters) {
    await consults(dossier, matter, false)
    if (chance.happens(0.06)) await putsOff(dossier)
    dossier.wait(0, 3)
    await findsUnfounded(dossier, matter)
  }
}
