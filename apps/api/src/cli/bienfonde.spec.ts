import { existsSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { operator, slow } from '../testing/operator.ts'

describe('la commande bienfonde', { timeout: slow }, () => {
  const { data, launch, started, stopped, leave } = operator({ BIENFONDE_DEMONSTRATION: '3' })
  afterAll(leave)

  const lives = async (address: string) => (await fetch(`${address}/healthz`)).status

  it('crée tout au premier démarrage, dit où aller, et s’arrête proprement par Ctrl-C', async () => {
    const first = await started()
    expect(await lives(first.address)).toBe(200)
    expect(first.said()).toContain('responsable@exemple.test')
    expect(first.said()).toContain(`Données : base embarquée, dans ${data}`)
    expect(statSync(join(data, 'master.key')).mode & 0o777).toBe(0o600)
    expect(await stopped(first, 'SIGINT')).toBe(0)
    expect(existsSync(join(data, 'postgres/cluster/postmaster.pid'))).toBe(false)
  })

  it('retrouve ses données après kill -9', async () => {
    const killed = await started()
    await stopped(killed, 'SIGKILL')
    const again = await started()
    expect(await lives(again.address)).toBe(200)
    expect(await stopped(again, 'SIGTERM')).toBe(0)
  })

  it('dit en français que le port est occupé', async () => {
    const holder = createServer()
    const port = await new Promise<number>(resolve =>
      holder.listen(0, 'localhost', () => {
        const bound = holder.address()
        resolve(typeof bound === 'object' && bound ? bound.port : 0)
      }),
    )
    const refused = launch(['start'], { PORT: String(port) })
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toContain(`Le port ${port} est déjà occupé`)
    expect(refused.said()).not.toMatch(/ at .*:\d+:\d+/)
    holder.close()
  })

  it('refuse de démarrer sans la clé maîtresse ou avec une autre, et dit quoi faire', async () => {
    const key = join(data, 'master.key')
    renameSync(key, `${key}.ailleurs`)
    const without = launch(['start'])
    expect(await without.ended).toBe(1)
    expect(without.said()).toContain('est introuvable. Remettez en place le fichier de clé d’origine')
    writeFileSync(key, Buffer.alloc(32, 7).toString('base64'))
    const other = launch(['verify'])
    expect(await other.ended).toBe(1)
    expect(other.said()).toContain('n’est pas celle de cette base de données')
    renameSync(`${key}.ailleurs`, key)
  })

  it('vérifie le journal et refait les tableaux pendant que l’application est en marche', async () => {
    const running = await started()
    const verification = launch(['verify'])
    expect(await verification.ended).toBe(0)
    expect(verification.said()).toMatch(/0 ruptures/)
    const remade = launch(['rebuild'])
    expect(await remade.ended).toBe(0)
    expect(remade.said()).toContain('Les tableaux de lecture sont refaits : 3 dossiers.')
    expect(await lives(running.address)).toBe(200)
    await stopped(running, 'SIGINT')
  })

  it.each([
    [[], 0, 'Usage'],
    [['help'], 0, 'Usage'],
    [['start', '--help'], 0, 'Usage'],
    [['danser'], 2, 'Commande inconnue : danser'],
  ])('répond à « bienfonde %s »', async (words, code, said) => {
    const command = launch(words)
    expect(await command.ended).toBe(code)
    expect(command.said()).toContain(said)
  })
})
