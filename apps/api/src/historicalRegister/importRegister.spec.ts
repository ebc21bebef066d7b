import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Question } from '../statistics/Question.ts'
import { statisticsOf } from '../statistics/Statistics.ts'
import { freshDatabase } from '../testing/freshDatabase.ts'
import { writeWorkbook } from '../testing/workbook.ts'
import { openMasterKey } from '../vault/epochs.ts'
import type { MasterKey } from '../vault/keys.ts'
import { type ImportAsked, type ImportHearing, importRegister } from './importRegister.ts'
import { withdrawRegister } from './withdrawRegister.ts'

const mapping = {
  register: 'registre-essai',
  key: ['No'],
  ignored: ['s. o.'],
  fields: {
    receivedOn: { column: 'Reçue', formats: ['YYYY-MM-DD', 'D MMMM YYYY'] },
    closedOn: { column: 'Fermée', formats: ['YYYY-MM-DD'] },
    outcome: { column: 'Suite', codes: { Fondée: 'FOUNDED', 'Non fondée': 'UNFOUNDED', 'En cours': null } },
    criteria: {
      column: 'Critères',
      separator: '/',
      codes: { Erreur: 'REPRESENTATIVE_ERROR', Délai: 'BELOW_SERVICE_STANDARD' },
    },
    subject: { column: 'Objet' },
    sector: { column: 'Secteur', codes: { Habitation: 'HOUSING' }, otherwise: null },
    anonymous: { column: 'Anonyme', default: false },
    intakeChannel: { constant: 'LETTER' },
  },
}
const header = 'No;Nom;Reçue;Fermée;Suite;Critères;Objet;Secteur;Anonyme'
const sound = (number: number) =>
  `R-${number};Zéphirine Quenneville;2019-05-${String((number % 28) + 1).padStart(2, '0')};;En cours;;Délai;Habitation;`

describe('la reprise d’un registre antérieur', () => {
  const directory = mkdtempSync(join(tmpdir(), 'bienfonde-reprise-'))
  const at = (name: string) => join(directory, name)
  let fresh: Awaited<ReturnType<typeof freshDatabase>>
  let master: MasterKey
  beforeAll(async () => {
    fresh = await freshDatabase()
    master = await openMasterKey(fresh.database, randomBytes(32))
    await fresh.database.pool.query(`insert into sector (code, name, active) values ('HOUSING', 'Habitation', false)`)
  })
  beforeEach(async () => {
    await fresh.database.pool.query(
      `with gone as (delete from statistics_fact where historical returning dossier_no)
       update statistics_change set written = pg_current_xact_id() from gone where gone.dossier_no = statistics_change.dossier_no`,
    )
    await fresh.database.pool.query('truncate historical_complaint, historical_import_batch, historical_import')
  })
  afterAll(async () => {
    await fresh.drop()
    rmSync(directory, { recursive: true, force: true })
  })

  function written(lines: string[], change: object = {}) {
    writeFileSync(at('registre.csv'), `${[header, ...lines].join('\n')}\n`)
    writeFileSync(at('mappage.json'), JSON.stringify({ ...mapping, ...change }))
    return { file: at('registre.csv'), mapping: at('mappage.json') }
  }
  const quiet: ImportHearing = {
    stage: () => () => undefined,
    halted: () => false,
    now: () => new Date('2026-05-04T15:00Z'),
  }
  const imported = (
    asked: Pick<ImportAsked, 'file' | 'mapping'> & Partial<ImportAsked>,
    hearing: Partial<ImportHearing> = {},
  ) =>
    importRegister(
      { database: fresh.database, master },
      { dryRun: false, partial: false, report: undefined, ...asked },
      { ...quiet, ...hearing },
    )
  const rows = async (text: string) => (await fresh.database.pool.query(text)).rows
  const kept = async () => (await rows('select count(*)::int as kept from historical_complaint'))[0].kept

  it('prend ce que dit chaque ligne, et rien des autres colonnes', async () => {
    const lines = [
      'R-1;Zéphirine Quenneville;2019-05-06;2019-06-03;Fondée;Erreur / Délai;Délai de réponse;Habitation;oui',
      'R-2;Zéphirine Quenneville;1 mai 2019;;s. o.;;Accueil;Autre;',
    ]
    const done = await imported(written(lines))
    expect(done).toMatchObject({ examined: { lines: 2, fresh: 2, known: 0, refused: 0 }, flaws: [] })
    expect(done.taken).toEqual({ tally: { added: 2, known: 0, refused: 0 }, ended: true, resumed: false })
    const found = await rows(
      `select line, received_on::text, closed_on::text, closed, outcome, criteria, subject, sector, anonymous, intake_channel, language
       from historical_complaint order by line`,
    )
    expect(found).toEqual([
      {
        ...{ line: 2, received_on: '2019-05-06', closed_on: '2019-06-03', closed: true, outcome: 'FOUNDED' },
        ...{ criteria: ['REPRESENTATIVE_ERROR', 'BELOW_SERVICE_STANDARD'], subject: 'Délai de réponse' },
        ...{ sector: 'HOUSING', anonymous: true, intake_channel: 'LETTER', language: null },
      },
      {
        ...{ line: 3, received_on: '2019-05-01', closed_on: null, closed: false, outcome: null, criteria: [] },
        ...{ subject: 'Accueil', sector: null, anonymous: false, intake_channel: 'LETTER', language: null },
      },
    ])
    const dump = JSON.stringify(await rows('select h::text from historical_complaint h'))
    expect(dump).not.toMatch(/Quenneville|R-1/)
  })

  it('entre dans les chiffres avec ce que chaque ligne dit, à part de ce qui est traité ici', async () => {
    const statistics = statisticsOf(fresh.database)
    const question: Question = {
      ...{ unit: 'DOSSIERS', from: '2019-01-01', to: '2019-12-31', asOf: null, delays: true },
      ...{ groupBy: ['ORIGIN', 'SUBJECT', 'OUTCOME'], filter: {} },
    }
    const told = async (change: Partial<Question> = {}) => {
      const { figures } = await statistics.now('2026-05-04')
      return figures({ ...question, ...change }).map(({ key, flows, open, delay }) => [
        key.map(({ value }) => value).join(' '),
        ...[flows('RECEIVED'), flows('CLOSED'), open, delay('CLOSING').median],
      ])
    }
    expect(await told()).toEqual([])
    await imported(
      written([
        'R-1;x;2019-05-06;2019-05-10;Fondée;;Délai;;',
        'R-2;x;2019-05-06;2019-05-08;Fondée;;Délai;;',
        'R-3;x;2019-05-06;;Non fondée;;Délai;;',
        'R-4;x;2019-05-06;;En cours;;Délai;;',
      ]),
    )
    expect((await told()).toSorted()).toEqual([
      ['REGISTER Délai ', 1, 0, 1, null],
      ['REGISTER Délai FOUNDED', 2, 2, 0, 3],
      ['REGISTER Délai UNFOUNDED', 1, 1, 0, null],
    ])
    expect(await told({ filter: { ORIGIN: ['JOURNAL'] } })).toEqual([])
    expect(await told({ asOf: '2026-05-03' })).toEqual([])
  })

  it('refuse tout si une ligne est en cause, et le dit sans répéter ce qu’elle contient', async () => {
    const lines = [
      sound(1),
      'R-2;Zéphirine Quenneville;6/5/19;;Perdue;;Délai;;',
      'R-3;Zéphirine Quenneville;2019-05-06;2019-05-01;En cours;Erreur;Zéphirine Quenneville, 418 555-0142;;',
      'R-4;Zéphirine Quenneville',
      sound(1),
      ';Zéphirine Quenneville;2019-05-06;;;;;;',
    ]
    const report = at('rapport.csv')
    const done = await imported({ ...written(lines), report })
    expect(done.examined).toMatchObject({ lines: 6, fresh: 1, refused: 5 })
    expect(done.taken).toBeNull()
    expect(await kept()).toBe(0)
    const said = readFileSync(report, 'utf8')
    expect(said.replace('\uFEFF', '').trimEnd().split('\r\n')).toEqual([
      'Ligne;Renseignement;Colonne;Problème;Code',
      '3;Date de réception;Reçue;La valeur n’est pas une date d’un format déclaré.;NOT_A_DAY',
      '3;Résultat;Suite;La valeur n’a pas de correspondance dans le mappage.;CODE_UNDECLARED',
      '4;Objet;Objet;Le texte pourrait désigner une personne.;MAY_IDENTIFY',
      '4;Date de fermeture;Fermée;La date précède celle de la réception.;BEFORE_RECEIPT',
      '4;Critères rencontrés;Critères;La valeur ne va pas avec le résultat de la plainte.;NOT_OF_THIS_OUTCOME',
      '5;;;La ligne n’a pas autant de cellules que l’en-tête.;CELLS_MISCOUNTED',
      '6;;;Une ligne précédente a la même clé.;KEY_REPEATED',
      '7;;;La clé de la ligne est vide.;KEY_MISSING',
    ])
    expect(JSON.stringify(done) + said).not.toMatch(/Quenneville|555|Perdue|6\/5|R-\d/)
  })

  it('à l’essai, n’écrit que le rapport', async () => {
    const done = await imported({ ...written([sound(1), sound(2)]), dryRun: true, report: at('essai.csv') })
    expect(done).toMatchObject({ examined: { fresh: 2, refused: 0 }, taken: null })
    expect(await kept()).toBe(0)
    expect(await rows('select 1 from historical_import')).toEqual([])
    expect(readdirSync(directory).filter(name => name.endsWith('.incomplet'))).toEqual([])
  })

  it('reprend les lignes saines si on le demande, puis celles qu’on a corrigées', async () => {
    const spoiled = 'R-2;x;hier;;;;;;'
    const first = await imported({ ...written([sound(1), spoiled, sound(3)]), partial: true })
    expect(first.taken?.tally).toEqual({ added: 2, known: 0, refused: 1 })
    const second = await imported(written([sound(1), sound(2), sound(3)]))
    expect(second).toMatchObject({ examined: { fresh: 1, known: 2 }, taken: { tally: { added: 1, known: 2 } } })
    expect(await kept()).toBe(3)
  })

  it('deux fois ne prend rien de plus, que la clé soit déclarée ou non', async () => {
    const lines = [sound(1), sound(2), sound(3)]
    for (const change of [{}, { register: 'sans-cle', key: [] }]) {
      const before = await kept()
      expect((await imported(written(lines, change))).taken?.tally.added).toBe(3)
      expect((await imported(written(lines, change))).taken?.tally).toEqual({ added: 0, known: 3, refused: 0 })
      expect((await imported(written([...lines].reverse(), change))).taken?.tally.added).toBe(0)
      expect(await kept()).toBe(before + 3)
    }
  })

  it('s’inscrit au journal de l’administration, au début et à la fin', async () => {
    await imported(written([sound(1)]))
    const [begun, ended] = await rows(
      `select type, event, actor_role as role from administration_journal order by seq desc limit 2`,
    ).then(found => found.reverse())
    expect(begun).toMatchObject({
      type: 'REGISTER_IMPORT_BEGUN',
      role: 'OPERATOR',
      event: { subject: 'REGISTER:registre-essai' },
    })
    expect(begun.event.after.file).toMatch(/^[0-9a-f]{64}$/)
    expect(ended).toMatchObject({
      type: 'REGISTER_IMPORTED',
      event: { after: { register: 'registre-essai', added: 1, refused: 0 } },
    })
  })

  it('se défait : un registre retiré sort des chiffres, et peut être repris sous un autre mappage', async () => {
    const open = async () => {
      const { figures } = await statisticsOf(fresh.database).now('2026-05-04')
      const whole = {
        unit: 'DOSSIERS',
        from: '2019-05-01',
        to: '2019-05-31',
        groupBy: [],
        filter: {},
        asOf: null,
      } as const
      return figures({ ...whole, delays: false })[0]?.flows('RECEIVED') ?? 0
    }
    await imported(written([sound(1), sound(2)]))
    await imported(written([sound(1)], { register: 'autre' }))
    expect(await open()).toBe(3)
    expect(await withdrawRegister(fresh.database, 'registre-essai', new Date())).toBe(2)
    expect(await open()).toBe(1)
    await expect(withdrawRegister(fresh.database, 'registre-essai', new Date())).rejects.toThrow(
      'Aucun registre « registre-essai » n’a été repris dans cette base. Registres repris : « autre ».',
    )
    expect((await imported(written([sound(1), sound(2)]))).taken?.tally.added).toBe(2)
  })

  it('tient les mêmes clés de deux registres pour des lignes différentes', async () => {
    await imported(written([sound(1)]))
    expect((await imported(written([sound(1)], { register: 'autre' }))).taken?.tally.added).toBe(1)
  })

  it('prend d’un classeur ce qu’elle prend d’un CSV, jours en nombres compris', async () => {
    const asked = written([])
    writeWorkbook(at('registre.xlsx'), {
      Plaintes: [header.split(';'), ['R-1', 'Z. Q.', 43_591, null, 'Fondée', 'Erreur', 'Délai', 'Habitation', true]],
    })
    expect((await imported({ ...asked, file: at('registre.xlsx') })).taken?.tally.added).toBe(1)
    expect(await rows('select received_on::text, anonymous, criteria from historical_complaint')).toEqual([
      { received_on: '2019-05-06', anonymous: true, criteria: ['REPRESENTATIVE_ERROR'] },
    ])
  })

  describe('coupée', () => {
    const lines = Array.from({ length: 9_000 }, (_, at) => sound(at))
    const cutAfter = (stages: number) => {
      let told = 0
      let taking = false
      return {
        stage: (stage: 'EXAMINE' | 'TAKE_UP') => {
          taking = stage === 'TAKE_UP'
          return () => {
            if (taking) told += 1
          }
        },
        halted: () => told >= stages,
      }
    }

    it('pendant la lecture, ne laisse rien', async () => {
      const done = await imported({ ...written(lines), report: at('coupe.csv') }, { halted: () => true })
      expect(done).toMatchObject({ examined: { halted: true }, taken: null })
      expect(await kept()).toBe(0)
      expect(existsSync(at('coupe.csv'))).toBe(false)
    })

    it('pendant la reprise, continue d’où elle en est sans rien prendre deux fois', async () => {
      const asked = written(lines)
      const cut = await imported(asked, cutAfter(3))
      expect(cut.taken).toMatchObject({ ended: false })
      const before = await kept()
      expect(before).toBeGreaterThan(0)
      expect(before).toBeLessThan(9_000)
      const rest = await imported(asked)
      expect(rest.taken).toEqual({ tally: { added: 9_000, known: 0, refused: 0 }, ended: true, resumed: true })
      expect(await kept()).toBe(9_000)
      expect(await rows('select count(*)::int as imports from historical_import')).toEqual([{ imports: 1 }])
      expect(
        await rows('select sum(added)::int as added, max(last_line) as line from historical_import_batch'),
      ).toEqual([{ added: 9_000, line: 9_001 }])
    })

    it('par l’arrêt de la base, garde des lots entiers et continue', async () => {
      const asked = written(lines)
      const operator = fresh.database.apart()
      await operator.connect()
      let stopped: Promise<unknown> | undefined
      const stop = () => {
        stopped ??= operator.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        )
      }
      const cut = imported(asked, { stage: stage => () => (stage === 'TAKE_UP' ? stop() : undefined) })
      await expect(cut).rejects.toThrow(/terminat|EPIPE|queryable/)
      await stopped
      await operator.end()
      const before = await kept()
      expect(before).toBeLessThan(9_000)
      expect(await rows('select coalesce(sum(added), 0)::int as added from historical_import_batch')).toEqual([
        { added: before },
      ])
      expect((await imported(asked)).taken?.tally.added).toBe(9_000)
      expect(await kept()).toBe(9_000)
    })

    it('par un fichier qui change, ne se termine pas', async () => {
      const asked = written(lines)
      const growing = imported(asked, {
        stage: stage => () => (stage === 'TAKE_UP' ? appendFileSync(asked.file, `${sound(9_001)}\n`) : undefined),
      })
      await expect(growing).rejects.toThrow('a changé pendant sa lecture')
      expect(await rows('select ended_at from historical_import')).toEqual([{ ended_at: null }])
    })

    it('n’en laisse pas commencer une autre tant qu’elle dure', async () => {
      const asked = written(lines)
      let other: Promise<unknown> | undefined
      await imported(asked, {
        stage: () => () => {
          other ??= imported(asked).catch(error => error)
        },
      })
      expect(await other).toMatchObject({
        message: expect.stringContaining('Une autre reprise de registre est en cours'),
      })
    })
  })

  it.each([
    [{ fields: { ...mapping.fields, sector: { constant: 'NOWHERE' } } }, 'des secteurs qui n’existent pas : NOWHERE'],
    [{ key: ['Numéro'] }, 'une colonne que le fichier n’a pas : « Numéro »'],
    [{ register: 'X' }, 'register : a des minuscules'],
  ])('%j est refusé avant de lire', async (change, said) => {
    await expect(imported(written([sound(1)], change))).rejects.toThrow(said)
  })

  it('un mappage absent ou qui n’est pas du JSON est refusé', async () => {
    const asked = written([sound(1)])
    await expect(imported({ ...asked, mapping: at('absent.json') })).rejects.toThrow('est introuvable')
    writeFileSync(at('mappage.json'), '{')
    await expect(imported(asked)).rejects.toThrow('n’est pas du JSON')
  })

  it('un rapport qui ne peut être écrit est dit avant de lire', async () => {
    const asked = { ...written([sound(1)]), report: at('absent/rapport.csv') }
    await expect(imported(asked)).rejects.toThrow('Le rapport ne peut être écrit')
    await expect(imported({ ...asked, report: asked.file })).rejects.toThrow('prendrait la place du registre')
    expect(await kept()).toBe(0)
  })
})
