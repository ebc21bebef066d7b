import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application } from '../testing/application.ts'
import { type AntivirusPlace, examine } from './antivirus.ts'

const infected = 'JETON-INFECTE'

/** A daemon that speaks ClamAV's INSTREAM: it reads the pieces by their lengths, and says what it finds. */
function daemon(answers: (content: Buffer) => string): Server {
  return createServer((socket: Socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', piece => {
      received = Buffer.concat([received, piece])
      const content = wholeIn(received)
      if (content) socket.end(answers(content))
    })
  })
}

/** The content of an order once its last, empty piece has come. */
function wholeIn(received: Buffer): Buffer | undefined {
  const order = Buffer.from('zINSTREAM\0')
  if (!received.subarray(0, order.length).equals(order)) return undefined
  const pieces: Buffer[] = []
  for (let at = order.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

describe('l’antivirus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bienfonde-antivirus-'))
  const place: AntivirusPlace = { path: join(folder, 'clamd') }
  const seen: number[] = []
  const server = daemon(content => {
    seen.push(content.length)
    return content.includes(infected) ? 'stream: Essai.Signature FOUND\0' : 'stream: OK\0'
  })
  let app: Awaited<ReturnType<typeof application>>
  beforeAll(async () => {
    await new Promise<void>(listening => server.listen(place.path, listening))
    app = await application({ antivirus: place })
    await app.staff('agente@exemple.test', 'OFFICER')
  })
  afterAll(async () => {
    await app.stop()
    await new Promise(closed => server.close(closed))
    rmSync(folder, { recursive: true })
  })

  async function send(to: typeof app, content: string) {
    const { cookie } = await to.signedIn('agente@exemple.test')
    const body = new FormData()
    body.append('document', new Blob([content]), 'a.txt')
    const response = await fetch(`${to.url}/files`, { method: 'POST', body, headers: { cookie } })
    const { errors } = (await response.json()) as { errors?: { message: string }[] }
    return [response.status, errors?.[0]?.message]
  }
  const kept = async (of: typeof app) => (await of.database.pool.query('select 1 from upload')).rowCount

  it('lit tout ce qu’on lui envoie, en plusieurs morceaux', async () => {
    expect(await examine(place, Buffer.alloc(300_000, 65))).toBe('CLEAN')
    expect(seen.at(-1)).toBe(300_000)
    expect(await examine(place, Buffer.from(`${'a'.repeat(100_000)}${infected}`))).toBe('INFECTED')
  })

  it('laisse passer un document sain, et arrête l’autre avant qu’il soit gardé', async () => {
    expect(await send(app, 'Bonjour')).toEqual([201, undefined])
    expect(await send(app, infected)).toEqual([
      422,
      'L’antivirus a reconnu un programme nuisible dans ce document : il n’est pas reçu.',
    ])
    expect(await kept(app)).toBe(1)
  })

  it.each<[string, string]>([
    ['ne dit rien', ''],
    ['dit une erreur', 'INSTREAM size limit exceeded. ERROR\0'],
    ['parle d’autre chose', 'PONG\0'],
    ['dit OK d’autre chose', 'stream: pas OK\0'],
  ])('qui %s ne laisse rien passer', async (_, answer) => {
    const other: AntivirusPlace = { path: join(folder, 'autre') }
    const strange = daemon(() => answer)
    await new Promise<void>(listening => strange.listen(other.path, listening))
    expect(await examine(other, Buffer.from('Bonjour'))).toBe('UNKNOWN')
    await new Promise(closed => strange.close(closed))
  })

  it('arrêté, fait attendre les documents au lieu de les recevoir sans examen', async () => {
    const without = await application({ antivirus: { path: join(folder, 'absent') } })
    await without.staff('agente@exemple.test', 'OFFICER')
    expect(await send(without, 'Bonjour')).toEqual([
      503,
      'L’antivirus ne répond pas : aucun document n’est reçu pour le moment. Réessayez dans quelques minutes.',
    ])
    expect(await kept(without)).toBe(0)
    await without.stop()
  })

  it('se dit en place ou absent à qui reçoit des documents', async () => {
    const none = await application()
    for (const [of, is] of [
      [app, true],
      [none, false],
    ] as const) {
      if (of === none) await none.staff('agente@exemple.test', 'OFFICER')
      expect((await (await of.signedIn('agente@exemple.test')).ask('{ antivirus }')).data).toEqual({ antivirus: is })
    }
    await none.staff('gestion@exemple.test', 'MANAGER')
    const refused = await (await none.signedIn('gestion@exemple.test')).ask('{ antivirus }')
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    await none.stop()
  })
})
