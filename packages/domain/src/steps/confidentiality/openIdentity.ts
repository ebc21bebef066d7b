import { identityRefusal } from '../../confidentiality/identityAccess.ts'
import { openingLimit } from '../../confidentiality/openingLimit.ts'
import type { IdentityOpened, SealedRef } from '../../events.ts'
import { accept, isBlank, type Optional, refuse, type Step } from '../../step.ts'
import type { InformationCategory } from '../../tables/procedure.ts'

export interface OpenIdentity {
  reason: string
  scope: InformationCategory[]
  /** The one original to open; then nothing else is covered. */
  attachment?: Optional<SealedRef>
}

/** Writes who opens, as what and why; only then may the vault show anything. */
export const openIdentity: Step<OpenIdentity, IdentityOpened> = {
  title: 'Ouvrir l’identité',
  room: 'confidentiality',
  act: 'OPEN_IDENTITY',
  barred: ({ erasedOn, officer }, { id, role }) => {
    if (erasedOn) return role === 'SECTOR_RESPONDENT' ? 'IDENTITY_NOT_ACCESSIBLE' : 'ERASED'
    return role === 'OFFICER' && officer !== id ? 'NOT_ASSIGNED_TO_YOU' : undefined
  },
  writes: ({ reason }) => [{ field: 'reason', text: reason }],

  decide(complaint, { reason, attachment, ...asked }, { actor, on, opener, settings }) {
    const scope: InformationCategory[] = attachment ? ['ATTACHMENTS'] : asked.scope
    const refusal = identityRefusal(complaint, actor, on, scope)
    if (refusal) return refuse(refusal)
    if (scope.length === 0) return refuse('CATEGORY_MISSING', 'scope')
    if (attachment && !complaint.attachments.some(each => each.attachment === attachment))
      return refuse('ATTACHMENT_MISSING', 'attachment')
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    const limit = opener && openingLimit(opener, settings.openingCaps)
    if (limit) return refuse(limit)
    const sector = actor.role === 'SECTOR_RESPONDENT' ? actor.sector : null
    const original = attachment ? { attachment } : {}
    return accept({ type: 'IDENTITY_OPENED', reason, scope: [...new Set(scope)], sector, ...original })
  },
}
