import { replay, unregistered } from '@bienfonde/domain'
import {
  admitted,
  assigned,
  consulted,
  foundUnfounded,
  matterAdded,
  recordedBy,
  registered,
  stampOf,
} from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { passageOf, roomsMet, wholeChronology } from './passages.ts'

const second = { ...matterAdded, matter: 'M2', subject: 'Attente' }
const lines = [
  ...recordedBy([registered, matterAdded, second, assigned], unregistered, stampOf()),
  ...recordedBy([admitted, consulted, foundUnfounded], unregistered, stampOf()).map(line => ({
    ...line,
    seq: line.seq + 4,
    by: 'luc',
  })),
]
const complaint = replay(lines)
const seqs = (sought: Partial<typeof wholeChronology>) =>
  passageOf(lines, complaint, { ...wholeChronology, ...sought }).map(({ seq }) => seq)

describe('une partie de la chronologie', () => {
  it('sans choix, tout se lit', () => {
    expect(seqs({})).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('se choisit par genre d’acte, dans l’ordre du processus', () => {
    expect(roomsMet(lines)).toEqual(['intake', 'admissibility', 'analysis', 'decision'])
    expect(seqs({ room: 'analysis' })).toEqual([6])
  })

  it('se choisit par motif, consultations comprises', () => {
    expect(seqs({ matter: 'M1' })).toEqual([2, 5, 6, 7])
    expect(seqs({ matter: 'M2' })).toEqual([3])
  })

  it('se choisit par personne, et les choix s’ajoutent', () => {
    expect(seqs({ person: 'luc' })).toEqual([5, 6, 7])
    expect(seqs({ person: 'luc', room: 'decision' })).toEqual([7])
  })
})
