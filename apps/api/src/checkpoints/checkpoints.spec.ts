import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordChange } from '../journal/administrationJournal.ts'
import { append, newHead } from '../journal/append.ts'
import { exportJournal } from '../journal/exportJournal.ts'
import { verify } from '../journal/verify.ts'
import { auditor } from '../testing/auditor.ts'
import { freshDatabase } from '../testing/freshDatabase.ts'
import { isSignedBy, readNotes } from './Checkpoint.ts'
import { type CheckpointOutlet, checkpointFile, fileOutlet, postOutlet } from './outlets.ts'
import { createSigningKeyFile, publicKeyText, readPublicKey, readSigner } from './signingKey.ts'
import { JournalForked, writeCheckpoint } from './writeCheckpoint.ts'

describe('les points de contrôle du journal', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>
  const folder = mkdtempSync(join(tmpdir(), 'bienfonde-controle-'))
  const keyFile = join(folder, 'checkpoint.key')
  createSigningKeyFile(keyFile)
  const signer = readSigner(keyFile, 'plaintes.exemple.test/journal')
  const second = auditor()
  beforeAll(async () => {
    fresh = await freshDatabase()
  })
  afterAll(async () => {
    await fresh.drop()
    rmSync(folder, { recursive: true })
    second.leave()
  })

  const at = new Date('2026-05-04T13:00:00.123Z')
  const stamp = { actor: 'x', role: 'OFFICER', at, confirmation: null }
  const written = () =>
    fresh.database.transaction(async ask => {
      const event = { type: 'NOTE_ADDED', note: 'É à 4,50 $ — « note » \u2028 fin', amount: 1e-7 }
      await append(ask, await newHead(ask, randomUUID(), at), [event, event], stamp)
    })
  const administered = () =>
    fresh.database.transaction(ask =>
      recordChange(
        ask,
        { by: { id: 'a', role: 'ADMINISTRATOR' }, at },
        { type: 'SECTOR_CHANGED', subject: 'HOUSING', before: null, after: { name: 'Habitation' } },
      ),
    )
  const checkpoint = (outlets: CheckpointOutlet[] = [], database = fresh.database) =>
    writeCheckpoint({ database, signer, outlets })
  const exported = () =>
    fresh.database.snapshot(async ask => {
      let rows = ''
      for await (const row of exportJournal(ask)) rows += row
      return rows
    })
  const folderOf = (name: string) => join(folder, name)

  it('la clé n’est lisible que par qui la possède, et ne se refait pas', () => {
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    const before = readFileSync(keyFile, 'utf8')
    createSigningKeyFile(keyFile)
    expect(readFileSync(keyFile, 'utf8')).toBe(before)
    writeFileSync(folderOf('autre'), 'rien')
    expect(() => readSigner(folderOf('autre'), 'x')).toThrow('ne contient pas une clé')
    expect(() => readPublicKey(folderOf('absente'))).toThrow('ne peut être lu')
  })

  it('un point de contrôle dit en trois lignes d’où, combien et quelle tête, sur les deux journaux, et il est signé', async () => {
    await written()
    await administered()
    const note = (await checkpoint()) ?? ''
    const { seal, lines } = await verify(fresh.database)
    expect(note.split('\n').slice(0, 4)).toEqual(['plaintes.exemple.test/journal', String(lines), seal, ''])
    expect(lines).toBe(3)
    const [read] = readNotes(note) ?? []
    expect(read && isSignedBy(read, signer.publicKey)).toBe(true)
  })

  it('il reste vrai quand le journal grandit, et le suivant repart de lui', async () => {
    const first = readNotes((await checkpoint()) ?? '') ?? []
    await written()
    const then = readNotes((await checkpoint()) ?? '') ?? []
    expect(then[0]?.size).toBe((first[0]?.size ?? 0) + 2)
    const { breaks, seal } = await verify(fresh.database, [...first, ...then])
    expect(breaks).toEqual([])
    expect(then[0]?.head).toBe(seal)
  })

  it('s’ajoute au fichier sans toucher à ce qui y est, une seule fois par état du journal', async () => {
    const outlet = fileOutlet(folderOf('suite'))
    await checkpoint([outlet])
    const first = readFileSync(checkpointFile(folderOf('suite')), 'utf8')
    await checkpoint([outlet])
    expect(readFileSync(checkpointFile(folderOf('suite')), 'utf8')).toBe(first)
    await written()
    await checkpoint([outlet])
    const both = readFileSync(checkpointFile(folderOf('suite')), 'utf8')
    expect(both.startsWith(first)).toBe(true)
    expect(readNotes(both)).toHaveLength(2)
  })

  it('est envoyé à l’adresse indiquée, et un envoi qui échoue n’empêche pas le reste', async () => {
    const received: string[] = []
    const neighbour = createServer((request, response) => {
      let body = ''
      request.on('data', chunk => {
        body += chunk
      })
      request.on('end', () => {
        received.push(body)
        response.statusCode = request.url === '/ferme' ? 503 : 200
        response.end()
      })
    })
    await new Promise<void>(resolve => neighbour.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(neighbour.address() as AddressInfo).port}`
    await written()
    const outlets = [postOutlet(`${address}/ferme`), postOutlet(address), fileOutlet(folderOf('poste'))]
    const note = await checkpoint(outlets)
    await checkpoint(outlets)
    expect(received).toEqual([note, note])
    expect(readFileSync(checkpointFile(folderOf('poste')), 'utf8')).toBe(`${note}\n`)
    neighbour.close()
  })

  it('des processus qui en écrivent ensemble pendant que le journal grandit ne se contredisent pas', async () => {
    const outlet = fileOutlet(folderOf('ensemble'))
    await Promise.all(Array.from({ length: 30 }, (_, n) => (n % 3 === 0 ? checkpoint([outlet]) : written())))
    await checkpoint([outlet])
    const notes = readNotes(readFileSync(checkpointFile(folderOf('ensemble')), 'utf8')) ?? []
    expect(notes.length).toBeGreaterThan(0)
    const { breaks, seal } = await verify(fresh.database, notes)
    expect(breaks).toEqual([])
    expect(notes.at(-1)?.head).toBe(seal)
  })

  it('ne passe pas devant une ligne qui s’écrit encore', async () => {
    const slow = await fresh.database.pool.connect()
    await slow.query('begin')
    await slow.query(
      `insert into administration_journal (seq, type, event, actor_id, actor_role, at, hash, previous_hash)
       values (900, 'X', '{}', 'x', 'x', now(), repeat('a', 64), '')`,
    )
    const waiting = checkpoint()
    await new Promise(resolve => setTimeout(resolve, 50))
    await slow.query('rollback')
    slow.release()
    const [note] = readNotes((await waiting) ?? '') ?? []
    expect(note?.head).toBe((await verify(fresh.database)).seal)
  })

  it.each([
    ['une autre taille', (text: string) => text.replace(/^\d+$/m, '1')],
    ['une autre tête', (text: string) => text.replace(/^[0-9a-f]{64}$/m, '0'.repeat(64))],
    ['une autre origine', (text: string) => text.replaceAll('plaintes.exemple.test', 'ailleurs.exemple.test')],
    ['une autre signature', (text: string) => text.replace(/ ([A-Za-z0-9+/]{20})/, ` ${'A'.repeat(20)}`)],
  ])('un point de contrôle contrefait est reconnu : %s', async (_, forge) => {
    const forged = forge((await checkpoint()) ?? '')
    const [read] = readNotes(forged) ?? []
    expect(read && isSignedBy(read, signer.publicKey)).toBe(false)
    if (second.equipped) {
      expect(second.verifies(await exported(), forged, publicKeyText(signer)).holds).toBe(false)
    }
  })

  it('un fichier qui contient autre chose que des points de contrôle n’est pas lu à moitié', async () => {
    const note = (await checkpoint()) ?? ''
    for (const file of ['rien', `${note}\nrien`, ` ${note}`, note.replace('—', '-')]) {
      expect(readNotes(file)).toBeUndefined()
    }
  })

  // The first verifier is always tried; the second needs Python and openssl, which a machine may lack.
  it(
    second.equipped
      ? 'la seconde vérification, en Python et openssl, dit comme la première'
      : 'la seconde vérification N’EST PAS éprouvée ici : python3 ou openssl manque',
    async () => {
      const notes = `${await checkpoint()}\n`
      const journal = await exported()
      const { seal, lines } = await verify(fresh.database)
      expect(journal.split('\n').filter(row => row.startsWith('{"hash"'))).toHaveLength(lines)
      if (!second.equipped) return
      const key = publicKeyText(signer)
      expect(second.verifies(journal, notes, key)).toEqual({
        holds: true,
        said: `${lines} lignes vérifiées, 0 écarts. Sceau : ${seal}\n`,
      })
      expect(second.verifies(journal.replace('4,50 $', '5,50 $'), notes, key).said).toContain('a été modifiée')
      expect(second.verifies(journal.slice(journal.indexOf('\n') + 1), notes, key).said).toContain('ne suit pas')
      const shorter = journal
        .split('\n')
        .filter(row => !row.startsWith('{"head"'))
        .slice(0, -2)
      expect(second.verifies(`${shorter.join('\n')}\n`, notes, key).said).toContain('moins de lignes')
      expect(second.verifies(journal, '', key).said).toContain('ne peut être lu, ou il est vide')
    },
  )

  it('refuse de signer un journal qui ne suit plus ce qui est gardé hors de la base, jusqu’à ses propres traces', async () => {
    const outlet = fileOutlet(folderOf('fourche'))
    await written()
    await checkpoint([outlet])
    const kept = readFileSync(checkpointFile(folderOf('fourche')), 'utf8')
    const client = await fresh.database.pool.connect()
    await client.query(`set session_replication_role = 'replica'`)
    await client.query(
      `update journal set event = event || '{"note": "autre"}', hash = repeat('b', 64)
       where position = (select max(position) from journal)`,
    )
    await client.query('delete from checkpoint')
    client.release(true)
    await expect(checkpoint([outlet])).rejects.toThrow(JournalForked)
    expect(readFileSync(checkpointFile(folderOf('fourche')), 'utf8')).toBe(kept)
    expect(existsSync(checkpointFile(folderOf('fourche')))).toBe(true)
  })
})
