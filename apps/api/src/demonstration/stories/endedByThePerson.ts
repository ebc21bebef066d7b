import { recordInformalResolution, recordWithdrawal } from '@bienfonde/domain'
import { acknowledge, begins } from '../scenes/intake.ts'
import { informs } from '../scenes/result.ts'
import { procedure } from '../texts/procedure.ts'
import type { Story } from './Story.ts'

/** The person withdraws their complaint. */
export const withdrawn: Story = {
  async tell(dossier) {
    await begins(dossier)
    dossier.wait(1, 6)
    const note = dossier.chance.pick(procedure.withdrawal)
    await dossier.take(recordWithdrawal, { channel: 'PHONE', withdrawnOn: dossier.day, note })
    await informs(dossier)
  },
}

/** The manager of the unit and the person come to an agreement. */
export const resolvedInformally: Story = {
  async tell(dossier) {
    await acknowledge(dossier)
    dossier.wait(0, 4)
    const sector = dossier.matters[0]?.topic.sector ?? ''
    const agreement = dossier.chance.pick(procedure.agreement)
    await dossier.take(recordInformalResolution, { sector, agreement, agreedOn: dossier.day })
    await informs(dossier)
  },
}
