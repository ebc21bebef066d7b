import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { startEmbedded } from './embedded.ts'

describe('la base de données embarquée', () => {
  const directory = mkdtempSync(join(tmpdir(), 'bienfonde-essai-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  const ask = async (host: string, sql: string) => {
    const client = new pg.Client({ host, user: 'postgres', database: 'postgres' })
    await client.connect()
    const { rows } = await client.query(sql)
    await client.end()
    return rows
  }

  it('n’écoute que sur un socket privé, s’arrête proprement et retrouve ses données', async () => {
    const first = await startEmbedded({ directory })
    await ask(first.host, 'create table kept as select 42 as answer')
    expect(await ask(first.host, "select current_setting('listen_addresses') as heard")).toEqual([{ heard: '' }])
    await first.stop()
    expect(existsSync(first.host)).toBe(false)
    expect(existsSync(join(directory, 'cluster/postmaster.pid'))).toBe(false)

    const second = await startEmbedded({ directory })
    expect(await ask(second.host, 'select answer from kept')).toEqual([{ answer: 42 }])
    await second.stop()
  })

  it('est partagée par une seconde commande pendant que la première vit', async () => {
    const first = await startEmbedded({ directory })
    const second = await startEmbedded({ directory })
    expect(second.host).toBe(first.host)
    await second.stop()
    expect(await ask(first.host, 'select answer from kept')).toEqual([{ answer: 42 }])
    await first.stop()
  })

  it.each([
    ['quand le système arrête les orphelins', process.env.PATH],
    ['quand il les laisse vivre', '/absent'],
  ])('redémarre après la mort brutale de l’application, %s', async (_, path) => {
    const script = `import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
      const { host } = await startEmbedded({ directory: ${JSON.stringify(directory)} })
      process.stdout.write(host)
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PATH: path },
    })
    const host = await new Promise<string>(resolve => child.stdout.once('data', chunk => resolve(String(chunk))))
    const [{ before }] = await ask(host, 'select count(*)::int as before from kept')
    await ask(host, 'insert into kept values (43)')
    child.kill('SIGKILL')
    await new Promise(resolve => child.once('exit', resolve))

    const again = await startEmbedded({ directory })
    expect(again.host).not.toBe(host)
    expect(await ask(again.host, 'select count(*)::int as lines from kept')).toEqual([{ lines: before + 1 }])
    expect(readFileSync(join(directory, 'launcher'), 'utf8')).toMatch(new RegExp(`^${process.pid} `))
    await again.stop()
  })
})
