import { defaultSettings, type Settings } from '@bienfonde/domain'

/** The keys under which a ministry changes a setting of the process; what it leaves out keeps its default. */
const settingKeys = {
  EDITIONS: 'editions',
  COMMITMENTS: 'commitments',
  DELAYS: 'delays',
  CALENDAR: 'calendar',
  CONTACTS: 'contacts',
  RECOURSE: 'recourse',
  ATTEMPTS_BEFORE_UNREACHABLE: 'attemptsBeforeUnreachable',
  DUE_SOON_DAYS: 'dueSoonDays',
  OPENING_CAPS: 'openingCaps',
  SMALL_CELLS: 'smallCells',
  PACKAGE_LIMITS: 'packageLimits',
} as const satisfies Record<string, keyof Settings>

/** The settings of the process as the ministry has them now. */
export function ministrySettings(kept: Record<string, unknown> | null): Settings {
  if (!kept) return defaultSettings
  const changed = Object.entries(settingKeys).filter(([key]) => key in kept)
  return changed.length === 0
    ? defaultSettings
    : { ...defaultSettings, ...Object.fromEntries(changed.map(([key, name]) => [name, kept[key]])) }
}
