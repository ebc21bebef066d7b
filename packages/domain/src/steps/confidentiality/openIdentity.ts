import { identityRefusal } from '../../confidentiality/identityAccess.ts'
import type { IdentityOpened } from '../../events.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'
import type { InformationCategory } from '../../tables/procedure.ts'

export interface OpenIdentity {
  reason: string
  scope: InformationCategory[]
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

  decide(complaint, { reason, scope }, { actor, on }) {
    const refusal = identityRefusal(complaint, actor, on, scope)
    if (refusal) return refuse(refusal)
    if (scope.length === 0) return refuse('CATEGORY_MISSING', 'scope')
    if (isBlank(reason)) return refuse('REASON_MISSING', 'reason')
    const sector = actor.role === 'SECTOR_RESPONDENT' ? actor.sector : null
    return accept({ type: 'IDENTITY_OPENED', reason, scope: [...new Set(scope)], sector })
  },
}
