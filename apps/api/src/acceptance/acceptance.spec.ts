import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../testing/freshDatabase.ts'
import { openMasterKey } from '../vault/epochs.ts'
import { playScenarios } from './playScenarios.ts'
import { type Expected, readScenarios, type Scenario } from './Scenario.ts'
import { scenariosPage } from './scenariosPage.ts'

const unfounded: Expected = {
  admissibility: 'ADMISSIBLE',
  ground: null,
  outcome: 'UNFOUNDED',
  prejudice: 'NONE',
  criteriaMet: [],
}
const founded: Expected = {
  ...unfounded,
  outcome: 'FOUNDED',
  prejudice: 'GROUP_INCLUDING_SELF',
  criteriaMet: ['BELOW_SERVICE_STANDARD', 'REPRESENTATIVE_ERROR'],
}
const inadmissible: Expected = { ...unfounded, admissibility: 'INADMISSIBLE', prejudice: null, outcome: 'INADMISSIBLE' }
const unassessed: Expected = { ...unfounded, prejudice: null }

const scenario = (id: string, expected: Expected, more: Partial<Scenario> = {}): Scenario => ({
  id,
  channel: 'courriel',
  languages: ['fr'],
  complainant: 'fictive',
  anonymity: 'identité connue',
  subject: 'Attente au comptoir',
  sector: 'Accueil',
  facts: 'La personne a attendu longtemps, puis le comptoir a fermé.',
  recommendation: 'Annoncer l’heure du dernier accueil.',
  notes: '',
  expected,
  ...more,
})

const scenarios: Scenario[] = [
  scenario('fondée', founded),
  scenario('fondée, en anglais', founded, { languages: ['en'] }),
  scenario('fondée, pour une autre personne', founded, { complainant: 'tiers (proche)', channel: null }),
  scenario('non fondée', unfounded, { channel: 'téléphone' }),
  scenario('fondée en partie', { ...founded, outcome: 'PARTLY_FOUNDED', prejudice: 'SELF' }),
  scenario('tribunal', { ...inadmissible, ground: 'COURT_PROCEEDINGS' }, { channel: 'courrier' }),
  scenario('menaces', { ...inadmissible, ground: 'HATEFUL_THREATENING_HARASSING' }),
  scenario('sans contact', { ...inadmissible, ground: 'SENDER_UNREACHABLE' }),
  ...[1, 2, 3, 4, 5].map(rank =>
    scenario(
      `renvoi ${rank}`,
      { ...inadmissible, ground: 'OUTSIDE_MINISTRY_RESPONSIBILITY', outcome: 'REFERRED' },
      { notes: `Renvoi R${rank}.` },
    ),
  ),
  scenario('anonyme', { ...unassessed, outcome: 'CLOSED_WITHOUT_FURTHER_ACTION' }, { anonymity: 'anonyme' }),
  scenario('permission refusée', { ...unassessed, outcome: 'CLOSED_WITHOUT_FURTHER_ACTION' }),
  scenario('entente', { ...unassessed, outcome: 'RESOLVED_INFORMALLY' }),
  scenario('recours', { ...unassessed, outcome: 'ESCALATED_TO_OMBUDSMAN' }),
]

describe('les scénarios d’acceptation', () => {
  const directory = mkdtempSync(join(tmpdir(), 'bienfonde-scenarios-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))
  const written = (content: object) => {
    const file = join(directory, 'scenarios.json')
    writeFileSync(file, JSON.stringify(content))
    return file
  }

  it('se jouent par l’API jusqu’à la fin attendue, et la page qui les liste dit les étapes prises', async () => {
    const fresh = await freshDatabase()
    const master = await openMasterKey(fresh.database, randomBytes(32))
    const impossible = scenario('impossible', { ...founded, prejudice: 'NONE' })
    const results = await playScenarios({ database: fresh.database, master }, [...scenarios, impossible])
    await fresh.drop()
    const failed = results.filter(({ differences }) => differences.length > 0)
    // Without prejudice, nothing can be founded: the application says so and the scenario fails.
    expect(failed.map(({ scenario: { id }, differences: [first] }) => [id, first])).toEqual([
      ['impossible', expect.stringContaining('NOT_FOUNDED')],
    ])
    const page = scenariosPage(results)
    expect(page).toContain(`${scenarios.length} scénarios réussis sur ${scenarios.length + 1}.`)
    expect(page).toMatch(/\| entente \| — \| Résolue de façon informelle \| Inscrire une plainte → .* → Aviser/)
  })

  it('ne se lisent que d’un fichier dont chaque fin est connue', () => {
    expect(readScenarios(written({ scenarios }))).toHaveLength(scenarios.length)
    const unknown = { ...unfounded, outcome: 'OUBLIÉE' }
    expect(() => readScenarios(written({ scenarios: [{ ...scenarios[0], expected: unknown }] }))).toThrow('OUBLIÉE')
    expect(() => readScenarios(written({}))).toThrow('aucun scénario')
    expect(() => readScenarios(join(directory, 'absent.json'))).toThrow('introuvable')
  })
})
