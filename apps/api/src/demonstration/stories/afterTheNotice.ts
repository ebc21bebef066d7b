import { eraseIdentity, liftLegalHold, placeLegalHold, reopenComplaint } from '@bienfonde/domain'
import type { Dossier } from '../Dossier.ts'
import { findsFounded, recommends } from '../scenes/decision.ts'
import { followsUp } from '../scenes/followUp.ts'
import { admit } from '../scenes/intake.ts'
import { informs } from '../scenes/result.ts'
import { procedure } from '../texts/procedure.ts'
import type { Story } from './Story.ts'
import { unfounded } from './unfounded.ts'

async function reopens(dossier: Dossier): Promise<void> {
  await unfounded.tell(dossier)
  dossier.wait(5, 25)
  await dossier.take(reopenComplaint, { matters: dossier.matters.map(({ id }) => id), newFacts: procedure.newFacts })
  await admit(dossier)
}

/** New facts come after the answer: the complaint is examined anew, and founded. */
export const reopened: Story = {
  async tell(dossier) {
    await reopens(dossier)
    dossier.wait(4, 12)
    for (const matter of dossier.matters) await findsFounded(dossier, matter)
    for (const matter of dossier.matters) await recommends(dossier, matter)
    await informs(dossier)
    await followsUp(dossier)
  },
}

/** New facts have come, and the complaint is again under analysis. */
export const reopenedLately: Story = { tell: reopens }

/** The retention period is over: the identity is erased for good. */
export const erased: Story = {
  async tell(dossier) {
    await unfounded.tell(dossier)
    dossier.wait(240, 300)
    const { schedule, erasure } = procedure.retention
    await dossier.take(eraseIdentity, { schedule, reason: erasure })
  },
}

async function held(dossier: Dossier): Promise<void> {
  await unfounded.tell(dossier)
  dossier.wait(10, 30)
  const { holdReference, hold } = procedure.retention
  await dossier.take(placeLegalHold, { reference: holdReference, reason: hold })
}

/** A possible litigation keeps everything. */
export const onLegalHold: Story = { tell: held }

/** The litigation is over. */
export const legalHoldLifted: Story = {
  async tell(dossier) {
    await held(dossier)
    dossier.wait(40, 90)
    await dossier.take(liftLegalHold, { reason: procedure.retention.lifted })
  },
}
