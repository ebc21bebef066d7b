import type { Role } from '@bienfonde/domain'
import type { RouteRecordRaw } from 'vue-router'

/** The guides, in the order in which the pages of help name them. */
export const guides = [
  { to: '/aide/agents', label: 'Traiter les plaintes', load: () => import('../../../../docs/guide-agents.md') },
  {
    to: '/aide/repondants',
    label: 'Répondre pour un secteur',
    load: () => import('../../../../docs/guide-repondants.md'),
  },
  {
    to: '/aide/administration',
    label: 'Administrer le portail',
    load: () => import('../../../../docs/guide-administration.md'),
  },
  {
    to: '/aide/exploitation',
    label: 'Exploiter le serveur',
    load: () => import('../../../../docs/guide-exploitation.md'),
  },
] as const

/** Each guide is a page of the portal, read when somebody opens it; open to whoever has a session. */
export const guideRoutes: RouteRecordRaw[] = guides.map(({ to, load }) => ({ path: to, component: load }))

/** Where help begins for each role. */
export const guideOf: Readonly<Record<Role, string>> = {
  OFFICER: '/aide/agents',
  RESPONSIBLE_OFFICER: '/aide/agents',
  SECTOR_RESPONDENT: '/aide/repondants',
  MANAGER: '/aide/agents#suivre-les-chiffres',
  AUDITOR: '/aide/agents#vérifier-le-journal',
  OMBUDSMAN: '/aide/agents#recevoir-un-envoi',
  ADMINISTRATOR: '/aide/administration',
}
