import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operator, slow } from '../testing/operator.ts'

describe('la commande « import »', { timeout: slow }, () => {
  const { data, launch, leave } = operator()
  afterAll(leave)

  const register = join(data, 'registre.csv')
  const mapping = join(data, 'mappage.json')
  const lines = 60_000
  beforeAll(() => {
    const rows = Array.from(
      { length: lines },
      (_, at) => `R-${at};2018-03-${String((at % 28) + 1).padStart(2, '0')};Délai`,
    )
    writeFileSync(register, ['No;Reçue;Objet', ...rows].join('\n'))
    const receivedOn = { column: 'Reçue', formats: ['YYYY-MM-DD'] }
    writeFileSync(
      mapping,
      JSON.stringify({ register: 'essai', key: ['No'], fields: { receivedOn, subject: { column: 'Objet' } } }),
    )
  })
  const plain = (said: string) => said.replace(/[\u00a0\u202f]/g, ' ')
  async function run(...words: string[]) {
    const command = launch(['import', ...words])
    const code = await command.ended
    return { code, said: plain(command.said()) }
  }

  it('demande un mappage', async () => {
    expect(await run(register)).toMatchObject({
      code: 2,
      said: expect.stringContaining('Il manque --mapping <fichier>'),
    })
  })

  it('dit en une phrase ce qui manque, sans trace', async () => {
    const { code, said } = await run(join(data, 'absent.csv'), '--mapping', mapping)
    expect(code).toBe(1)
    expect(said).toContain('absent.csv est introuvable.')
    expect(said).not.toMatch(/ at .*:\d+:\d+/)
  })

  it('à l’essai, dit ce qui serait repris et les lignes en cause', async () => {
    const spoiled = join(data, 'gate.csv')
    writeFileSync(spoiled, 'No;Reçue;Objet\nR-1;2018-03-01;Délai\nR-2;demain;Délai\n')
    const report = join(data, 'rapport.csv')
    const { code, said } = await run(spoiled, '--mapping', mapping, '--dry-run', '--report', report)
    expect(code).toBe(1)
    expect(said).toContain('2 lignes : 1 à reprendre, 0 déjà reprises, 1 en cause.')
    expect(said).toContain('Date de réception : La valeur n’est pas une date d’un format déclaré. (1 fois ; ligne 3)')
    expect(said).toContain('Essai seulement : rien n’est repris.')
    expect(readFileSync(report, 'utf8')).toContain('3;Date de réception;Reçue;')
  })

  it('continue après kill -9 d’où elle en était, et ne prend rien deux fois', async () => {
    const killed = launch(['import', register, '--mapping', mapping])
    while (!killed.said().includes('Reprise [') && killed.child.exitCode === null)
      await new Promise(resolve => setTimeout(resolve, 5))
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(killed.said()).not.toContain('Reprise terminée')

    const rest = await run(register, '--mapping', mapping)
    expect(rest.code).toBe(0)
    expect(rest.said).toContain(
      'Reprise continuée et terminée : 60 000 dossiers repris, 0 déjà repris, 0 ligne laissée.',
    )

    const twice = await run(register, '--mapping', mapping)
    expect(twice.said).toContain('60 000 lignes : 0 à reprendre, 60 000 déjà reprises, 0 en cause.')
    expect(twice.said).toContain('Reprise terminée : 0 dossier repris, 60 000 déjà repris, 0 ligne laissée.')

    const withdrawn = await run('--withdraw', 'essai')
    expect(withdrawn).toMatchObject({
      code: 0,
      said: expect.stringContaining('60 000 dossiers de moins dans les chiffres.'),
    })
    expect(await run('--withdraw', 'essai')).toMatchObject({ code: 1, said: expect.stringContaining('Aucun registre') })
  })
})
