import { defaultSettings, unregistered } from '@bienfonde/domain'
import { session } from '../access/session.ts'
import type { Dossier } from '../dossier/Dossier.ts'
import type { ConsultationsQuery } from '../graphql/graphql.ts'

export type Addressed = ConsultationsQuery['consultations']['rows'][number]

/** A dossier as far as a sector knows it: one consultation, and the version under which to answer. */
export function seenBySector(consultation: Addressed, reread: () => Promise<Addressed | undefined>): Dossier {
  const { dossier, grant, grantedCategories, copies: _, state, ...asked } = consultation
  const sector = session.actor.sector ?? ''
  const known = {
    ...asked,
    sector,
    matter: '',
    reply: asked.reply ?? null,
    repliedOn: asked.repliedOn ?? null,
    cancelled: state === 'CANCELLED',
  }
  const consent = {
    sector,
    purpose: '',
    categories: [...grantedCategories],
    askedOn: asked.askedOn,
    answer: 'GRANTED' as const,
    answeredOn: asked.askedOn,
    validUntil: null,
    withdrawnOn: null,
    endedOn: null,
  }
  return {
    id: dossier.id,
    fileNumber: dossier.fileNumber,
    lines: [],
    complaint: { ...unregistered, version: dossier.version, consultations: [known], consents: grant ? [consent] : [] },
    settings: defaultSettings,
    actor: session.actor,
    async refresh() {
      const now = await reread()
      return now && seenBySector(now, reread)
    },
  }
}
