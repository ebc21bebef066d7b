import { roles } from '@bienfonde/domain'
import { describe, expect, it } from 'vitest'
import { landingOf, ownAddress, placesOf } from './places.ts'

describe('l’entrée du portail', () => {
  it('mène chaque rôle là où il a affaire', () => {
    const landings = Object.fromEntries(roles.map(({ code }) => [code, landingOf(code)]))
    expect(landings).toEqual({
      OFFICER: '/aujourdhui',
      RESPONSIBLE_OFFICER: '/aujourdhui',
      SECTOR_RESPONDENT: '/consultations',
      MANAGER: '/dossiers',
      AUDITOR: '/dossiers',
      OMBUDSMAN: '/protecteur',
      ADMINISTRATOR: '/administration',
    })
  })

  it('ne montre à une répondante ou un répondant que les consultations', () => {
    expect(placesOf('SECTOR_RESPONDENT').map(({ to }) => to)).toEqual(['/consultations'])
  })

  it('ne ramène que vers une page du portail', () => {
    expect(ownAddress('/dossiers?q=appel')).toBe('/dossiers?q=appel')
    for (const elsewhere of [
      'https://ailleurs.test',
      '//ailleurs.test',
      '/\\ailleurs.test',
      '/connexion',
      ['/dossiers'],
      undefined,
    ])
      expect(ownAddress(elsewhere)).toBeUndefined()
  })
})
