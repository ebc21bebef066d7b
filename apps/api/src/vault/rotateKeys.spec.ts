import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmSecondFactor, offerSecondFactor } from '../access/secondFactor/secondFactor.ts'
import { keepUpload, uploadFacts } from '../attachments/upload.ts'
import { freshDatabase } from '../testing/freshDatabase.ts'
import { deposit, depositOf } from './deposit.ts'
import { disclose, recordOpening } from './disclose.ts'
import { draftContent, keepDraft } from './drafts.ts'
import { openMasterKey } from './epochs.ts'
import type { MasterKey } from './keys.ts'
import { recogniser } from './recognises.ts'
import { rotateKeys } from './rotateKeys.ts'

describe('la rotation de la clé maîtresse', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>
  const [first, second, third] = [randomBytes(32), randomBytes(32), randomBytes(32)]
  const actor = randomUUID()
  const author = randomUUID()
  const dossiers: string[] = []
  const draft = randomUUID()
  let upload = ''
  let mark: Buffer
  beforeAll(async () => {
    fresh = await freshDatabase()
    const master = await openMasterKey(fresh.database, first)
    for (let n = 0; n < 7; n++) dossiers.push(await dossierOf(master, `personne ${n}`))
    const { ask, pool } = fresh.database
    await pool.query(`insert into staff (id, email, name, role) values ($1, 'a@exemple.test', 'Alix Roy', 'OFFICER')`, [
      author,
    ])
    await keepDraft(ask, master, author, { id: draft, content: 'un brouillon' })
    upload = await keepUpload(ask, master, author, {
      name: 'lettre.txt',
      mediaType: 'text/plain',
      content: Buffer.from('une lettre'),
    })
    await offerSecondFactor(ask, master, { id: author, email: 'a@exemple.test' })
    mark = master.mark('418 555-0101', 'telephone')
  })
  afterAll(() => fresh.drop())

  async function dossierOf(master: MasterKey, name: string) {
    const dossier = randomUUID()
    const { database } = fresh
    await database.pool.query(`insert into dossier values ($1, $2, 1, '', now())`, [dossier, dossier])
    const deposits = [depositOf('IDENTITY', name, name.split(' ')), depositOf('WORDS', `propos de ${name}`)]
    await database.transaction(ask => deposit(ask, master, dossier, deposits))
    return dossier
  }

  async function read(master: MasterKey, dossier: string) {
    const opening = { id: randomUUID(), dossier, actor, scope: ['IDENTITY', 'WORDS'], item: null }
    await fresh.database.transaction(ask => recordOpening(ask, opening))
    const items = await disclose(fresh.database, master, { opening: opening.id, actor }, async () => true)
    return items.map(({ content }) => content.toString()).toSorted()
  }

  const everything = async (master: MasterKey) => ({
    dossiers: await Promise.all(dossiers.map(dossier => read(master, dossier))),
    draft: await draftContent(fresh.database.ask, master, author, draft),
    upload: (await uploadFacts(fresh.database.ask, master, author, upload))?.bytes,
    // A wrong code is wrong of a secret that opens; one that does not open throws.
    secondFactor: await confirmSecondFactor(fresh.database.ask, master, author, '000000', new Date(0)),
    recognised: (await recogniser(fresh.database.ask, master, dossiers[0] ?? ''))('personne'),
    mark: master.mark('418 555-0101', 'telephone').equals(mark),
  })
  const whole = (count: number) => ({
    dossiers: Array.from({ length: count }, (_, n) => [`personne ${n}`, `propos de personne ${n}`]),
    draft: 'un brouillon',
    upload: 10,
    secondFactor: 'SECOND_FACTOR_WRONG',
    recognised: true,
    mark: true,
  })
  const underOld = async (epoch: number) =>
    (await fresh.database.pool.query('select from vault_key where epoch < $1', [epoch])).rowCount

  it('arrêtée au milieu, laisse tout lisible avec les deux clés, et l’ancienne ne peut être retirée', async () => {
    const master = await openMasterKey(fresh.database, first, second)
    let done = 0
    const halt = { batch: 2, tell: (so: number) => (done = so), halted: () => done >= 4 }
    expect(await rotateKeys(fresh.database, master, halt)).toEqual({ left: 3, ended: false })
    expect(await underOld(2)).toBe(3)
    expect(await everything(master)).toEqual(whole(7))
    await expect(openMasterKey(fresh.database, second)).rejects.toThrow('n’est pas terminée')
    await expect(openMasterKey(fresh.database, first)).rejects.toThrow('plus récente')
    await expect(openMasterKey(fresh.database, first, third)).rejects.toThrow('vers une autre clé')
  })

  it('ce qui est confié pendant qu’elle dure l’est sous la nouvelle clé', async () => {
    const master = await openMasterKey(fresh.database, first, second)
    dossiers.push(await dossierOf(master, 'personne 7'))
    expect(await underOld(2)).toBe(3)
  })

  it('arrêtée avant les documents en attente, n’est pas terminée', async () => {
    const master = await openMasterKey(fresh.database, first, second)
    let asked = 0
    // The dossiers take two questions: one batch that rewraps, one that finds nothing left.
    expect(await rotateKeys(fresh.database, master, { halted: () => ++asked > 2 })).toEqual({ left: 0, ended: false })
    await expect(openMasterKey(fresh.database, second)).rejects.toThrow('n’est pas terminée')
  })

  it('reprise, finit : la nouvelle clé seule ouvre tout, brouillons et documents en attente compris', async () => {
    const master = await openMasterKey(fresh.database, first, second)
    expect(await rotateKeys(fresh.database, master, { batch: 2 })).toEqual({ left: 0, ended: true })
    expect(await everything(await openMasterKey(fresh.database, second))).toEqual(whole(8))
  })

  it('finie, l’ancienne clé seule ne démarre plus rien', async () => {
    await expect(openMasterKey(fresh.database, first)).rejects.toThrow('plus récente')
  })

  it('se refait avec une troisième clé, et ce qui est marqué le reste de la même manière', async () => {
    const master = await openMasterKey(fresh.database, second, third)
    expect(await rotateKeys(fresh.database, master)).toEqual({ left: 0, ended: true })
    expect(await underOld(3)).toBe(0)
    expect(await everything(await openMasterKey(fresh.database, third))).toEqual(whole(8))
    await expect(openMasterKey(fresh.database, second)).rejects.toThrow('plus récente')
  })

  it('une copie d’avant la rotation s’ouvre encore avec l’ancienne clé : elle est à garder autant que la copie', async () => {
    const { pool, ask } = fresh.database
    const alone = await dossierOf(await openMasterKey(fresh.database, third), 'personne 8')
    const { rows } = await pool.query('select * from vault_key where dossier_id = $1', [alone])
    const fourth = randomBytes(32)
    await rotateKeys(fresh.database, await openMasterKey(fresh.database, third, fourth))
    const master = await openMasterKey(fresh.database, third, fourth)
    await pool.query(
      'update vault_key set (wrapped_key, wrapped_content_key, epoch) = ($2, $3, $4) where dossier_id = $1',
      [alone, rows[0].wrapped_key, rows[0].wrapped_content_key, rows[0].epoch],
    )
    expect(await read(master, alone)).toEqual(['personne 8', 'propos de personne 8'])
    expect((await recogniser(ask, master, alone))('personne')).toBe(true)
  })
})
