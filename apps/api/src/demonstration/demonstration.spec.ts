import { randomBytes } from 'node:crypto'
import { type Complaint, type EventType, outcomes, phaseOf, phases, replay } from '@bienfonde/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalsOf } from '../journal/recorded.ts'
import { verify } from '../journal/verify.ts'
import { freshDatabase } from '../testing/freshDatabase.ts'
import { MasterKey } from '../vault/keys.ts'
import { awaitsDemonstration, seedDemonstration } from './seed.ts'

const now = () => new Date('2026-11-23T13:00:00Z')
const count = 140

type Fresh = Awaited<ReturnType<typeof freshDatabase>>

/** Every line of the journal, by file number. */
const linesOf = async ({ database }: Fresh) =>
  (
    await database.pool.query(
      `select file_number, seq, event, actor_id, actor_role, at, confirmation
       from journal join dossier on dossier.id = dossier_id order by file_number, seq`,
    )
  ).rows

describe('la démonstration', () => {
  const master = new MasterKey(randomBytes(32))
  let fresh: Fresh
  let complaints: Complaint[]
  beforeAll(async () => {
    fresh = await freshDatabase()
    await seedDemonstration({ database: fresh.database, master }, { count, now })
    const { rows } = await fresh.database.pool.query('select id from dossier')
    const journals = await journalsOf(
      fresh.database.ask,
      rows.map(({ id }) => id),
    )
    complaints = [...journals.values()].map(replay)
  }, 180_000)
  afterAll(() => fresh.drop())

  it('compte le nombre de dossiers voulu, dans toutes les phases', () => {
    expect(complaints).toHaveLength(count)
    const seen = new Set(complaints.map(phaseOf))
    expect(phases.map(({ code }) => code).filter(code => !seen.has(code))).toEqual([])
  })

  it('montre toutes les fins que peut avoir un motif', () => {
    const seen = new Set(complaints.flatMap(({ matters }) => matters.map(({ outcome }) => outcome)))
    expect(outcomes.map(({ code }) => code).filter(code => !seen.has(code))).toEqual([])
  })

  it('montre tout ce qui peut arriver à un dossier', async () => {
    const lines = await linesOf(fresh)
    const seen = new Set<string>(lines.map(({ event }) => event.type))
    expect(stepEvents.filter(type => !seen.has(type))).toEqual([])
  })

  it('a des réponses en retard, dues aujourd’hui et dues demain, chez chaque personne qui traite des dossiers', () => {
    const open = complaints.filter(({ closedOn }) => !closedOn)
    const due = open.map(({ clock }) => clock?.replyDueOn ?? '')
    expect(due.filter(day => day < '2026-11-23').length).toBeGreaterThan(5)
    expect(due).toContain('2026-11-23')
    expect(due).toContain('2026-11-24')
    expect(new Set(open.map(({ officer }) => officer)).size).toBeGreaterThanOrEqual(3)
  })

  it('n’inscrit rien dans l’avenir, et son journal se vérifie', async () => {
    const { rows } = await fresh.database.pool.query('select max(at) as last from journal')
    expect(rows[0].last.getTime()).toBeLessThan(now().getTime())
    expect((await verify(fresh.database)).breaks).toEqual([])
  })

  it('ne confirme un passage que lorsqu’une personne porte le nom d’un lieu', async () => {
    const confirmed = (await linesOf(fresh)).filter(({ confirmation }) => confirmation !== null)
    expect(confirmed.length).toBeGreaterThan(0)
    expect(confirmed.length).toBeLessThan(10)
  })

  it('interrompue puis reprise un autre jour, donne le même journal, ligne pour ligne', async () => {
    const again = await freshDatabase()
    const application = { database: again.database, master }
    expect(await awaitsDemonstration(application)).toBe(true)
    let halted = false
    const tell = (done: number) => {
      halted = done > 40
    }
    await seedDemonstration(application, { count, now, tell, halted: () => halted })
    expect(await awaitsDemonstration(application)).toBe(true)
    const later = () => new Date('2026-11-30T13:00:00Z')
    await seedDemonstration(application, { count: 200, now: later })
    expect(await awaitsDemonstration(application)).toBe(false)
    expect(await seedDemonstration(application, { count, now: later })).toBe(0)
    expect(await linesOf(again)).toEqual(await linesOf(fresh))
    await again.drop()
  }, 180_000)
})

/** What can be told of a dossier; the demonstration corrects nothing and attaches no document. */
const stepEvents: EventType[] = [
  'COMPLAINT_REGISTERED',
  'MATTER_ADDED',
  'RECEIPT_ACKNOWLEDGED',
  'OFFICER_ASSIGNED',
  'RESOLVED_INFORMALLY',
  'CONTACT_ATTEMPTED',
  'COMPLAINANT_MESSAGE_RECORDED',
  'RELATED_COMPLAINT_LINKED',
  'NOTE_ADDED',
  'MATTER_ADMITTED',
  'MATTER_DECLARED_INADMISSIBLE',
  'COMPLAINANT_REFERRED',
  'TRANSFER_AUTHORIZATION_REQUESTED',
  'TRANSFER_AUTHORIZATION_RECORDED',
  'CONCERTATION_RECORDED',
  'COMPLAINT_TRANSFERRED',
  'DISCLOSURE_CONSENT_REQUESTED',
  'DISCLOSURE_CONSENT_RECORDED',
  'DISCLOSURE_CONSENT_WITHDRAWN',
  'IDENTITY_OPENED',
  'SECTOR_CONSULTED',
  'SECTOR_REPLIED',
  'CONSULTATION_CANCELLED',
  'CLOCK_SUSPENDED',
  'CLOCK_RESUMED',
  'REPLY_DATE_EXTENDED',
  'MERITS_ASSESSED',
  'CLOSED_WITHOUT_FURTHER_ACTION',
  'RECOMMENDATION_FORMULATED',
  'IMPROVEMENT_SUGGESTED',
  'COMPLAINT_WITHDRAWN',
  'COMPLAINANT_INFORMED',
  'IMPOSSIBILITY_TO_INFORM_RECORDED',
  'RECOMMENDATION_ANSWERED',
  'IMPLEMENTATION_RECORDED',
  'RECOMMENDATION_CLOSED',
  'ESCALATED_TO_OMBUDSMAN',
  'PACKAGE_PREPARED',
  'OMBUDSMAN_REQUEST_RECORDED',
  'OMBUDSMAN_CONCLUSION_RECORDED',
  'COMPLAINT_REOPENED',
  'IDENTITY_ERASED',
  'LEGAL_HOLD_PLACED',
  'LEGAL_HOLD_LIFTED',
]
