import type { Entry } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'
import { canonical } from '../journal/canonical.ts'
import type { FrozenSettings, KeptEdition } from './frozenEditions.ts'

/** Why figures of a past year are not what they were. */
export const restatementCauses = [
  { code: 'LATE_REGISTRATION', label: 'Plaintes de l’exercice inscrites depuis' },
  { code: 'CORRECTION', label: 'Inscriptions corrigées depuis' },
  { code: 'LATE_FACT', label: 'Faits de l’exercice consignés depuis' },
  { code: 'REOPENING', label: 'Dossiers rouverts depuis ; le premier résultat demeure' },
  { code: 'CALENDAR', label: 'Calendrier du Ministère changé depuis' },
] as const satisfies readonly Entry[]

export type RestatementCause = (typeof restatementCauses)[number]['code']

export interface CausedBy {
  cause: RestatementCause
  /** Dossiers in question; 1 for the calendar. */
  dossiers: number
}

// Only what was recorded after the edition's evening, of days that the edition already counted.
const findCauses = statement(
  'edition_restating',
  `select cause, count(distinct dossier_id)::int as dossiers from (
     select dossier_id, case type when 'COMPLAINT_REGISTERED' then 'LATE_REGISTRATION'
         when 'REGISTRATION_CORRECTED' then 'CORRECTION' when 'COMPLAINT_REOPENED' then 'REOPENING'
         else 'LATE_FACT' end as cause,
       case type when 'COMPLAINT_REGISTERED' then event ->> 'receivedOn' when 'IMPLEMENTATION_RECORDED'
         then event ->> 'implementedOn' else event ->> 'sentOn' end as happened_on
     from journal
     where type in ('COMPLAINT_REGISTERED', 'REGISTRATION_CORRECTED', 'COMPLAINT_REOPENED', 'RECEIPT_ACKNOWLEDGED',
       'COMPLAINANT_INFORMED', 'IMPLEMENTATION_RECORDED')
       and at >= ($1::date + 1)::timestamp at time zone 'America/Toronto'
   ) later
   where happened_on is null or happened_on <= $2 group by cause`,
)

/** What was recorded since an edition that may make its year's figures other than it says. */
export async function causesSince(
  ask: Ask,
  { knownOn, report, settings }: Pick<KeptEdition, 'knownOn' | 'report' | 'settings'>,
  now: FrozenSettings,
): Promise<CausedBy[]> {
  const found = await ask<CausedBy & Record<string, unknown>>(findCauses, [knownOn, report.to])
  const causes = restatementCauses.flatMap(({ code }) => found.filter(({ cause }) => cause === code))
  const moved = canonical(settings.calendar) !== canonical(now.calendar)
  return moved ? [...causes, { cause: 'CALENDAR', dossiers: 1 }] : causes
}
