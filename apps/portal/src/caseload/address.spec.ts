import { describe, expect, it } from 'vitest'
import { asked, filtersSet, firstSort, questionOf, readAddress, writeAddress } from './address.ts'

const everything = {
  q: 'logement "mauvais renseignement"',
  phase: 'UNDER_ANALYSIS',
  secteur: 'HOUSING',
  responsable: 'none',
  mode: 'PHONE',
  delai: 'LATE',
  resultat: 'FOUNDED',
  aujourdhui: 'DUE_SOON',
  du: '2026-04-01',
  au: '2026-06-30',
  tri: 'receivedOn-desc',
  apres: 'repere',
  page: '3',
}

describe('l’adresse de la liste des dossiers', () => {
  it('dit tout ce qui est demandé, et se relit telle quelle', () => {
    expect(writeAddress(readAddress(everything))).toEqual(everything)
    expect(filtersSet(readAddress(everything))).toBe(9)
  })

  it('reste vide quand rien n’est demandé', () => {
    const address = readAddress({})
    expect(address.sort).toEqual(firstSort)
    expect(writeAddress(address)).toEqual({})
    expect(filtersSet(address)).toBe(0)
  })

  it('laisse de côté ce qu’elle ne comprend pas', () => {
    const address = readAddress({
      phase: 'AILLEURS',
      du: '2026-02-30',
      tri: 'identite-asc',
      page: '7',
      q: ['deux', 'mots'],
    })
    expect(writeAddress(address)).toEqual({ q: 'deux' })
  })

  it('recommence à la première page quand la question change', () => {
    const address = asked(readAddress(everything), { phase: 'CLOSED' })
    expect(writeAddress(address)).not.toHaveProperty('apres')
    expect(address.page).toBe(1)
  })

  it('devient la question du contrat', () => {
    expect(questionOf(readAddress({ phase: 'CLOSED', delai: 'CLOSED', tri: 'fileNumber-desc' }))).toMatchObject({
      filter: { phases: ['CLOSED'], dueStates: ['CLOSED'], sectors: null, search: null },
      sort: 'FILE_NUMBER_DESC',
      after: null,
    })
  })
})
