import { describe, expect, it } from 'vitest'
import {
  addressOf,
  asked,
  asksTheSame,
  filtersSet,
  firstSort,
  questionOf,
  readAddress,
  writeAddress,
} from './address.ts'

const whole = {
  vue: 'une-vue',
  q: 'logement "mauvais renseignement"',
  phase: 'UNDER_ANALYSIS',
  secteur: 'HOUSING',
  responsable: 'none',
  mode: 'PHONE',
  delai: 'LATE',
  resultat: 'FOUNDED',
  du: '2026-04-01',
  au: '2026-06-30',
  tri: 'receivedOn-desc',
  aujourdhui: 'WAITING',
  colonnes: 'FILE_NUMBER,EXCERPT,SUBJECTS',
  ligne: '5231',
}

describe('l’adresse de la liste des dossiers', () => {
  it('dit tout ce qui est demandé, et se relit telle quelle', () => {
    expect(writeAddress(readAddress(whole))).toEqual(whole)
    expect(filtersSet(readAddress(whole))).toBe(9)
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
      ligne: '-7',
      colonnes: 'NOM,ADRESSE',
      aujourdhui: 'DEMAIN',
      q: ['deux', 'mots'],
    })
    expect(writeAddress(address)).toEqual({ q: 'deux' })
  })

  it('recommence à la première ligne quand la question change', () => {
    const address = asked(readAddress(whole), { phase: 'CLOSED' })
    expect(writeAddress(address)).not.toHaveProperty('ligne')
    expect(address.columns).toEqual(['FILE_NUMBER', 'EXCERPT', 'SUBJECTS'])
  })

  it('devient la question du contrat', () => {
    expect(questionOf(readAddress({ phase: 'CLOSED', delai: 'CLOSED', tri: 'fileNumber-desc' }))).toMatchObject({
      filter: { phases: ['CLOSED'], dueStates: ['CLOSED'], sectors: null, search: null },
      sort: 'FILE_NUMBER_DESC',
    })
  })

  it('se retrouve dans une vue gardée, où qu’on soit rendu dans la liste', () => {
    for (const phase of ['OPEN', 'IN_TRANSFER']) {
      const address = readAddress({ ...whole, phase })
      const view = { ...questionOf(address), columns: address.columns }
      expect(asksTheSame(addressOf(view), address)).toBe(true)
      expect(asksTheSame(addressOf(view), readAddress({ ...whole, phase: 'CLOSED' }))).toBe(false)
    }
    expect(questionOf(readAddress({ phase: 'OPEN' })).filter.phases).toHaveLength(4)
    expect(asksTheSame(addressOf({ filter: {} }), readAddress({}))).toBe(true)
  })
})
