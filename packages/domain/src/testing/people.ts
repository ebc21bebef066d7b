import type { Actor, Role } from '../confidentiality/permits.ts'

/** Somebody who signs in. */
type Person = Actor & { readonly role: Role }

/** Invented people, one in each role. */
export const officer: Person = { id: 'agente', role: 'OFFICER', sector: null }
export const otherOfficer: Person = { id: 'autre-agent', role: 'OFFICER', sector: null }
export const responsible: Person = { id: 'responsable', role: 'RESPONSIBLE_OFFICER', sector: null }
export const respondent: Person = { id: 'repondante', role: 'SECTOR_RESPONDENT', sector: 'AMENAGEMENT' }
export const neighbour: Person = { id: 'voisin', role: 'SECTOR_RESPONDENT', sector: 'HABITATION' }
export const manager: Person = { id: 'gestionnaire', role: 'MANAGER', sector: null }
export const auditor: Person = { id: 'verificatrice', role: 'AUDITOR', sector: null }
export const ombudsman: Person = { id: 'protecteur', role: 'OMBUDSMAN', sector: null }
export const administrator: Person = { id: 'administrateur', role: 'ADMINISTRATOR', sector: null }
