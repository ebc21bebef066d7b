import { acknowledgeReceipt, assignOfficer, consultSector, localDateAt } from '@bienfonde/domain'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../database/dataSource.ts'
import { smtpMailer } from '../mail/Mailer.ts'
import { application } from '../testing/application.ts'
import { freshDatabase } from '../testing/freshDatabase.ts'
import { mailServer } from '../testing/mailServer.ts'
import { fixedId, play, responsible } from '../testing/play.ts'
import { openMasterKey } from '../vault/epochs.ts'
import type { Keeper } from './Keeper.ts'
import { keepDossierClock } from './keepDossierClock.ts'
import { mailedLetter } from './mailedLetter.ts'
import { digest, morning, watchAll } from './morning.ts'
import { runClock } from './runClock.ts'
import { sendStaffNotice } from './sendStaffNotice.ts'

const matter = { subject: 'Délai', sector: 'HOUSING', statement: 'La demande est restée sans réponse.' }
const consult = {
  matter: 'M1',
  sector: 'HOUSING',
  purpose: 'FACTS' as const,
  statement: 'La demande est restée sans réponse.',
  question: 'Qu’est-il arrivé ?',
  dueOn: '2026-06-22',
}

describe('l’horloge', () => {
  let app: Awaited<ReturnType<typeof application>>
  let mail: Awaited<ReturnType<typeof mailServer>>
  let officer: string
  let player: ReturnType<typeof play>
  const clock = { now: new Date('2026-06-10T10:00:00Z') }
  let keeper: Keeper
  const at = (day: string) => {
    clock.now = new Date(`${day}T10:00:00Z`)
  }
  const rows = async <Row = Record<string, unknown>>(text: string, values: unknown[] = []) =>
    (await app.database.pool.query(text, values)).rows as Row[]
  const reminders = async (id: string) =>
    (
      await rows<{ said: string }>(
        `select event ->> 'milestone' || ' ' || (event ->> 'rung') || ' ' || actor_role as said
         from journal where dossier_id = $1 and type = 'MILESTONE_REMINDED' order by seq`,
        [id],
      )
    ).map(({ said }) => said)
  const alarm = async (id: string) =>
    (await rows<{ run_at: Date }>('select run_at from graphile_worker.jobs where key = $1', [`clock|${id}`]))[0]

  beforeAll(async () => {
    mail = await mailServer()
    app = await application()
    await app.database.pool.query(
      `insert into sector (code, name, manager_email) values ('HOUSING', 'Habitation', 'direction@exemple.test')`,
    )
    await app.database.pool.query(
      `insert into staff (id, email, name, role) values ($1, 'solange@exemple.test', 'Solange', 'RESPONSIBLE_OFFICER')`,
      [responsible.id],
    )
    officer = await app.staff('agente@exemple.test', 'OFFICER')
    await app.staff('habitation@exemple.test', 'SECTOR_RESPONDENT', 'HOUSING')
    player = play(app, responsible)
    keeper = {
      database: app.database,
      master: app.master,
      mailer: smtpMailer(mail.url, 'plaintes@exemple.test'),
      letters: mailedLetter(app.database),
      mailbox: undefined,
      publicUrl: 'https://plaintes.exemple.test',
      log: pino({ level: 'silent' }),
      now: () => clock.now,
    }
  })
  afterAll(async () => {
    await app.stop()
    await mail.close()
  })
  beforeEach(() => {
    mail.received.length = 0
    mail.refused.clear()
  })

  let made = 0
  async function consulted(): Promise<string> {
    made += 1
    const id = fixedId(made)
    await player.register(id, '2026-06-01', [matter])
    await player.step(id, '2026-06-02', acknowledgeReceipt, { channel: 'EMAIL', sentOn: '2026-06-02', text: 'Reçue.' })
    await player.admit(id, '2026-06-03')
    await player.step(id, '2026-06-03', assignOfficer, { officer })
    await player.step(id, '2026-06-08', consultSector, consult)
    return id
  }

  it('se règle dans la transaction de l’étape, un seul réveil par dossier, jamais avant le lendemain matin', async () => {
    const id = await consulted()
    const [{ count }] = (await rows('select count(*)::int from graphile_worker.jobs where key like $1', [
      `clock|${id}`,
    ])) as [{ count: number }]
    expect(count).toBe(1)
    const set = await alarm(id)
    expect(set?.run_at.getTime()).toBeGreaterThan(Date.now())
    // A step that fails after it leaves nothing behind, its alarm no more than its lines.
    await expect(
      app.database.transaction(async ask => {
        await ask({ name: 'clock_trial', text: `select graphile_worker.remove_job('clock|' || $1::text)` }, [id])
        throw new Error('La machine tombe')
      }),
    ).rejects.toThrow()
    expect(await alarm(id)).toEqual(set)
  })

  it('rappelle au secteur, deux fois, puis le signale à sa direction ; chaque rappel est au journal', async () => {
    const id = await consulted()
    for (const day of [
      '2026-06-10',
      '2026-06-18',
      '2026-06-18',
      '2026-06-20',
      '2026-06-23',
      '2026-06-26',
      '2026-06-30',
    ]) {
      at(day)
      await keepDossierClock(keeper, id)
    }
    expect(await reminders(id)).toEqual([
      'CONSULTATION BEFORE SYSTEM',
      'CONSULTATION FIRST SYSTEM',
      'REPLY BEFORE SYSTEM',
      'CONSULTATION SECOND SYSTEM',
      'CONSULTATION ESCALATION SYSTEM',
    ])
    const notices = await rows<{ id: string; heard: string }>(
      'select id, heard from staff_notice where dossier_id = $1 order by line',
      [id],
    )
    for (const notice of notices) await sendStaffNotice(keeper, notice.id, false)
    expect(mail.received.map(({ recipients }) => recipients)).toEqual([
      ['habitation@exemple.test'],
      ['habitation@exemple.test'],
      ['agente@exemple.test'],
      ['habitation@exemple.test'],
      ['direction@exemple.test', 'solange@exemple.test'],
    ])
    for (const { subject, text } of mail.received) {
      expect(subject).toMatch(/ – dossier \d{4}-\d{6}$/)
      expect(`${subject} ${text}`).not.toMatch(/castonguay|philom/i)
      expect(text).toContain(`https://plaintes.exemple.test/dossiers/${id}`)
    }
    // Sent once: a job that comes back finds nothing to do.
    for (const notice of notices) await sendStaffNotice(keeper, notice.id, false)
    expect(mail.received).toHaveLength(5)
  })

  it('ne rappelle rien un jour non ouvrable', async () => {
    const id = await consulted()
    at('2026-06-24')
    await keepDossierClock(keeper, id)
    at('2026-06-27')
    await keepDossierClock(keeper, id)
    expect(await reminders(id)).toEqual([])
    expect(await alarm(id)).toBeDefined()
  })

  it('garde l’échec d’un envoi et réessaie ; sans serveur de courriel, le dit', async () => {
    const id = await consulted()
    at('2026-06-18')
    await keepDossierClock(keeper, id)
    const [notice] = await rows<{ id: string }>('select id from staff_notice where dossier_id = $1', [id])
    const state = async () =>
      (await rows('select state, failure, attempts from staff_notice where id = $1', [notice?.id]))[0]
    const closed = { ...keeper, mailer: smtpMailer('smtp://127.0.0.1:9', 'plaintes@exemple.test') }
    await expect(sendStaffNotice(closed, notice?.id ?? '', false)).rejects.toThrow('UNREACHABLE')
    expect(await state()).toEqual({ state: 'WAITING', failure: 'UNREACHABLE', attempts: 1 })
    mail.refused.set('habitation@exemple.test', 550)
    await sendStaffNotice(keeper, notice?.id ?? '', false)
    expect(await state()).toEqual({ state: 'FAILED', failure: 'ADDRESS_REFUSED', attempts: 2 })
    mail.refused.clear()
    await sendStaffNotice({ ...keeper, mailer: undefined }, notice?.id ?? '', false)
    expect(await state()).toMatchObject({ state: 'UNSENT' })
    await sendStaffNotice(keeper, notice?.id ?? '', false)
    expect(await state()).toMatchObject({ state: 'SENT', failure: null })
  })

  it('dit à chaque personne sa journée, les matins ouvrables seulement, et une fois', async () => {
    await consulted()
    const asked = async () => (await rows(`select key from graphile_worker.jobs where key like 'digest|%'`)).length
    for (const day of ['2026-06-20', '2026-06-21', '2026-06-24']) {
      at(day)
      await morning(keeper)
    }
    expect(await asked()).toBe(0)
    at('2026-06-25')
    await morning(keeper)
    expect(await asked()).toBe(2)
    for (let again = 0; again < 2; again++) await digest(keeper, officer, '2026-06-25')
    const told = await rows<{ subject: string; body: string }>(
      'select subject, body from staff_notice where staff_id = $1',
      [officer],
    )
    expect(told).toHaveLength(1)
    expect(told[0]?.subject).toBe('Votre journée du 25 juin 2026')
    expect(told[0]?.body).toMatch(/– (En retard|Bientôt|En attente)/)
  })

  it('retrouve les dossiers que rien ne réveille, et recompte tous les réveils quand les délais changent', async () => {
    const id = await consulted()
    await rows(`select graphile_worker.remove_job('clock|' || $1::text)`, [id])
    expect(await alarm(id)).toBeUndefined()
    await watchAll(keeper, false)
    expect(await alarm(id)).toBeDefined()
    await rows(`select graphile_worker.remove_job('clock|' || $1::text)`, [id])
    await watchAll(keeper, true)
    expect(await alarm(id)).toBeDefined()
  })
})

describe('plusieurs processus', () => {
  it('font chaque travail une seule fois', async () => {
    const fresh = await freshDatabase()
    const other = await openDatabase(fresh.place, { statementTimeout: 10_000 })
    const { database } = fresh
    const master = await openMasterKey(database, Buffer.alloc(32, 7))
    const player = play({ database, master }, responsible)
    const dossiers = Array.from({ length: 24 }, (_, n) => fixedId(n + 1))
    for (const id of dossiers) {
      await player.register(id, '2026-06-01', [matter])
      await player.admit(id, '2026-06-03')
      await player.step(id, '2026-06-08', consultSector, consult)
    }
    await database.pool.query(`update graphile_worker._private_jobs set run_at = now() where key like 'clock|%'`)
    const base = {
      master,
      mailer: undefined,
      mailbox: undefined,
      letters: mailedLetter(database),
      publicUrl: undefined,
      log: pino({ level: 'silent' }),
    }
    const now = () => new Date('2026-06-23T10:00:00Z')
    const runners = await Promise.all([database, other].map(each => runClock({ ...base, database: each, now })))
    const done = async () =>
      (
        await database.pool.query(
          `select count(*)::int as lines, count(distinct dossier_id)::int as dossiers from journal
           where type = 'MILESTONE_REMINDED' and event ->> 'milestone' = 'CONSULTATION'`,
        )
      ).rows[0]
    await expect.poll(async () => (await done()).dossiers, { timeout: 25_000 }).toBe(dossiers.length)
    await Promise.all(runners.map(runner => runner.stop()))
    expect(await done()).toEqual({ lines: dossiers.length, dossiers: dossiers.length })
    const { rows } = await database.pool.query(
      `select count(*)::int as notices, count(distinct (dossier_id, line))::int as distinct from staff_notice`,
    )
    expect(rows[0].notices).toBe(rows[0].distinct)
    expect(localDateAt(now())).toBe('2026-06-23')
    await other.close()
    await fresh.drop()
  })
})
