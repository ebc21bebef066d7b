import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readNotes } from '../checkpoints/Checkpoint.ts'
import { auditor } from '../testing/auditor.ts'
import { operator, slow } from '../testing/operator.ts'

describe('les commandes du journal', { timeout: slow }, () => {
  const { data, launch, started, stopped, leave } = operator({ BIENFONDE_DEMONSTRATION: '3' })
  const second = auditor()
  const kept = join(data, 'checkpoints/journal.checkpoints')
  const exported = join(second.folder, 'exporte.ndjson')
  const said = async (...words: string[]) => {
    const command = launch(words)
    return { code: await command.ended, said: command.said() }
  }
  let running: Awaited<ReturnType<typeof started>>
  beforeAll(async () => {
    running = await started()
  }, slow)
  afterAll(async () => {
    await stopped(running, 'SIGINT')
    leave()
    second.leave()
  }, slow)

  it('l’application en marche signe d’elle-même, avec une clé qu’elle seule lit', async () => {
    for (let waited = 0; !existsSync(kept) && waited < 100; waited++)
      await new Promise(resolve => setTimeout(resolve, 100))
    expect(readNotes(readFileSync(kept, 'utf8'))).toHaveLength(1)
    expect(statSync(join(data, 'checkpoint.key')).mode & 0o777).toBe(0o600)
  })

  it('la vérification compare le journal aux points de contrôle, et en prend d’autres', async () => {
    const { code, said: told } = await said('verify', '--vault')
    expect(told).toContain(`1 points de contrôle de « ${kept} », 0 sans la signature attendue.`)
    expect(told).toMatch(/\d+ éléments du coffre éprouvés, 0 dossiers atteints/)
    expect(code).toBe(0)
    const forged = join(second.folder, 'contrefait')
    writeFileSync(forged, readFileSync(kept, 'utf8').replace(/^\d+$/m, '2'))
    const refused = await said('verify', '--checkpoint', forged)
    expect(refused.code).toBe(1)
    expect(refused.said).toContain('Le point de contrôle de 2 lignes n’est pas signé par la clé attendue.')
    expect((await said('verify', '--checkpoint', join(second.folder, 'absent'))).code).toBe(1)
  })

  it('le journal s’exporte avec ce qu’il faut pour le vérifier ailleurs', async () => {
    const { code, said: told } = await said('journal', 'export', exported)
    expect([code, told]).toEqual([0, expect.stringContaining('tools/verify_journal.py')])
    const publicKey = await said('checkpoint', '--public-key')
    expect(readFileSync(`${exported}.pem`, 'utf8')).toBe(publicKey.said)
    const [journal, notes] = [exported, `${exported}.checkpoints`].map(file => readFileSync(file, 'utf8'))
    expect(readNotes(notes ?? '')).toHaveLength(1)
    expect(journal).not.toContain('"words":{')
    if (second.equipped) expect(second.verifies(journal ?? '', notes ?? '', publicKey.said).holds).toBe(true)
  })

  it('rien n’est signé après ce qui contredit le fichier gardé hors de la base', async () => {
    const before = readFileSync(kept, 'utf8')
    const [note] = readNotes(before) ?? []
    writeFileSync(kept, before.replace(note?.head ?? '', 'f'.repeat(64)))
    const refused = await said('checkpoint')
    writeFileSync(kept, before)
    expect(refused.code).toBe(1)
    expect(refused.said).toContain('Le journal ne suit plus le dernier point de contrôle')
    rmSync(exported)
  })
})
