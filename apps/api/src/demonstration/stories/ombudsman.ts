import {
  escalateToOmbudsman,
  preparePackage,
  recordOmbudsmanConclusion,
  recordOmbudsmanRequest,
} from '@bienfonde/domain'
import type { Dossier } from '../Dossier.ts'
import { asksConsent, consults } from '../scenes/analysis.ts'
import { begins } from '../scenes/intake.ts'
import { procedure } from '../texts/procedure.ts'
import type { Story } from './Story.ts'
import { unfounded } from './unfounded.ts'

const { contact } = procedure.ombudsman
const escalation = 'E1'

async function turnsToOmbudsman(dossier: Dossier, withConsent: boolean): Promise<void> {
  await dossier.take(escalateToOmbudsman, {
    initiatedBy: 'COMPLAINANT',
    escalatedOn: dossier.day,
    consentGivenOn: withConsent ? dossier.day : null,
    reason: procedure.ombudsman.complainant,
  })
}

async function concludes(dossier: Dossier): Promise<void> {
  dossier.wait(15, 50)
  const { conclusion, recommendations } = dossier.chance.pick(procedure.ombudsman.conclusions)
  await dossier.take(recordOmbudsmanConclusion, {
    escalation,
    receivedOn: dossier.day,
    conclusion,
    recommendations: [...recommendations],
  })
}

/** The person disagrees with the answer, and agrees that their identity goes with the package. */
export const escalatedWithConsent: Story = {
  async tell(dossier) {
    await unfounded.tell(dossier)
    dossier.wait(4, 20)
    await turnsToOmbudsman(dossier, true)
    dossier.wait(1, 5)
    await dossier.take(preparePackage, { escalation, withIdentity: true, basis: 'CONSENT', contact })
    await concludes(dossier)
  },
}

/** The Protecteur du citoyen demands the dossier, identity included, by virtue of its law. */
export const escalatedByLaw: Story = {
  async tell(dossier) {
    await unfounded.tell(dossier)
    dossier.wait(10, 30)
    const { own, request, legalReference } = procedure.ombudsman
    await dossier.take(escalateToOmbudsman, {
      initiatedBy: 'OMBUDSMAN',
      escalatedOn: dossier.day,
      reason: own,
    })
    await dossier.take(recordOmbudsmanRequest, {
      escalation,
      receivedOn: dossier.day,
      text: request,
      dueOn: dossier.later(10),
      legalDemand: legalReference,
    })
    dossier.wait(2, 8)
    await dossier.take(preparePackage, {
      escalation,
      withIdentity: true,
      basis: 'LEGAL_DEMAND',
      reference: legalReference,
      contact,
    })
    await concludes(dossier)
  },
}

/** The person turns to the Protecteur du citoyen while the ministry is still at work; nothing tells who they are. */
export const escalatedBeforeTheAnswer: Story = {
  async tell(dossier) {
    await begins(dossier)
    const [matter] = dossier.matters
    if (matter) await asksConsent(dossier, matter.topic.sector, true)
    await turnsToOmbudsman(dossier, false)
    dossier.wait(0, 2)
    await dossier.take(preparePackage, { escalation, withIdentity: false, basis: 'NONE', contact })
    for (const each of dossier.matters) await consults(dossier, each, true)
  },
}
