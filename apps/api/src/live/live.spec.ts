import { once } from 'node:events'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeServer } from '../server.ts'
import { liveReader } from '../testing/liveReader.ts'
import { call, ministry } from '../testing/ministry.ts'

type Reader = Awaited<ReturnType<typeof liveReader>>

const agent = 'agent@exemple.test'
const agente = 'agente@exemple.test'
const responsable = 'responsable@exemple.test'
const habitation = 'habitation@exemple.test'

const until = (look: () => void) => vi.waitFor(look, { timeout: 20_000, interval: 20 })

describe('ce qui change ailleurs', () => {
  let house: Awaited<ReturnType<typeof ministry>>
  let other: { server: FastifyInstance; url: string }
  const readers: Reader[] = []
  beforeAll(async () => {
    house = await ministry({ beatSeconds: 0.2 })
    const { database, master } = house
    const server = await makeServer({
      database,
      master,
      anyDocument: true,
      requestsPerMinute: 1_000_000,
      beatSeconds: 0.2,
    })
    other = { server, url: await server.listen({ port: 0, host: '127.0.0.1' }) }
  })
  afterEach(() => {
    for (const reader of readers.splice(0)) reader.close()
  })
  afterAll(async () => {
    await other.server.close()
    await house.stop()
  })

  /** A page that person has open, listening already. */
  async function listening(email: string, { at = other.url, after }: { at?: string; after?: string } = {}) {
    const { cookie } = await house.browserOf(email)
    const reader = await liveReader(at, cookie, after ? { after } : {})
    readers.push(reader)
    await until(() => expect(reader.messages).not.toEqual([]))
    return reader
  }
  async function registered(matter: object = {}) {
    const dossier = house.dossier()
    await dossier.take(agente, 'registerComplaint', { ...call, matters: [{ ...call.matters[0], ...matter }] })
    return dossier
  }
  const heard = ({ messages }: Reader, dossier: string) =>
    messages.filter(({ event, data }) => event === 'change' && data.dossier === dossier).map(({ data }) => data)
  const last = ({ messages }: Reader) => messages.findLast(({ id }) => id)?.id ?? ''
  /** Goes on until the reader has heard of something that happened after what is not to be heard. */
  async function heardAllOf(...hearing: Reader[]) {
    const sign = await registered()
    const witness = await listening(responsable)
    await sign.take(agente, 'addNote', { text: 'Appel reçu.' })
    await until(() => expect(heard(witness, sign.id)).not.toEqual([]))
    const beats = hearing.map(({ messages }) => messages.length)
    await until(() => {
      for (const [at, { messages }] of hearing.entries()) expect(messages.length).toBeGreaterThan(beats[at] ?? 0)
    })
  }

  it('s’apprend d’un autre processus : le dossier, sa version, l’étape et qui l’a faite, sans un mot de plus', async () => {
    const reader = await listening(agent)
    const dossier = await registered()
    await dossier.take(agente, 'addNote', { text: 'Appel reçu.' })
    await until(() => expect(heard(reader, dossier.id).at(-1)).toMatchObject({ step: 'addNote' }))
    const { version } = await dossier.complaint()
    expect(heard(reader, dossier.id).at(-1)).toEqual({
      dossier: dossier.id,
      version,
      by: house.officer,
      step: 'addNote',
    })
    expect(reader.text).not.toMatch(/quenneville|zéphirine|appel/i)
  })

  it('se lit dans un flux que rien ne met en réserve en chemin', async () => {
    const { headers } = (await listening(agent)).response
    expect(headers.get('content-type')).toContain('text/event-stream')
    expect(headers.get('cache-control')).toBe('no-store, no-transform')
    expect(headers.get('x-accel-buffering')).toBe('no')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('ne s’apprend qu’avec une session, et depuis le portail', async () => {
    expect((await fetch(`${other.url}/live`)).status).toBe(401)
    expect((await fetch(`${other.url}/live`, { headers: { cookie: 'bienfonde=inventee' } })).status).toBe(401)
    const { cookie } = await house.browserOf(agent)
    const elsewhere = await fetch(`${other.url}/live`, { headers: { cookie, origin: 'https://ailleurs.test' } })
    expect(elsewhere.status).toBe(403)
    expect((await fetch(`${other.url}/live`, { method: 'HEAD', headers: { cookie } })).status).toBe(404)
  })

  it('une répondante ou un répondant n’entend parler d’un dossier qu’une fois son secteur consulté, sans l’étape ni la personne', async () => {
    const [sector, neighbour] = [await listening(habitation), await listening('voirie@exemple.test')]
    const dossier = await registered()
    await dossier.take(responsable, 'declareAdmissible', { matter: 'M1', reasons: 'Rien ne s’y oppose.' })
    await heardAllOf(sector, neighbour)
    expect(heard(sector, dossier.id)).toEqual([])
    await dossier.take(agente, 'consultSector', {
      matter: 'M1',
      sector: 'HOUSING',
      purpose: 'FACTS',
      statement: 'La demande est restée plusieurs semaines sans réponse.',
      question: 'Quand la demande a-t-elle été traitée ?',
      dueOn: '2026-05-20',
    })
    const { version } = await dossier.complaint()
    await until(() => expect(heard(sector, dossier.id)).toEqual([{ dossier: dossier.id, version }]))
    await heardAllOf(neighbour)
    expect(heard(neighbour, dossier.id)).toEqual([])
  })

  it('ne dit rien à la personne que la plainte vise, ni aux rôles qui ne lisent pas de dossier', async () => {
    const deaf = [await listening(agent), await listening('administration@exemple.test')]
    const dossier = await registered({ concernedStaff: [house.otherOfficer] })
    await heardAllOf(...deaf)
    for (const reader of deaf) expect(heard(reader, dossier.id)).toEqual([])
    expect(deaf[1]?.messages.filter(({ event }) => event === 'change')).toEqual([])
  })

  it('une page qui revient n’a rien manqué, ou l’apprend', async () => {
    const before = await listening(agent)
    const dossier = await registered()
    await until(() => expect(heard(before, dossier.id)).toHaveLength(1))
    const seen = last(before)
    before.close()
    expect((await listening(agent, { after: seen })).messages[0]?.event).toBe('ready')
    expect((await listening(agent, { after: seen, at: house.url })).messages[0]?.event).toBe('ready')
    await dossier.take(agente, 'addNote', { text: 'Appel reçu.' })
    const witness = await listening(agent)
    await until(() => expect(last(witness)).not.toBe(seen))
    expect((await listening(agent, { after: seen })).messages[0]?.event).toBe('resync')
    expect((await listening(agent)).messages[0]?.event).toBe('resync')
  })

  it('reprend quand la base de données a coupé la connexion, et fait relire', async () => {
    const reader = await listening(agent)
    const said = reader.messages.length
    await house.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and (query like 'listen %' or query = 'select 1') and pid <> pg_backend_pid()`,
    )
    await until(() => expect(reader.messages.slice(said).map(({ event }) => event)).toContain('resync'))
    const dossier = await registered()
    await until(() => expect(heard(reader, dossier.id)).toHaveLength(1))
    expect(reader.ended).toBe(false)
  })

  it('ce qui n’est pas du journal n’arrête rien', async () => {
    const reader = await listening(agent)
    await house.database.pool.query("select pg_notify('dossier_changed', 'n’importe quoi')")
    const dossier = await registered()
    await until(() => expect(heard(reader, dossier.id)).toHaveLength(1))
  })

  describe('le flux prend fin', () => {
    const over = async (reader: Reader) => {
      await until(() => expect(reader.ended).toBe(true))
      expect(reader.messages.at(-1)?.event).toBe('over')
    }
    async function newcomer(email: string) {
      const id = await house.staff(email, 'OFFICER')
      const browser = await house.signedIn(email)
      const reader = await liveReader(other.url, browser.cookie)
      readers.push(reader)
      await until(() => expect(reader.messages).not.toEqual([]))
      return { id, browser, reader }
    }

    it('quand la personne ferme sa session, même dans un autre processus', async () => {
      const { browser, reader } = await newcomer('sortante@exemple.test')
      await browser.ask('mutation { signOut }')
      await over(reader)
    })

    it('quand son compte est désactivé', async () => {
      const { id, reader } = await newcomer('retiree@exemple.test')
      await house.database.pool.query('update staff set active = false where id = $1', [id])
      await over(reader)
    })

    it('quand la session reste sans requête : écouter n’est pas agir', async () => {
      const { id, reader } = await newcomer('absente@exemple.test')
      await house.database.pool.query(
        "update session set last_seen_at = now() - interval '31 minutes' where staff_id = $1",
        [id],
      )
      await over(reader)
    })

    it('pour la page de trop : douze à la fois pour une personne', async () => {
      const { browser } = await newcomer('nombreuse@exemple.test')
      for (let opened = 1; opened < 12; opened++) readers.push(await liveReader(other.url, browser.cookie))
      const refused = await liveReader(other.url, browser.cookie)
      expect(refused.response.status).toBe(429)
      readers.pop()?.close()
      await vi.waitFor(async () => {
        const again = await liveReader(other.url, browser.cookie)
        readers.push(again)
        expect(again.response.status).toBe(200)
      }, 20_000)
    })

    it('pour la page fermée pendant qu’on regarde encore sa session : elle ne compte pas', async () => {
      const { browser, reader } = await newcomer('pressee@exemple.test')
      const held = await house.database.pool.connect()
      await held.query('begin')
      await held.query('lock table session in access exclusive mode')
      for (let page = 0; page < 12; page++) {
        const closing = new AbortController()
        const arrived = once(other.server.server, 'request')
        const asked = fetch(`${other.url}/live`, { headers: { cookie: browser.cookie }, signal: closing.signal })
        const [, response] = await arrived
        closing.abort()
        await Promise.all([once(response, 'close'), expect(asked).rejects.toThrow()])
      }
      await held.query('rollback')
      held.release()
      const { pool } = house.database
      await until(() => expect(pool.idleCount).toBe(pool.totalCount))

      const again = await liveReader(other.url, browser.cookie)
      readers.push(again)
      expect(again.response.status).toBe(200)
      expect(reader.ended).toBe(false)
    })

    it('quand le serveur s’arrête, qui n’attend personne', async () => {
      const { database, master } = house
      const third = await makeServer({ database, master, anyDocument: true })
      const url = await third.listen({ port: 0, host: '127.0.0.1' })
      const { cookie } = await house.browserOf(agent)
      const reader = await liveReader(url, cookie)
      await until(() => expect(reader.messages).not.toEqual([]))
      await third.close()
      await until(() => expect(reader.ended).toBe(true))
    })
  })

  it('le rôle perdu compte dès le changement suivant', async () => {
    const id = await house.staff('mutee@exemple.test', 'OFFICER')
    const { cookie } = await house.signedIn('mutee@exemple.test')
    const reader = await liveReader(other.url, cookie)
    readers.push(reader)
    await until(() => expect(reader.messages).not.toEqual([]))
    await house.database.pool.query("update staff set role = 'ADMINISTRATOR' where id = $1", [id])
    const dossier = await registered()
    await heardAllOf(reader)
    expect(heard(reader, dossier.id)).toEqual([])
  })
})
