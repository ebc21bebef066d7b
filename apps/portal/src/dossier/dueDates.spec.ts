import { defaultSettings, type Event, replay, unregistered } from '@bienfonde/domain'
import { matterAdded, officer, recordedBy, registered, stampOf } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { acknowledgementDue, replyDue } from './dueDates.ts'

const dossierOf = (...events: Event[]) => {
  const lines = recordedBy(events, unregistered, stampOf())
  const dossier = { id: 'D1', fileNumber: 'PL-2026-00001', lines, complaint: replay(lines), settings: defaultSettings }
  return { ...dossier, actor: officer, refresh: async () => undefined }
}
const extended: Event = {
  type: 'REPLY_DATE_EXTENDED',
  from: '2026-06-30',
  to: '2026-07-15',
  reason: 'Pièces attendues',
  channel: 'PHONE',
  notice: 'Avis.',
}

describe('« Pourquoi cette date ? »', () => {
  it('compte les jours jusqu’à la date inscrite', () => {
    const dossier = dossierOf(registered, matterAdded)
    expect(acknowledgementDue(dossier)?.lines.at(-1)).toContain('8 juin 2026')
    expect(replyDue(dossier, '2026-06-15')?.lines.join(' ')).toMatch(/20 jours ouvrables.*Fête nationale.*30 juin 2026/)
  })

  it('dit l’avis écrit qui a reporté la date', () => {
    const due = replyDue(dossierOf(registered, matterAdded, extended), '2026-06-15')
    expect(due?.date).toBe('2026-07-15')
    expect(due?.lines.join(' ')).toContain('Pièces attendues')
  })

  it('n’invente pas d’explication quand les délais du Ministère ont changé depuis', () => {
    const dossier = dossierOf({ ...registered, replyDueOn: '2026-07-31' }, matterAdded)
    expect(replyDue(dossier, '2026-06-15')?.lines).toEqual([
      'Date inscrite au journal : le 31 juillet 2026.',
      expect.stringMatching(/^Fixée le .* : La plainte reçue le 1er juin 2026 est inscrite\.$/),
    ])
  })

  it('nomme l’engagement et d’où il vient', () => {
    const [commitment] = replyDue(dossierOf(registered, matterAdded), '2026-06-15')?.lines ?? []
    expect(commitment).toBe(
      'Engagement : répondre en 20 jours ouvrables (délai fixé dans les réglages du Ministère : « exemple »).',
    )
  })

  it('après une réouverture, compte à partir d’elle', () => {
    const lines = recordedBy([registered, matterAdded], unregistered, stampOf())
    const reopened: Event = {
      type: 'COMPLAINT_REOPENED',
      matters: ['M1'],
      newFacts: 'Une lettre retrouvée.',
      replyDueOn: '2026-09-30',
    }
    const all = [
      ...lines,
      ...recordedBy([reopened], unregistered, stampOf({ on: '2026-09-01' })).map(line => ({ ...line, seq: 3 })),
    ]
    const due = replyDue({ lines: all, complaint: replay(all), settings: defaultSettings }, '2026-09-15')
    expect(due?.date).toBe('2026-09-30')
    expect(due?.lines[1]).toBe('Rouvert le mardi 1er septembre 2026 ; ce jour n’est pas compté.')
  })
})
