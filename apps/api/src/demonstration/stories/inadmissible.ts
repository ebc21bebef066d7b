import { type CitedGround, declareInadmissible } from '@bienfonde/domain'
import type { Dossier } from '../Dossier.ts'
import { acknowledge, cannotBeReached } from '../scenes/intake.ts'
import { cannotInform, informs } from '../scenes/result.ts'
import { procedure } from '../texts/procedure.ts'
import type { Story } from './Story.ts'

async function declines(dossier: Dossier, ground: CitedGround, reasons: string): Promise<void> {
  for (const { id } of dossier.matters)
    await dossier.take(declareInadmissible, { matter: id, grounds: [ground], reasons })
}

/** The matter is already before a court. */
export const beforeTheCourt: Story = {
  async tell(dossier) {
    await acknowledge(dossier)
    dossier.wait(1, 4)
    const { proceeding, reasons } = procedure.court
    await declines(dossier, { ground: 'COURT_PROCEEDINGS', proceeding }, reasons)
    await informs(dossier)
  },
}

/** The message threatens the staff; the passage is kept in the vault. */
export const threatening: Story = {
  beginning: { words: procedure.hateful.words },
  async tell(dossier) {
    dossier.wait(0, 2)
    const { passage, reasons } = procedure.hateful
    const kept = dossier.sealed('PASSAGE', passage)
    for (const { id } of dossier.matters)
      await dossier.take(
        declareInadmissible,
        { matter: id, grounds: [{ ground: 'HATEFUL_THREATENING_HARASSING', passage: kept.ref }], reasons },
        { deposits: [kept] },
      )
    await informs(dossier)
  },
}

/** The person cannot be reached, and what they wrote is not enough. */
export const unreachable: Story = {
  async tell(dossier) {
    await acknowledge(dossier)
    await cannotBeReached(dossier)
    dossier.wait(1, 3)
    await declines(dossier, { ground: 'SENDER_UNREACHABLE' }, procedure.unreachable.reasons)
    await cannotInform(dossier)
  },
}
