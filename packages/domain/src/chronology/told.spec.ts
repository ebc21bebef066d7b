import { describe, expect, it } from 'vitest'
import type { Event, EventType, Recorded } from '../events.ts'
import { play, publishedProcess } from '../testing/randomSequences.ts'
import { tellers, told } from './told.ts'

/** Invented dossiers, each played by sixty numbers that one seed gives. */
const lines: Recorded[] = []
for (let seed = 1; seed <= 300; seed += 1) {
  const tape = Array.from({ length: 60 }, (_, at) => Math.imul(seed * 61 + at, 2_654_435_761) >>> 0)
  play(tape, publishedProcess, ({ lines: written }) => lines.push(...written))
}
// No person writes these in a dossier: one comes from a change of the ministry's calendar, the others from the clock.
const [first] = lines
const recounted = { acknowledgementDueOn: '2026-06-09', replyDueOn: '2026-07-02', line: 3 }
const reminded = { reference: 'C1', sector: 'HABITATION', dueOn: '2026-06-09', rung: 'FIRST', heard: 'SECTOR' } as const
const unattended: Event[] = [
  { type: 'DUE_DATES_RECOUNTED', ...recounted },
  { type: 'MILESTONE_REMINDED', milestone: 'CONSULTATION', ...reminded },
  { type: 'RETENTION_REVIEW_OPENED', closedOn: '2024-06-09' },
  { type: 'LETTER_SENT', line: 5 },
  { type: 'LETTER_NOT_SENT', line: 5, failure: 'ADDRESS_REFUSED' },
]
if (first) lines.push(...unattended.map(event => ({ ...first, event })))
const words = { staff: () => 'Agnès Roy', sector: () => 'Aménagement', matter: () => 'Le motif' }

describe('la chronologie', () => {
  it('a rencontré tous les genres d’événements', () => {
    const met = new Set<EventType>(lines.map(({ event }) => event.type))
    expect(Object.keys(tellers).filter(type => !met.has(type as EventType))).toEqual([])
  })

  it('dit chaque ligne en une phrase, sans code ni valeur absente', () => {
    for (const line of lines) {
      const { title, contents = [] } = told(line, words)
      expect(title, line.event.type).toMatch(/^[A-ZÀÉ].*\.$/)
      for (const text of [title, ...contents.map(({ label }) => label)])
        expect(text, line.event.type).not.toMatch(/undefined|null|\b[A-Z]+_[A-Z_]+\b/)
    }
  })

  it('tait ce qui n’est pas rempli', () => {
    for (const line of lines)
      for (const { text } of told(line, words).contents ?? []) expect(text?.trim(), line.event.type).toBeTruthy()
  })
})
