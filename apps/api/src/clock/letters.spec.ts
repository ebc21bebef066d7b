import { acknowledgeReceipt, recordPosting, resendLetter } from '@bienfonde/domain'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { perform } from '../journal/perform.ts'
import { smtpMailer } from '../mail/Mailer.ts'
import { rebuild } from '../readModels/rebuild.ts'
import { application } from '../testing/application.ts'
import { mailServer } from '../testing/mailServer.ts'
import { fixedId, play, responsible } from '../testing/play.ts'
import type { Keeper } from './Keeper.ts'
import { mailedLetter } from './mailedLetter.ts'
import { sendLetter } from './sendLetter.ts'

const matter = { subject: 'Délai', sector: 'HOUSING', statement: 'La demande est restée sans réponse.' }
const person = {
  name: 'Philomène Castonguay',
  email: 'philomene.castonguay@exemple.test',
  words: 'J’attends depuis l’automne.',
}
/** What identifies the person, in any spelling that a dump of the database could show. */
const secrets = /philom|castonguay/i

describe('une lettre qui part', () => {
  let app: Awaited<ReturnType<typeof application>>
  let mail: Awaited<ReturnType<typeof mailServer>>
  let player: ReturnType<typeof play>
  let keeper: Keeper
  let made = 0
  const now = () => new Date('2026-06-03T15:00:00Z')
  const rows = async <Row = Record<string, unknown>>(text: string, values: unknown[] = []) =>
    (await app.database.pool.query(text, values)).rows as Row[]

  beforeAll(async () => {
    mail = await mailServer()
    app = await application({ now })
    await rows(`insert into sector (code, name) values ('HOUSING', 'Habitation')`)
    await rows(
      `insert into staff (id, email, name, role) values ($1, 'solange@exemple.test', 'Solange', 'RESPONSIBLE_OFFICER')`,
      [responsible.id],
    )
    await app.staff('agente@exemple.test', 'OFFICER')
    await app.staff('gestion@exemple.test', 'MANAGER')
    player = play(app, responsible)
    const mailer = smtpMailer(mail.url, 'plaintes@exemple.test')
    const log = pino({ level: 'silent' })
    const { database, master } = app
    keeper = {
      database,
      master,
      mailer,
      letters: mailedLetter(database),
      mailbox: undefined,
      publicUrl: undefined,
      log,
      now,
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

  /** An acknowledgement that leaves on the day it is written down. */
  async function acknowledged(channel: 'EMAIL' | 'MAIL' = 'EMAIL') {
    made += 1
    const id = fixedId(made)
    await player.register(id, '2026-06-02', [matter], { person, replyChannels: ['EMAIL', 'MAIL'] })
    const text = 'Nous avons bien reçu votre plainte.'
    const { version } = await player.step(id, '2026-06-03', acknowledgeReceipt, { channel, sentOn: '2026-06-03', text })
    return { dossier: id, line: version }
  }
  const letterOf = async ({ dossier }: { dossier: string }) => {
    const { dispatches } = await player.complaint(dossier)
    return dispatches[0]
  }

  it('est confiée au serveur de courriel, à l’adresse que le coffre donne à cet instant', async () => {
    const place = await acknowledged()
    expect(
      await rows('select payload from graphile_worker._private_jobs where key = $1', [
        `letter|${place.dossier}|${place.line}`,
      ]),
    ).toEqual([{ payload: place }])
    await sendLetter(keeper, place, false)
    expect(mail.received).toHaveLength(1)
    const [message] = mail.received
    expect(message?.recipients).toEqual([person.email])
    expect(message?.text).toContain('Nous avons bien reçu votre plainte.')
    expect(message?.attachments.map(({ contentType }) => contentType)).toEqual(['application/pdf'])
    expect(message?.attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await letterOf(place)).toMatchObject({ state: 'SENT', doneOn: '2026-06-03' })
    // A job that comes back after a failure of the machine finds the letter gone.
    await sendLetter(keeper, place, false)
    expect(mail.received).toHaveLength(1)
  })

  it('ne laisse rien de la personne dans les files, les essais ni les tableaux de lecture', async () => {
    const place = await acknowledged()
    mail.refused.set(person.email, 550)
    await sendLetter(keeper, place, false)
    const tables = await rows<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
       where schemaname in ('graphile_worker', 'public') and tablename not in ('vault_item', 'vault_key', 'upload')`,
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) {
      const [{ dump }] = (await rows(`select coalesce(string_agg(t::text, ' '), '') as dump from ${name} t`)) as [
        { dump: string },
      ]
      expect(dump, name).not.toMatch(secrets)
    }
  })

  it('refusée pour de bon, se voit aux Envois avec sa raison, et se poste ou s’envoie de nouveau', async () => {
    const place = await acknowledged()
    mail.refused.set(person.email, 550)
    await sendLetter(keeper, place, false)
    expect(await letterOf(place)).toMatchObject({ state: 'NOT_SENT', failure: 'ADDRESS_REFUSED' })
    const officer = await app.signedIn('agente@exemple.test')
    const query = `query ($state: DispatchStateCode!) { dispatches(state: $state) {
      byMail counts { state letters } rows { dossier fileNumber line kind channel begunOn state failure attempts doneOn } } }`
    const listed = async (state: string) =>
      (await officer.ask<{ dispatches: { rows: { dossier: string }[] } }>(query, { state })).data.dispatches
    const failed = await listed('NOT_SENT')
    expect(failed.rows.filter(({ dossier }) => dossier === place.dossier)).toMatchObject([
      { line: place.line, kind: 'RECEIPT_ACKNOWLEDGED', channel: 'EMAIL', failure: 'ADDRESS_REFUSED', attempts: 1 },
    ])
    mail.refused.clear()
    // The clock has written a line that the player does not know of.
    const { version: expectedVersion } = await player.complaint(place.dossier)
    const performer = { ...keeper, actor: responsible }
    const reference = { id: place.dossier, expectedVersion, idempotencyKey: 'encore' }
    const again = await perform(performer, resendLetter, reference, { line: place.line })
    expect(again).toMatchObject({ lines: [expectedVersion + 1] })
    expect(await letterOf(place)).toMatchObject({ state: 'WAITING' })
    await sendLetter(keeper, place, false)
    expect(await letterOf(place)).toMatchObject({ state: 'SENT' })
    expect((await listed('SENT')).rows.map(({ dossier }) => dossier)).toContain(place.dossier)
    const manager = await app.signedIn('gestion@exemple.test')
    expect((await manager.ask(query, { state: 'SENT' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('attend quand le serveur ne répond pas, et n’est déclarée perdue qu’au dernier essai', async () => {
    const place = await acknowledged()
    const deaf = { ...keeper, mailer: smtpMailer('smtp://127.0.0.1:9', 'plaintes@exemple.test') }
    for (let attempt = 0; attempt < 3; attempt++)
      await expect(sendLetter(deaf, place, false)).rejects.toThrow('UNREACHABLE')
    expect(await letterOf(place)).toMatchObject({ state: 'WAITING' })
    expect(await rows('select attempts, failure from sending_attempt where dossier_id = $1', [place.dossier])).toEqual([
      { attempts: 3, failure: 'UNREACHABLE' },
    ])
    mail.refused.set(person.email, 451)
    await expect(sendLetter(keeper, place, false)).rejects.toThrow('ADDRESS_REFUSED')
    await sendLetter(deaf, place, true)
    expect(await letterOf(place)).toMatchObject({ state: 'NOT_SENT', failure: 'UNREACHABLE' })
  })

  it('sans serveur de courriel, attend d’être imprimée ; postée, le journal dit quand', async () => {
    for (const channel of ['EMAIL', 'MAIL'] as const) {
      const place = await acknowledged(channel)
      await sendLetter({ ...keeper, mailer: undefined }, place, true)
      expect(await letterOf(place)).toMatchObject({ state: 'WAITING', channel })
      await player.step(place.dossier, '2026-06-05', recordPosting, { line: place.line, postedOn: '2026-06-04' })
      expect(await letterOf(place)).toMatchObject({ state: 'POSTED', doneOn: '2026-06-04' })
    }
    expect(mail.received).toEqual([])
  })

  it('à qui n’a pas d’adresse de courriel au coffre, n’est pas envoyée', async () => {
    made += 1
    const id = fixedId(made)
    await player.register(id, '2026-06-02', [matter], { person: { ...person, email: '' } })
    const { version } = await player.step(id, '2026-06-03', acknowledgeReceipt, {
      channel: 'EMAIL',
      sentOn: '2026-06-03',
      text: 'Reçue.',
    })
    await sendLetter(keeper, { dossier: id, line: version }, false)
    expect(await letterOf({ dossier: id })).toMatchObject({ state: 'NOT_SENT', failure: 'ADDRESS_MISSING' })
  })

  it('laisse des tableaux de lecture que le journal refait à l’identique', async () => {
    const before = await rows('select * from dispatch order by dossier_id, line')
    await rebuild(app.database)
    expect(await rows('select * from dispatch order by dossier_id, line')).toEqual(before)
  })
})
