import { randomBytes } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { operator, slow } from '../testing/operator.ts'

describe('bienfonde rotate-keys', { timeout: slow }, () => {
  const { data, launch, started, stopped, leave } = operator({ BIENFONDE_DEMONSTRATION: '3' })
  const nextFile = join(data, 'next.key')
  const next = { BIENFONDE_MASTER_KEY_NEXT_FILE: nextFile }
  afterAll(leave)

  /** The embedded database of the application that runs, met through its socket. */
  async function connected() {
    const lines = readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')
    const client = new pg.Client({ host: lines[4] ?? '', user: 'postgres', database: 'postgres' })
    await client.connect()
    return client
  }

  it('demande la clé nouvelle quand elle n’est pas donnée', async () => {
    await stopped(await started(), 'SIGINT')
    const without = launch(['rotate-keys'])
    expect(await without.ended).toBe(1)
    expect(without.said()).toContain('BIENFONDE_MASTER_KEY_NEXT_FILE')
    const wrong = launch(['rotate-keys', '--batch', 'deux'], next)
    expect(await wrong.ended).toBe(2)
  })

  it('arrêtée par Ctrl-C, dit ce qui reste, reprend, et finit pendant que l’application est en marche', async () => {
    writeFileSync(nextFile, randomBytes(32).toString('base64'), { mode: 0o600 })
    const running = await started(next)
    const client = await connected()
    // The second dossier is held, so that the rotation is surely in the middle when Ctrl-C comes.
    await client.query('begin')
    await client.query(
      `select from vault_key
       where dossier_id = (select dossier_id from vault_key order by dossier_id offset 1 limit 1) for update`,
    )
    const halted = launch(['rotate-keys', '--batch', '1'], next)
    const progressed = async () =>
      (await client.query('select from vault_key where epoch = 2')).rowCount === 1 || halted.child.exitCode !== null
    while (!(await progressed())) await new Promise(resolve => setTimeout(resolve, 50))
    halted.child.kill('SIGINT')
    while (!halted.said().includes('Arrêt demandé')) await new Promise(resolve => setTimeout(resolve, 50))
    await client.query('commit')
    expect(await halted.ended).toBe(1)
    expect(halted.said()).toMatch(/n’est pas terminée : \d+ dossiers? /)

    const resumed = launch(['rotate-keys'], next)
    expect(await resumed.ended).toBe(0)
    expect(resumed.said()).toContain('La rotation est terminée')
    expect((await client.query('select from vault_key where epoch < 2')).rowCount).toBe(0)
    await client.end()
    expect((await fetch(`${running.address}/healthz`)).status).toBe(200)
    await stopped(running, 'SIGINT')
  })

  it('finie, l’ancienne clé seule est refusée au démarrage, et la nouvelle seule suffit', async () => {
    const old = launch(['verify'])
    expect(await old.ended).toBe(1)
    expect(old.said()).toContain('une clé maîtresse plus récente')
    copyFileSync(nextFile, join(data, 'master.key'))
    const alone = launch(['verify'])
    expect(await alone.ended).toBe(0)
  })
})
