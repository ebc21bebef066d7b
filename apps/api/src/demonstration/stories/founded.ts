import type { Dossier } from '../Dossier.ts'
import { asksConsent, consults, opensIdentity, putsOff, stopsTheClock, takesBack } from '../scenes/analysis.ts'
import { findsFounded, recommends } from '../scenes/decision.ts'
import { followsUp } from '../scenes/followUp.ts'
import { begins, cannotBeReached } from '../scenes/intake.ts'
import { cannotInform, informs, informsInEnglish } from '../scenes/result.ts'
import { procedure } from '../texts/procedure.ts'
import type { Story } from './Story.ts'

type Scene = (dossier: Dossier) => Promise<void>
const nothing: Scene = async () => undefined

async function established(dossier: Dossier, before = nothing, afterReply = nothing): Promise<void> {
  await begins(dossier)
  await before(dossier)
  for (const matter of dossier.matters) {
    await consults(dossier, matter, true)
    await afterReply(dossier)
    if (dossier.chance.happens(0.08)) dossier.wait(6, 12)
    dossier.wait(0, 3)
    await findsFounded(dossier, matter)
  }
}

async function corrected(dossier: Dossier): Promise<void> {
  for (const matter of dossier.matters) await recommends(dossier, matter)
  await informs(dossier)
  await followsUp(dossier)
}

const sectorOf = ({ matters }: Dossier) => matters[0]?.topic.sector ?? ''

/** The sector confirms the facts; a correction is recommended and followed. */
export const founded: Story = {
  async tell(dossier) {
    await established(dossier)
    await corrected(dossier)
  },
}

/** What was wrong was already put right: nothing is left to recommend. */
export const foundedAlreadyCorrected: Story = {
  async tell(dossier) {
    await established(dossier)
    await informs(dossier, procedure.noRecommendation)
  },
}

/** The person agrees that the sector learns who they are. */
export const foundedWithConsent: Story = {
  async tell(dossier) {
    const sector = sectorOf(dossier)
    await established(
      dossier,
      () => asksConsent(dossier, sector, true),
      () => opensIdentity(dossier, sector),
    )
    await corrected(dossier)
  },
}

/** The person takes their permission back once the sector has answered. */
export const foundedConsentWithdrawn: Story = {
  async tell(dossier) {
    await established(dossier, () => asksConsent(dossier, sectorOf(dossier), true))
    await takesBack(dossier, sectorOf(dossier))
    await corrected(dossier)
  },
}

/** The clock stops while a document is awaited. */
export const foundedSuspended: Story = {
  async tell(dossier) {
    await established(dossier, stopsTheClock)
    await corrected(dossier)
  },
}

/** The reply date is put off by a written notice. */
export const foundedExtended: Story = {
  async tell(dossier) {
    await established(dossier, async () => {
      dossier.wait(3, 8)
      await putsOff(dossier)
    })
    await corrected(dossier)
  },
}

/** The person has become impossible to reach when the result is known. */
export const foundedUntold: Story = {
  async tell(dossier) {
    await established(dossier)
    for (const matter of dossier.matters) await recommends(dossier, matter)
    await cannotBeReached(dossier)
    await cannotInform(dossier)
    await followsUp(dossier)
  },
}

/** An anonymous complaint whose facts can be checked, with an address for the answer. */
export const foundedAnonymous: Story = { ...founded, beginning: { anonymous: 'REACHABLE' } }

/** A complaint in English, answered in English on a recorded ground. */
export const foundedInEnglish: Story = {
  beginning: { english: true },
  async tell(dossier) {
    await established(dossier)
    for (const matter of dossier.matters) await recommends(dossier, matter)
    await informsInEnglish(dossier)
    await followsUp(dossier)
  },
}
