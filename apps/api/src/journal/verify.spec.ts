import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '../testing/freshDatabase.ts'
import { append, newHead } from './append.ts'
import { beginning, lineHash } from './hash.ts'
import { verify } from './verify.ts'

describe('la vérification du journal', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>
  let dossier: string
  let fileNumber: string
  beforeAll(async () => {
    fresh = await freshDatabase()
    await written(randomUUID(), 2)
  })
  beforeEach(async () => {
    dossier = randomUUID()
    fileNumber = await written(dossier, 4)
  })
  afterAll(() => fresh.drop())

  const at = new Date('2026-05-04T13:00:00.123Z')
  const stamp = { actor: randomUUID(), role: 'OFFICER', at, confirmation: null }

  async function written(id: string, lines: number): Promise<string> {
    const events = Array.from({ length: lines }, (_, n) => ({
      type: 'NOTE_ADDED',
      note: `Note ${n + 1} : été à 4,50 $`,
    }))
    return fresh.database.transaction(async ask => {
      const head = await append(ask, await newHead(ask, id, at), events.slice(0, 1), stamp)
      return (head && (await append(ask, head, events.slice(1), stamp)))?.fileNumber ?? ''
    })
  }

  /** What only someone with every right on the server could do. */
  async function tampered(...orders: [string, unknown[]?][]) {
    const client = await fresh.database.pool.connect()
    await client.query(`set session_replication_role = 'replica'`)
    for (const [text, values] of orders) await client.query(text, values ?? [])
    client.release(true)
    const { breaks } = await verify(fresh.database)
    return breaks.filter(found => found.dossier === dossier || found.fileNumber === fileNumber)
  }
  const found = (seq: number | null, message: string) => [{ dossier, fileNumber, seq, message }]

  it('ne trouve rien dans un journal intact, et numérote les dossiers sans trou', async () => {
    const intact = await verify(fresh.database)
    expect(intact.breaks).toEqual([])
    expect(intact.lines).toBe(6)
    expect(fileNumber).toBe('2026-000002')
    expect((await verify(fresh.database)).seal).toBe(intact.seal)
  })

  it('reconnaît ce qui en fut attesté au début, et ce qui en manque', async () => {
    const { seal, lines } = await verify(fresh.database)
    await written(randomUUID(), 3)
    const messages = async (size: number, head: string) =>
      (await verify(fresh.database, [{ size, head }])).breaks.map(({ message }) => message)
    expect(await messages(lines, seal)).not.toContainEqual(expect.stringContaining('point de contrôle'))
    expect(await messages(0, beginning)).not.toContainEqual(expect.stringContaining('point de contrôle'))
    expect(await messages(lines + 4, seal)).toContain(
      `Le journal a moins de lignes que le point de contrôle de ${lines + 4} lignes.`,
    )
  })

  it.each([
    ['l’acte', `event = event || '{"note": "autre"}'`],
    ['la personne', `actor_id = 'autre'`],
    ['le rôle', `actor_role = 'RESPONSIBLE_OFFICER'`],
    ['le moment', `at = at + interval '1 microsecond'`],
    ['la confirmation', `confirmation = 'vu'`],
    ['le genre d’acte', `type = 'COMPLAINT_CLOSED'`],
    ['l’empreinte', `hash = reverse(hash)`],
  ])('trouve une ligne dont on a changé %s', async (_, change) => {
    expect(await tampered([`update journal set ${change} where dossier_id = $1 and seq = 2`, [dossier]])).toEqual(
      found(2, 'La ligne 2 a été modifiée.'),
    )
  })

  it.each([
    ['au milieu', 2, 'La ligne 2 a disparu.'],
    ['à la fin', 4, 'Il manque des lignes après la ligne 3.'],
  ])('trouve une ligne enlevée %s', async (_, seq, message) => {
    expect(await tampered(['delete from journal where dossier_id = $1 and seq = $2', [dossier, seq]])).toEqual(
      found(seq, message),
    )
  })

  it('trouve une ligne ajoutée à la fin, même bien enchaînée', async () => {
    const { rows } = await fresh.database.pool.query('select head_hash from dossier where id = $1', [dossier])
    const event = { type: 'NOTE_ADDED', note: 'fausse' }
    const line = { dossier, seq: 5, at: at.toISOString(), actor: 'x', role: 'OFFICER', type: event.type, event }
    const previousHash = rows[0].head_hash
    const hash = lineHash({ ...line, confirmation: null, previousHash })
    expect(
      await tampered([
        `insert into journal (dossier_id, seq, type, event, actor_id, actor_role, at, hash, previous_hash)
         values ($1, 5, $2, $3, 'x', 'OFFICER', $4, $5, $6)`,
        [dossier, event.type, event, at, hash, previousHash],
      ]),
    ).toEqual(found(5, 'La ligne 5 a été ajoutée hors du processus.'))
  })

  it('trouve deux lignes échangées', async () => {
    expect(
      await tampered([
        `update journal a set event = b.event, hash = b.hash, previous_hash = b.previous_hash from journal b
         where a.dossier_id = $1 and b.dossier_id = $1 and (a.seq, b.seq) in ((2, 3), (3, 2))`,
        [dossier],
      ]),
    ).toEqual(found(2, 'La ligne 2 ne suit pas celle qui la précède.'))
  })

  it('trouve une ligne passée dans un autre dossier', async () => {
    const other = randomUUID()
    await written(other, 3)
    expect(
      await tampered([
        `update journal a set event = b.event, hash = b.hash from journal b
         where a.dossier_id = $1 and a.seq = 1 and b.dossier_id = $2 and b.seq = 1`,
        [dossier, other],
      ]),
    ).toEqual(found(1, 'La ligne 1 a été modifiée.'))
  })

  it('trouve une tête qui ne correspond pas à la dernière ligne', async () => {
    expect(await tampered([`update dossier set head_hash = reverse(head_hash) where id = $1`, [dossier]])).toEqual(
      found(null, 'La tête du dossier ne correspond pas à sa dernière ligne.'),
    )
  })

  it('trouve un dossier disparu tout entier, et des lignes restées sans dossier', async () => {
    expect(await tampered(['delete from dossier where id = $1', [dossier]])).toEqual([
      { dossier, fileNumber: '', seq: null, message: 'Des lignes n’ont plus de dossier.' },
      { dossier: '', fileNumber, seq: null, message: 'Le dossier a disparu.' },
    ])
  })

  it('change de sceau quand un journal est réécrit de bout en bout, et ne suit plus ce qui en fut attesté', async () => {
    const { seal, lines } = await verify(fresh.database)
    const known = await tampered()
    const { rows } = await fresh.database.pool.query(
      'select seq, actor_id, actor_role, type, event, confirmation from journal where dossier_id = $1 order by seq',
      [dossier],
    )
    let previousHash = beginning
    for (const { seq, actor_id: actor, actor_role: role, type, event, confirmation } of rows) {
      const rewritten = { ...event, note: 'réécrite' }
      const line = {
        dossier,
        seq,
        at: at.toISOString(),
        actor,
        role,
        type,
        event: rewritten,
        confirmation,
        previousHash,
      }
      const hash = lineHash(line)
      await tampered([
        'update journal set event = $3, hash = $4, previous_hash = $5 where dossier_id = $1 and seq = $2',
        [dossier, seq, rewritten, hash, previousHash],
      ])
      previousHash = hash
    }
    expect(await tampered(['update dossier set head_hash = $2 where id = $1', [dossier, previousHash]])).toEqual(known)
    expect((await verify(fresh.database)).seal).not.toBe(seal)
    const { breaks } = await verify(fresh.database, [{ size: lines, head: seal }])
    expect(breaks.at(-1)?.message).toBe(`Le journal ne suit plus le point de contrôle de ${lines} lignes.`)
  })

  it('lit le journal tel qu’il était à un moment, pendant que d’autres écrivent', async () => {
    const before = (await verify(fresh.database)).breaks.length
    const [during] = await Promise.all([
      verify(fresh.database),
      ...Array.from({ length: 20 }, () => written(randomUUID(), 3)),
    ])
    expect(during?.breaks.length).toBe(before)
  })
})
