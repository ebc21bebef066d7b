import { describe, expect, it } from 'vitest'
import { inventedEdition } from '../testing/randomWorld.ts'
import { assessmentCriteria, representativeErrors } from './assessmentCriteria.ts'
import { caseloadColumns, usualColumns } from './caseloadColumns.ts'
import { givenViews, openPhases } from './caseloadViews.ts'
import * as channels from './channels.ts'
import { dueStates } from './dueStates.ts'
import { edition20240117, editionInForce, editions } from './editions.ts'
import { type Entry, labelOf } from './entry.ts'
import { guidingPrinciples } from './guidingPrinciples.ts'
import { inadmissibilityGrounds } from './inadmissibilityGrounds.ts'
import { outcomes, phases } from './outcomes.ts'
import { prejudices } from './prejudices.ts'
import * as procedure from './procedure.ts'
import { bodies, bodyLabel, lacksName, referrals, suggestedBodies } from './referrals.ts'

const codes = (table: readonly Entry[]) => table.map(({ code }) => code)

describe('les tables publiées', () => {
  const all: (readonly Entry[])[] = [
    assessmentCriteria,
    representativeErrors,
    guidingPrinciples,
    inadmissibilityGrounds,
    outcomes,
    phases,
    prejudices,
    bodies,
    referrals,
    caseloadColumns,
    dueStates,
    givenViews,
    ...Object.values(channels),
    ...Object.values(procedure),
  ]

  it('ont un code unique et des mots français pour chaque ligne', () => {
    for (const table of all) {
      expect(new Set(codes(table)).size).toBe(table.length)
      for (const { code, label, hint } of table) {
        expect(code).toMatch(/^[A-Z][A-Z_]*$/)
        expect(label.trim()).not.toBe('')
        expect(`${label} ${hint ?? ''}`).not.toMatch(/'|r[ée]clamation/i)
      }
    }
  })

  it('commencent la liste des dossiers par le numéro, et ses vues données par les dossiers à mener', () => {
    expect(usualColumns[0]).toBe('FILE_NUMBER')
    expect(codes(caseloadColumns)).toEqual(expect.arrayContaining([...usualColumns]))
    expect(openPhases).not.toContain('CLOSED')
    expect(codes(givenViews)).toEqual(['MINE', 'LATE', 'UNASSIGNED'])
  })

  it('comptent cinq critères, trois préjudices, quatre motifs d’irrecevabilité, dont aucun n’est l’anonymat', () => {
    expect(assessmentCriteria).toHaveLength(5)
    expect(prejudices).toHaveLength(3)
    expect(codes(inadmissibilityGrounds)).toEqual([
      'COURT_PROCEEDINGS',
      'HATEFUL_THREATENING_HARASSING',
      'SENDER_UNREACHABLE',
      'OUTSIDE_MINISTRY_RESPONSIBILITY',
    ])
  })

  it('suggèrent un organisme pour chaque sujet hors de la responsabilité du Ministère', () => {
    expect(Object.fromEntries(referrals.map(({ code }) => [code, suggestedBodies(code)]))).toEqual({
      MUNICIPAL_SERVICE: ['MUNICIPALITY'],
      WRONGDOING_TOWARD_MUNICIPALITY: ['COMMISSION_MUNICIPALE'],
      ELECTED_OFFICIAL_ETHICS: ['COMMISSION_MUNICIPALE'],
      MUNICIPAL_TENDERING: ['AUTORITE_MARCHES_PUBLICS'],
      HOUSING_SERVICE: ['TRIBUNAL_LOGEMENT', 'SOCIETE_HABITATION'],
    })
  })

  it('nomment un organisme par son nom propre quand il en faut un', () => {
    expect(bodyLabel({ code: 'MUNICIPALITY', name: ' Ville-Inventée ' })).toBe('Ville-Inventée')
    expect(bodyLabel({ code: 'TRIBUNAL_LOGEMENT' })).toBe('Tribunal administratif du logement')
    expect(lacksName({ code: 'OTHER_BODY', name: ' ' })).toBe(true)
    expect(lacksName({ code: 'TRIBUNAL_LOGEMENT' })).toBe(false)
    expect(labelOf(outcomes, 'UNFOUNDED')).toBe('Non fondée')
    expect(labelOf(outcomes, 'PERDU')).toBe('PERDU')
  })
})

describe('l’édition en vigueur', () => {
  const known = [inventedEdition, edition20240117]

  it('est la dernière entrée en vigueur au plus tard ce jour-là', () => {
    expect(editionInForce('2027-03-31', known)).toBe(edition20240117)
    expect(editionInForce('2027-04-01', known)).toBe(inventedEdition)
    expect(editionInForce('2026-06-01', editions)).toBe(edition20240117)
  })

  it('avant la première connue, est cette première ; sans aucune, il n’y a pas de règle', () => {
    expect(editionInForce('2019-01-01', known)).toBe(edition20240117)
    expect(() => editionInForce('2026-06-01', [])).toThrow(RangeError)
  })
})
