import type { Escalation } from '../../complaint.ts'
import type { EscalationId, PackageContact, PackagePrepared } from '../../events.ts'
import { accept, isBlank, type Optional, refuse, type Step } from '../../step.ts'
import type { PackageBasis } from '../../tables/procedure.ts'
import { unlessEscalated } from './escalated.ts'

export interface PreparePackage {
  escalation: EscalationId
  withIdentity: boolean
  basis: PackageBasis
  reference?: Optional<string>
  /** Whom the Protecteur du citoyen calls at the ministry. */
  contact: PackageContact
}

/** True when the basis that is invoked is itself on record. */
const isRecorded = (basis: PackageBasis, { consentGivenOn, legalDemand }: Escalation): boolean =>
  (basis === 'CONSENT' && consentGivenOn !== null) || (basis === 'LEGAL_DEMAND' && legalDemand !== null)

export const preparePackage: Step<PreparePackage, PackagePrepared> = {
  title: 'Préparer l’envoi au Protecteur du citoyen',
  room: 'ombudsman',
  act: 'DECIDE',
  barred: unlessEscalated,
  writes: ({ reference, contact }) => [
    { field: 'reference', text: reference, mayName: true },
    { field: 'contact.name', text: contact.name, mayName: true },
    { field: 'contact.title', text: contact.title, mayName: true },
    { field: 'contact.telephone', text: contact.telephone, mayName: true },
    { field: 'contact.extension', text: contact.extension, mayName: true },
  ],

  decide({ escalations, erasedOn, registration }, { escalation: id, withIdentity, basis, reference, contact }) {
    const escalation = escalations.find(known => known.id === id)
    if (!escalation) return refuse('ESCALATION_UNKNOWN', 'escalation')
    if (withIdentity && erasedOn) return refuse('ERASED', 'withIdentity')
    if (withIdentity && !registration?.identity) return refuse('NOTHING_TO_DISCLOSE', 'withIdentity')
    if (withIdentity && !isRecorded(basis, escalation)) return refuse('BASIS_MISSING', 'basis')
    if (withIdentity && basis === 'LEGAL_DEMAND' && isBlank(reference)) return refuse('REFERENCE_MISSING', 'reference')
    for (const field of ['name', 'title', 'telephone'] as const)
      if (isBlank(contact[field])) return refuse('TEXT_MISSING', `contact.${field}`)
    return accept({
      type: 'PACKAGE_PREPARED',
      escalation: id,
      withIdentity,
      basis,
      reference: reference || null,
      contact,
    })
  },
}
