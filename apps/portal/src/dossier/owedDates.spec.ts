import { defaultSettings, type Event, replay, unregistered } from '@bienfonde/domain'
import {
  admitted,
  anonymous,
  consulted,
  matterAdded,
  officer,
  recordedBy,
  registered,
  stampOf,
} from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { owedDates } from './owedDates.ts'

const words = { sector: () => 'Habitation' }
const read = (today: string, ...events: Event[]) => {
  const lines = recordedBy(events, unregistered, stampOf())
  const dossier = { id: 'D1', fileNumber: '2026-000001', lines, complaint: replay(lines), settings: defaultSettings }
  return owedDates({ ...dossier, actor: officer, refresh: async () => undefined }, today, words)
}
const said = (dates: ReturnType<typeof read>) => dates.map(({ label, state }) => `${label} – ${state.label}`)
const sentOn: Event = { type: 'RECEIPT_ACKNOWLEDGED', channel: 'EMAIL', sentOn: '2026-06-02', text: 'Reçu.' }

describe('les échéances d’un dossier', () => {
  it('disent ce que le Ministère doit, et dans combien de jours', () => {
    expect(said(read('2026-06-09', registered, matterAdded))).toEqual([
      'Réponse due le – Dans 14 jours ouvrables',
      'Accusé de réception dû le – En retard de 1 jour ouvrable',
      'Fin de l’année pour saisir le Protecteur du citoyen – Encore possible',
    ])
  })

  it('une plainte sans moyen de réponse n’attend pas d’accusé de réception', () => {
    expect(read('2026-06-09', anonymous, matterAdded).map(({ key }) => key)).not.toContain('ACKNOWLEDGEMENT')
  })

  it('disent ce qu’un secteur doit encore, et pourquoi ce jour', () => {
    const [, asked] = read('2026-06-09', registered, matterAdded, sentOn, admitted, consulted)
    expect(asked).toMatchObject({ label: 'Réponse du secteur Habitation attendue le', date: consulted.dueOn })
    expect(asked?.lines[0]).toContain('Date choisie en consultant le secteur')
  })

  it('un délai suspendu n’est jamais en retard', () => {
    const suspended: Event = {
      type: 'CLOCK_SUSPENDED',
      from: '2026-06-08',
      cause: 'AWAITING_COMPLAINANT',
      reason: 'Pièces attendues de la personne.',
    }
    const [reply] = read('2026-12-01', registered, matterAdded, sentOn, suspended)
    expect(reply).toMatchObject({ state: { label: 'Délai suspendu depuis le 8 juin 2026', tone: 'info' } })
  })

  it('chacune dit pourquoi', () => {
    const known = { ...registered, factsKnownOn: '2026-03-01' }
    const dates = read('2026-06-09', known, matterAdded, admitted, consulted)
    expect(dates.map(({ key }) => key)).toEqual(['REPLY', 'ACKNOWLEDGEMENT', expect.any(String), 'ONE_YEAR_LIMIT'])
    for (const { lines } of dates) expect(lines.length).toBeGreaterThan(0)
  })
})
