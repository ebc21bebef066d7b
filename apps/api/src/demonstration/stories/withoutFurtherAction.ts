import { asksConsent } from '../scenes/analysis.ts'
import { closesWithoutFurtherAction } from '../scenes/decision.ts'
import { begins } from '../scenes/intake.ts'
import { cannotInform, informs } from '../scenes/result.ts'
import type { Story } from './Story.ts'

/** The person keeps their anonymity, and the facts cannot be known without it. */
export const consentRefused: Story = {
  async tell(dossier) {
    await begins(dossier)
    dossier.wait(0, 2)
    const [matter] = dossier.matters
    if (matter) await asksConsent(dossier, matter.topic.sector, false)
    dossier.wait(0, 3)
    for (const each of dossier.matters) await closesWithoutFurtherAction(dossier, each, 'CONSENT_REFUSED')
    await informs(dossier)
  },
}

/** An anonymous complaint without any way to answer, whose facts cannot be checked. */
export const anonymousAndSilent: Story = {
  beginning: { anonymous: 'SILENT' },
  async tell(dossier) {
    await begins(dossier)
    dossier.wait(2, 6)
    for (const matter of dossier.matters) await closesWithoutFurtherAction(dossier, matter, 'ANONYMITY')
    await cannotInform(dossier)
  },
}

/** An anonymous complaint with an address: the person is told why nothing follows. */
export const anonymousButReachable: Story = {
  beginning: { anonymous: 'REACHABLE' },
  async tell(dossier) {
    await begins(dossier)
    dossier.wait(2, 8)
    for (const matter of dossier.matters) await closesWithoutFurtherAction(dossier, matter, 'ANONYMITY')
    await informs(dossier)
  },
}
