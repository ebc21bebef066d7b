import type { Actor } from '../confidentiality/permits.ts'

/** Invented people, one in each role. */
export const officer: Actor = { id: 'agente', role: 'OFFICER', sector: null }
export const otherOfficer: Actor = { id: 'autre-agent', role: 'OFFICER', sector: null }
export const responsible: Actor = { id: 'responsable', role: 'RESPONSIBLE_OFFICER', sector: null }
export const respondent: Actor = { id: 'repondante', role: 'SECTOR_RESPONDENT', sector: 'AMENAGEMENT' }
export const neighbour: Actor = { id: 'voisin', role: 'SECTOR_RESPONDENT', sector: 'HABITATION' }
export const manager: Actor = { id: 'gestionnaire', role: 'MANAGER', sector: null }
export const auditor: Actor = { id: 'verificatrice', role: 'AUDITOR', sector: null }
export const ombudsman: Actor = { id: 'protecteur', role: 'OMBUDSMAN', sector: null }
export const administrator: Actor = { id: 'administrateur', role: 'ADMINISTRATOR', sector: null }
