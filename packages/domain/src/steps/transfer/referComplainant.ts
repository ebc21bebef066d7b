import { bodyNames } from '../../bodyNames.ts'
import type { ComplainantReferred, MatterId } from '../../events.ts'
import { unlessOpen, unlessOutsideResponsibility } from '../../progress.ts'
import { unlessGiven, unlessReplyChannel } from '../../reachability.ts'
import { accept, isBlank, refuse, type Step } from '../../step.ts'
import type { ExchangeChannel } from '../../tables/channels.ts'
import { type BodyReference, lacksName } from '../../tables/referrals.ts'

export interface ReferComplainant {
  matter: MatterId
  bodies: BodyReference[]
  channel: ExchangeChannel
  /** What the person was told about where to go, and for what. */
  explanation: string
}

export const referComplainant: Step<ReferComplainant, ComplainantReferred> = {
  title: 'Diriger la personne vers l’organisme compétent',
  room: 'transfer',
  act: 'DECIDE',
  barred: complaint => unlessOpen(complaint) ?? unlessReplyChannel(complaint),
  barredOn: matter =>
    unlessOutsideResponsibility(matter) ?? (matter.outcome === 'REFERRED' ? 'ALREADY_REFERRED' : undefined),
  writes: ({ explanation, bodies }) => [{ field: 'explanation', text: explanation }, ...bodyNames(bodies, 'bodies')],

  decide(complaint, { matter, bodies, channel, explanation }) {
    if (bodies.length === 0) return refuse('BODY_MISSING', 'bodies')
    if (bodies.some(lacksName)) return refuse('BODY_NAME_MISSING', 'bodies')
    if (isBlank(explanation)) return refuse('EXPLANATION_MISSING', 'explanation')
    const foreign = unlessGiven(channel, complaint)
    if (foreign) return refuse(foreign, 'channel')
    return accept({ type: 'COMPLAINANT_REFERRED', matter, bodies, channel, explanation })
  },
}
