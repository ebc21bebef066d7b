import type { Entry } from '../tables/entry.ts'

/** The lists of somebody's day, as the list of dossiers can be narrowed to them. */
export const todayLists = [
  { code: 'TO_DO', label: 'À faire par vous' },
  { code: 'OVERDUE', label: 'À faire par vous, en retard' },
  { code: 'DUE_TODAY', label: 'À faire par vous aujourd’hui' },
  { code: 'DUE_SOON', label: 'À faire par vous bientôt' },
  { code: 'LATER', label: 'À faire par vous plus tard' },
  { code: 'WAITING', label: 'En attente de quelqu’un d’autre' },
  { code: 'RETURNED', label: 'Revenu depuis votre dernier geste' },
] as const satisfies readonly Entry[]

export type TodayList = (typeof todayLists)[number]['code']
