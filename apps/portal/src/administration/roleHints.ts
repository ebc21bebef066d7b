import type { Role } from '@bienfonde/domain'

/** What each role may do, said to whoever gives it. */
export const roleHints: Record<Role, string> = {
  OFFICER: 'Inscrit et prépare les dossiers ; ouvre l’identité dans ceux qui lui sont attribués ; ne décide pas.',
  RESPONSIBLE_OFFICER: 'Fait tout ce que fait une agente ou un agent, sur chaque dossier, et décide.',
  SECTOR_RESPONDENT: 'Répond aux consultations de son secteur ; ne voit aucune identité sans permission.',
  MANAGER: 'Lit la liste des dossiers et les statistiques, sans identité.',
  AUDITOR: 'Lit le journal, les registres et les vérifie, sans identité.',
  OMBUDSMAN: 'Lit les dossiers qui lui sont transmis, et rien d’autre.',
  ADMINISTRATOR: 'Gère les comptes, les secteurs et les réglages ; ne voit aucun dossier.',
}
