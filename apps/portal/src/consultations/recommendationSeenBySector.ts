import { defaultSettings, localDateAt, unregistered } from '@bienfonde/domain'
import { session } from '../access/session.ts'
import type { Dossier } from '../dossier/Dossier.ts'
import type { AddressedRecommendationsQuery } from '../graphql/graphql.ts'

export type Recommended = AddressedRecommendationsQuery['addressedRecommendations']['rows'][number]

/** A dossier as far as a sector knows it: one recommendation, told with a notice. */
export function recommendationSeenBySector(
  { dossier, id, kind, text, dueOn, answer, plan, implementedOn, closedOn }: Recommended,
  reread: () => Promise<Recommended | undefined>,
): Dossier {
  const known = {
    id,
    matter: '',
    sector: session.actor.sector ?? '',
    text,
    dueOn: dueOn ?? null,
    answer: answer ?? null,
    answeredOn: null,
    plan: plan ?? null,
    // A sector is shown its recommendations once the person is informed; the day is none of its business.
    issuedOn: localDateAt(new Date()),
    implementedOn: implementedOn ?? null,
    evidence: null,
    closedOn: closedOn ?? null,
  }
  return {
    id: dossier.id,
    fileNumber: dossier.fileNumber,
    lines: [],
    complaint: {
      ...unregistered,
      version: dossier.version,
      ...(kind === 'IMPROVEMENT' ? { improvementLeads: [known] } : { recommendations: [known] }),
    },
    settings: defaultSettings,
    actor: session.actor,
    async refresh() {
      const now = await reread()
      return now && recommendationSeenBySector(now, reread)
    },
  }
}
