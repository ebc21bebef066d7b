import { type LocalDate, localDateAt, type Settings } from '@bienfonde/domain'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { ministrySettings } from '../ministry/settings.ts'

const findSettings = statement('ministry_settings', 'select jsonb_object_agg(key, value) as settings from setting')

/** The settings of the process as the ministry has them now. */
export async function settingsNow({ database }: Context): Promise<Settings> {
  const [row] = await database.ask<{ settings: Record<string, unknown> | null }>(findSettings)
  return ministrySettings(row?.settings ?? null)
}

/** The day it is at the ministry. */
export const today = ({ now }: Context): LocalDate => localDateAt(now())
