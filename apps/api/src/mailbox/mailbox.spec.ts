import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application } from '../testing/application.ts'
import { imapServer } from '../testing/imapServer.ts'
import { type Proposal } from './proposeRegistration.ts'
import { readMailbox } from './readMailbox.ts'

const now = () => new Date('2026-06-03T15:00:00Z')
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const message = [
  'From: Zephirine Quenneville <zephirine@courriel.test>',
  'Subject: Ma plainte',
  'Date: Tue, 2 Jun 2026 10:00:00 -0400',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b1"',
  '',
  '--b1',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Personne ne me répond depuis mars.',
  '--b1',
  'Content-Type: image/png',
  'Content-Disposition: attachment; filename="photo.png"',
  'Content-Transfer-Encoding: base64',
  '',
  png,
  '--b1',
  'Content-Type: application/x-msdownload',
  'Content-Disposition: attachment; filename="outil.exe"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 144)]).toString('base64'),
  '--b1--',
  '',
].join('\r\n')
const secrets = /zephirine|quenneville|depuis mars/i

describe('un message reçu', () => {
  let app: Awaited<ReturnType<typeof application>>
  let box: Awaited<ReturnType<typeof imapServer>>
  const rows = async <Row = Record<string, unknown>>(text: string, values: unknown[] = []) =>
    (await app.database.pool.query(text, values)).rows as Row[]
  async function dropped(content: string | Buffer, email: string | null = 'agente@exemple.test') {
    const body = new FormData()
    body.append('file', new Blob([new Uint8Array(Buffer.from(content))]), 'message.eml')
    const browser = email ? await app.signedIn(email) : undefined
    const response = await fetch(`${app.url}/files/message`, {
      method: 'POST',
      body,
      headers: browser ? { cookie: browser.cookie } : {},
    })
    const text = await response.text()
    return { status: response.status, text, body: JSON.parse(text) as Proposal & { errors?: { message: string }[] } }
  }

  beforeAll(async () => {
    app = await application({ now, requestsPerMinute: 1_000_000 })
    box = await imapServer({ user: 'plaintes@exemple.test', password: 'secret-d-essai' })
    await app.staff('agente@exemple.test', 'OFFICER')
    await app.staff('agent@exemple.test', 'OFFICER')
    await app.staff('gestion@exemple.test', 'MANAGER')
  })
  afterAll(async () => {
    await app.stop()
    await box.close()
  })

  it('déposé sur la page, propose une inscription : du texte, des documents scellés, et rien d’inscrit', async () => {
    const { status, body } = await dropped(message)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      receivedOn: '2026-06-02',
      givenName: 'Zephirine',
      familyName: 'Quenneville',
      email: 'zephirine@courriel.test',
      words: 'Objet : Ma plainte\n\nPersonne ne me répond depuis mars.',
      leftOut: [{ name: 'outil.exe', reason: 'ce genre de document n’est pas reçu' }],
    })
    expect(body.documents).toMatchObject([{ name: 'photo.png', mediaType: 'image/png' }])
    expect(await rows('select count(*)::int as n from journal')).toEqual([{ n: 0 }])
    const kept = await rows<{ sealed: Buffer }>('select sealed from upload')
    expect(kept.length).toBe(1)
    expect(kept[0]?.sealed.includes(Buffer.from(png, 'base64'))).toBe(false)
  })

  it('est fermé à qui n’inscrit pas', async () => {
    expect((await dropped(message, null)).status).toBe(401)
    expect((await dropped(message, 'gestion@exemple.test')).status).toBe(403)
    const manager = await app.signedIn('gestion@exemple.test')
    expect((await manager.ask('{ incomingMessages { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('trop gros, de mille parties ou mal formé, est refusé en une phrase', async () => {
    const part = '--b1\r\nContent-Type: text/plain\r\n\r\nx\r\n'
    const head = message.slice(0, message.indexOf('--b1'))
    for (const [content, status, sentence] of [
      [Buffer.concat([Buffer.from(message), Buffer.alloc(50_000_000, 97)]), 413, /25 Mo/],
      [`${head}${part.repeat(1_000)}--b1--`, 422, /100 parties/],
      ['Ceci n’est pas un message.', 422, /n’est pas un message/],
      [`${head}--b1--`, 422, /ni texte ni document/],
      ['', 400, /manque/],
    ] as const) {
      const answer = await dropped(content)
      expect(answer.status).toBe(status)
      expect(answer.body.errors?.[0]?.message).toMatch(sentence)
    }
  })

  it('arrivé à la boîte, est scellé, marqué lu et jamais retiré ; une seule fois', async () => {
    box.deliver(message)
    box.deliver('Ceci n’est pas un message.')
    box.deliver(Buffer.concat([Buffer.from(message), Buffer.alloc(26_000_000, 97)]))
    const mailbox = { url: box.url, folder: 'INBOX' }
    const keeper = { database: app.database, master: app.master, now }
    expect(await readMailbox(keeper, mailbox)).toBe(3)
    expect(await readMailbox(keeper, mailbox)).toBe(0)
    expect(box.messages.map(({ flags }) => [...flags].sort())).toEqual([
      ['\\Seen'],
      ['\\Flagged', '\\Seen'],
      ['\\Flagged', '\\Seen'],
    ])
    expect(box.asked).not.toContain('UID EXPUNGE')
    const kept = await rows<{ refusal: string | null; dump: string }>(
      'select refusal, m::text as dump from incoming_message m order by mailbox',
    )
    expect(kept.map(({ refusal }) => refusal)).toEqual([null, 'NOT_A_MESSAGE', 'TOO_LARGE'])
    for (const { dump } of kept) expect(dump).not.toMatch(secrets)
    expect(await rows('select count(*)::int as n from journal')).toEqual([{ n: 0 }])
  })

  it('se voit sans rien montrer, s’ouvre par qui inscrit, et se détruit une fois inscrit', async () => {
    const officer = await app.signedIn('agente@exemple.test')
    const list = '{ incomingMessages { id receivedAt bytes documents refusal openedByName } }'
    const listed = async () =>
      officer.ask<{
        incomingMessages: { id: string; documents: number; refusal: string | null; openedByName: string | null }[]
      }>(list)
    const before = await listed()
    expect(before.text).not.toMatch(secrets)
    expect(before.data.incomingMessages.map(({ refusal }) => Boolean(refusal)).sort()).toEqual([false, true, true])
    const [waiting] = before.data.incomingMessages.filter(({ refusal }) => !refusal)
    const open =
      'mutation ($id: ID!) { openIncomingMessage(id: $id) { email words documents { name } leftOut { name } } }'
    const opened = await officer.ask<{ openIncomingMessage: Proposal }>(open, { id: waiting?.id })
    expect(opened.data.openIncomingMessage).toMatchObject({
      email: 'zephirine@courriel.test',
      documents: [{ name: 'photo.png' }],
    })
    expect((await listed()).data.incomingMessages.find(({ id }) => id === waiting?.id)?.openedByName).toBe(
      'Personne agente@exemple.test',
    )
    const settle =
      'mutation ($id: ID!, $registeredAs: ID) { settleIncomingMessage(id: $id, registeredAs: $registeredAs) }'
    expect((await officer.ask(settle, { id: waiting?.id })).data).toEqual({ settleIncomingMessage: true })
    expect((await officer.ask(settle, { id: waiting?.id })).data).toEqual({ settleIncomingMessage: false })
    const again = await officer.ask(open, { id: waiting?.id })
    expect(again.errors?.[0]?.extensions.fields).toMatchObject([{ field: 'id' }])
    expect(await rows('select sealed from incoming_message where id = $1', [waiting?.id])).toEqual([{ sealed: null }])
  })

  it('une boîte qui refuse l’accès ou ne répond pas ne laisse rien à moitié', async () => {
    const keeper = { database: app.database, master: app.master, now }
    const wrong = box.url.replace(encodeURIComponent('secret-d-essai'), 'faux')
    await expect(readMailbox(keeper, { url: wrong, folder: 'INBOX' })).rejects.toThrow()
    await expect(readMailbox(keeper, { url: 'imap://a:b@127.0.0.1:9', folder: 'INBOX' })).rejects.toThrow()
    await expect(readMailbox(keeper, { url: box.url, folder: 'Absente' })).rejects.toThrow()
  })
})
