import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../testing/freshDatabase.ts'
import { deposit, depositOf } from './deposit.ts'
import { disclose, recordOpening } from './disclose.ts'
import { dispose } from './dispose.ts'
import { hasMasterKey, openMasterKey } from './epochs.ts'
import { createMasterKeyFile, keyFile } from './keyFile.ts'
import { MasterKey } from './keys.ts'
import { recogniser } from './recognises.ts'
import { bucket } from './seal.ts'

describe('le coffre', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>
  const master = new MasterKey(randomBytes(32))
  const actor = randomUUID()
  beforeAll(async () => {
    fresh = await freshDatabase()
  })
  afterAll(() => fresh.drop())

  const query = (text: string, values: unknown[] = []) => fresh.database.pool.query(text, values)

  async function dossierWith(...texts: string[]) {
    const dossier = randomUUID()
    await query(`insert into dossier values ($1, $2, 1, '', now())`, [dossier, dossier])
    const deposits = texts.map(text => depositOf('IDENTITY', text, text.toLowerCase().split(' ')))
    await fresh.database.transaction(ask => deposit(ask, master, dossier, deposits))
    return { dossier, refs: deposits.map(({ ref }) => ref) }
  }

  async function opened(dossier: string, by = actor, scope = ['IDENTITY']) {
    const id = randomUUID()
    await fresh.database.transaction(ask => recordOpening(ask, { id, dossier, actor: by, scope, item: null }))
    return id
  }

  const read = async (opening: string, by = actor) =>
    (await disclose(fresh.database, master, { opening, actor: by }, async () => true)).map(({ content }) =>
      content.toString(),
    )

  it('rend ce qui lui a été confié à la personne qui l’a ouvert', async () => {
    const { dossier } = await dossierWith('Aurélie Tremblay')
    expect(await read(await opened(dossier))).toEqual(['Aurélie Tremblay'])
  })

  it('ne garde rien de lisible dans la base', async () => {
    await dossierWith('Bérangère Lachance')
    const { rows } = await query(
      `select count(*)::int as found from vault_item where position('Lachance'::bytea in ciphertext) > 0`,
    )
    expect(rows).toEqual([{ found: 0 }])
  })

  it('ne s’ouvre pas sans un acte consigné', async () => {
    await dossierWith('Camille Roy')
    expect(await read(randomUUID())).toEqual([])
  })

  it('ne s’ouvre pas tant que l’acte n’est pas écrit pour de bon', async () => {
    const { dossier } = await dossierWith('Dominique Gagnon')
    const id = randomUUID()
    await fresh.database.transaction(async ask => {
      await recordOpening(ask, { id, dossier, actor, scope: ['IDENTITY'], item: null })
      expect(await read(id)).toEqual([])
    })
    expect(await read(id)).toEqual(['Dominique Gagnon'])
  })

  it('ne s’ouvre qu’une fois par acte, même en même temps', async () => {
    const { dossier } = await dossierWith('Élie Côté')
    const opening = await opened(dossier)
    const readings = await Promise.all([read(opening), read(opening), read(opening)])
    expect(readings.filter(reading => reading.length > 0)).toHaveLength(1)
    expect(await read(opening)).toEqual([])
  })

  it('ne s’ouvre ni à une autre personne, ni après une minute, ni hors de ce que l’acte couvre', async () => {
    const { dossier } = await dossierWith('Florence Bouchard')
    expect(await read(await opened(dossier), randomUUID())).toEqual([])
    const late = await opened(dossier)
    await query(`update vault_opening set opened_at = now() - interval '61 seconds' where id = $1`, [late])
    expect(await read(late)).toEqual([])
    expect(await read(await opened(dossier, actor, ['ATTACHMENT']))).toEqual([])
  })

  it('ne déchiffre pas une valeur déplacée d’un dossier à un autre', async () => {
    const first = await dossierWith('Gabriel Pelletier')
    const second = await dossierWith('Hélène Fortin')
    await query(
      `update vault_item set (nonce, ciphertext) = (select nonce, ciphertext from vault_item where id = $2) where id = $1`,
      [first.refs[0], second.refs[0]],
    )
    await expect(read(await opened(first.dossier))).rejects.toThrow()
    await query('update vault_item set dossier_id = $1 where id = $2', [first.dossier, second.refs[0]])
    await expect(read(await opened(first.dossier))).rejects.toThrow()
  })

  it('ne déchiffre pas avec la clé d’un autre dossier', async () => {
    const first = await dossierWith('Inès Morin')
    const second = await dossierWith('Jérôme Gauthier')
    await query(
      'update vault_key set wrapped_key = (select wrapped_key from vault_key where dossier_id = $2) where dossier_id = $1',
      [first.dossier, second.dossier],
    )
    await expect(read(await opened(first.dossier))).rejects.toThrow()
  })

  it('ne déchiffre pas une valeur dont un seul bit a changé', async () => {
    const { dossier, refs } = await dossierWith('Karine Lavoie')
    await query(
      'update vault_item set ciphertext = set_bit(ciphertext, 77, 1 - get_bit(ciphertext, 77)) where id = $1',
      [refs[0]],
    )
    await expect(read(await opened(dossier))).rejects.toThrow()
  })

  it('reconnaît les mots de la personne de ce dossier, et ceux-là seulement, sans les déchiffrer', async () => {
    const { dossier } = await dossierWith('louis bergeron')
    const other = await dossierWith('marie caron')
    const recognises = await recogniser(fresh.database.ask, master, dossier)
    expect(['louis', 'bergeron', 'caron', 'x'].map(recognises)).toEqual([true, true, false, false])
    const marks = await query(
      'select count(*)::int as n from vault_token a join vault_token b using (mac) where a.dossier_id = $1 and b.dossier_id = $2',
      [dossier, other.dossier],
    )
    expect(marks.rows).toEqual([{ n: 0 }])
  })

  it('détruit la clé d’un dossier : rien ne peut plus être lu ni reconnu', async () => {
    const { dossier } = await dossierWith('nadia ouellet')
    const opening = await opened(dossier)
    await fresh.database.transaction(ask => dispose(ask, dossier))
    expect(await read(opening)).toEqual([])
    expect((await recogniser(fresh.database.ask, master, dossier))('nadia')).toBe(false)
    const { rows } = await query(
      'select (select count(*) from vault_item where dossier_id = $1)::int as items, (select count(*) from vault_key where dossier_id = $1)::int as keys, (select count(*) from vault_token where dossier_id = $1)::int as tokens',
      [dossier],
    )
    expect(rows).toEqual([{ items: 0, keys: 0, tokens: 0 }])
  })

  it('n’écrit rien quand l’acte est annulé', async () => {
    const { dossier } = await dossierWith()
    const deposits = [depositOf('IDENTITY', 'Olivier Paquette')]
    await fresh.database.transaction(
      ask => deposit(ask, master, dossier, deposits),
      () => false,
    )
    expect((await query('select id from vault_item where dossier_id = $1', [dossier])).rows).toEqual([])
  })

  it('cache la longueur de ce qu’il garde', () => {
    expect([0, 256, 257, 65_536, 65_537, 200_000].map(bucket)).toEqual([256, 256, 512, 65_536, 131_072, 262_144])
  })

  describe('la clé maîtresse', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bienfonde-cle-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))
    const file = (name: string) => join(folder, name)

    it('est créée lisible par son seul propriétaire, et jamais remplacée', async () => {
      createMasterKeyFile(file('neuve'))
      const first = statSync(file('neuve'))
      createMasterKeyFile(file('neuve'))
      expect(first.mode & 0o777).toBe(0o600)
      expect(statSync(file('neuve')).mtimeMs).toBe(first.mtimeMs)
      expect(await keyFile(file('neuve')).read()).toHaveLength(32)
    })

    it('qui manque, est illisible ou de mauvaise longueur empêche le démarrage en disant quoi faire', async () => {
      writeFileSync(file('courte'), 'abc')
      await expect(keyFile(undefined).read()).rejects.toThrow('BIENFONDE_MASTER_KEY_FILE')
      await expect(keyFile(file('absente')).read()).rejects.toThrow('est introuvable. Remettez en place')
      await expect(keyFile(folder).read()).rejects.toThrow('ne peut être lu. Donnez-en la lecture')
      await expect(keyFile(file('courte')).read()).rejects.toThrow('ne contient pas une clé de 32 octets')
      chmodSync(file('courte'), 0o600)
    })

    it('qui n’est pas celle de la base empêche le démarrage', async () => {
      expect(await hasMasterKey(fresh.database)).toBe(false)
      const key = randomBytes(32)
      await openMasterKey(fresh.database, key)
      await openMasterKey(fresh.database, key)
      expect(await hasMasterKey(fresh.database)).toBe(true)
      await expect(openMasterKey(fresh.database, randomBytes(32))).rejects.toThrow(
        'La clé maîtresse n’est pas celle de cette base de données',
      )
    })
  })
})
