import { type Event, type LocalDate, type Recorded, replay } from '@bienfonde/domain'
import { informed, matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { movementsOf } from './movements.ts'

/** A journal told by its days. */
function journal(...days: [LocalDate, ...Event[]][]): Recorded[] {
  const told = days.flatMap(([on, ...events]) => events.map(event => ({ on, event })))
  return told.map(({ on, event }, at) => ({
    seq: at + 1,
    on,
    at: `${on}T14:00:00.000Z`,
    by: 'responsable',
    role: 'RESPONSIBLE_OFFICER',
    confirmation: null,
    event,
  }))
}

const moves = (lines: Recorded[]) =>
  movementsOf(replay(lines), lines).map(({ kind, moved_on, matter_id }) => `${moved_on} ${kind} ${matter_id}`.trim())

const second = { ...matterAdded, matter: 'M2' }
const reopened: Event = {
  type: 'COMPLAINT_REOPENED',
  matters: ['M2'],
  newFacts: 'Une lettre.',
  replyDueOn: '2026-08-03',
}

describe('les mouvements d’un dossier', () => {
  it('un motif ajouté plus tard entre à son propre jour', () => {
    expect(moves(journal(['2026-06-02', registered, matterAdded], ['2026-06-10', second]))).toEqual([
      '2026-06-01 RECEIVED',
      '2026-06-01 RECEIVED M1',
      '2026-06-10 RECEIVED M2',
    ])
  })

  it('une date de réception corrigée déplace l’entrée de la plainte', () => {
    const correction: Event = {
      type: 'REGISTRATION_CORRECTED',
      corrects: 1,
      reason: 'Le cachet de la poste.',
      registration: { receivedOn: '2026-05-28' },
      matter: null,
    }
    expect(moves(journal(['2026-06-02', registered, matterAdded], ['2026-06-10', correction]))).toEqual([
      '2026-05-28 RECEIVED',
      '2026-05-28 RECEIVED M1',
    ])
  })

  it('seuls les motifs rouverts rentrent, et ressortent', () => {
    const lines = journal(
      ['2026-06-02', registered, matterAdded, second],
      ['2026-06-08', informed],
      ['2026-07-06', reopened],
      ['2026-07-20', informed],
    )
    expect(moves(lines).slice(3)).toEqual([
      '2026-06-08 CLOSED',
      '2026-06-08 CLOSED M1',
      '2026-06-08 CLOSED M2',
      '2026-07-06 REOPENED',
      '2026-07-06 REOPENED M2',
      '2026-07-20 CLOSED',
      '2026-07-20 CLOSED M2',
    ])
  })

  it('une plainte reprise avant son avis n’est ni sortie ni rentrée', () => {
    const lines = journal(['2026-06-02', registered, matterAdded, second], ['2026-06-05', reopened])
    expect(moves(lines)).toHaveLength(3)
  })
})
