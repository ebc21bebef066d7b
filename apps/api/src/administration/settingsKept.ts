import { defaultSessions, type MinistryRules } from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'
import { ministrySettings } from '../ministry/settings.ts'

const findKept = statement('administered_settings', 'select jsonb_object_agg(key, value) as kept from setting')
const keepAll = statement(
  'settings_keep',
  `insert into setting (key, value) select key, value from jsonb_each($1::jsonb)
   on conflict (key) do update set value = excluded.value`,
)

/** The settings of the process, and how long a session lasts, as the ministry has them now. */
export async function settingsKept(ask: Ask) {
  const [row] = await ask<{ kept: Record<string, unknown> | null }>(findKept)
  const kept = row?.kept ?? {}
  const number = (key: string, otherwise: number) => (typeof kept[key] === 'number' ? kept[key] : otherwise)
  const settings = ministrySettings(row?.kept ?? null)
  const { commitments, attemptsBeforeUnreachable, contacts, recourse } = settings
  const rules: MinistryRules = {
    acknowledgementDays: commitments.acknowledgementDays,
    replyDays: commitments.replyDays,
    label: commitments.label,
    attemptsBeforeUnreachable,
    sessionIdleMinutes: number('SESSION_IDLE_MINUTES', defaultSessions.sessionIdleMinutes),
    sessionAbsoluteHours: number('SESSION_ABSOLUTE_HOURS', defaultSessions.sessionAbsoluteHours),
  }
  return {
    settings,
    rules,
    contacts: {
      unit: contacts.unit,
      address: [...contacts.address],
      email: contacts.email,
      telephone: contacts.telephone,
      recourseFr: recourse.FR,
      recourseEn: recourse.EN,
    },
  }
}

/** Keeps these settings in place of those they had. */
export const keepSettings = (ask: Ask, settings: Record<string, unknown>) => ask(keepAll, [JSON.stringify(settings)])
