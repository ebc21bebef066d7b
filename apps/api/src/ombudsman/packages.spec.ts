import { spawnSync } from 'node:child_process'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alteredPackages } from '../testing/alteredPackages.ts'
import { call, ministry, today } from '../testing/ministry.ts'
import { readArchive } from './archive.ts'
import { documentsGiven } from './documentsGiven.ts'
import { verifyPackage } from './verifyPackage.ts'

const at = (name: string) => `${name}@exemple.test`
const [agente, responsable, habitation, protecteur] = [
  at('agente'),
  at('responsable'),
  at('habitation'),
  at('protecteur'),
]
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const contact = { name: 'Rose Exemple', title: 'Responsable des plaintes', telephone: '418 555-0100', extension: '12' }
const program = new URL('../../../../tools/verify_package.py', import.meta.url).pathname
const hasPython = ['python3', 'openssl'].every(command => spawnSync(command, ['--help']).status === 0)
const mutations = Number(env.MUTATIONS ?? 110)
const entire = 'entier, et signé par cette clé'
type Package = { dossier: string; line: number }
const persons = ['Zéphirine', 'Quenneville', 'zephirine.quenneville', '555-0142', 'Épinettes', 'A1B 2C3']

describe('les envois au Protecteur du citoyen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bienfonde-envois-'))
  const key = join(folder, 'publique.pem')
  writeFileSync(key, publicKey.export({ type: 'spki', format: 'pem' }))
  let app: Awaited<ReturnType<typeof ministry>>
  beforeAll(async () => {
    app = await ministry({ signer: { origin: 'plaintes.exemple.test/journal', key: privateKey, publicKey } })
  })
  afterAll(async () => {
    await app.stop()
    rmSync(folder, { recursive: true })
  })

  const fetched = async (email: string | undefined, asked: object) => {
    const cookie = email ? (await app.browserOf(email)).cookie : ''
    return fetch(`${app.url}/files/package.zip`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      body: JSON.stringify(asked),
    })
  }
  const given = async (email: string, asked: Package) => Buffer.from(await (await fetched(email, asked)).arrayBuffer())
  /** What the second program says of each, in one process: starting one for each costs more than verifying. */
  const independent = (copies: readonly Buffer[]) => {
    const files = copies.map((bytes, n) => {
      const file = join(folder, `envoi-${n}.zip`)
      writeFileSync(file, bytes)
      return file
    })
    const said = spawnSync('python3', [program, ...files, key], { encoding: 'utf8' }).stdout.split('\n')
    return files.map(file => said.filter(line => line === `${file} : REFUSÉ` || line === `${file} : ${entire}`))
  }

  async function escalated(more: object = {}) {
    const dossier = app.dossier()
    await dossier.take(agente, 'registerComplaint', call)
    await dossier.take(responsable, 'declareAdmissible', { matter: 'M1', reasons: 'La plainte porte sur un service.' })
    await dossier.take(responsable, 'escalateToOmbudsman', {
      initiatedBy: 'COMPLAINANT',
      escalatedOn: today,
      ombudsmanFileNumber: 'PC-2026-77',
      reason: 'La personne veut une autre lecture.',
      ...more,
    })
    return dossier
  }
  async function prepared(input: object = {}, more: object = {}) {
    const dossier = await escalated(more)
    const taken = await dossier.take(responsable, 'preparePackage', {
      escalation: 'E1',
      withIdentity: false,
      basis: 'NONE',
      contact,
      ...input,
    })
    return { dossier: dossier.id, line: Number(taken.lines[0]) }
  }
  const consented = () => prepared({ withIdentity: true, basis: 'CONSENT' }, { consentGivenOn: today })
  const listed = async (email: string) =>
    (await app.browserOf(email)).ask<{
      ombudsmanPackages: { dossier: string; takes: boolean; fetched: number; sha256: string | null }[]
    }>(
      '{ ombudsmanPackages { fileNumber ombudsmanFileNumber withIdentity basisLabel contact dossier takes fetched sha256 bytes } }',
    )

  it('portent, sans l’identité par défaut, tout ce qui explique la décision, et rien qui nomme la personne', async () => {
    const whole = await given(protecteur, await prepared())
    expect(verifyPackage(whole, publicKey)).toMatchObject({ faults: [], manifest: { withIdentity: false } })
    const files = readArchive(whole) ?? new Map()
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'couverture.pdf',
        'chronologie.csv',
        'chronologie.pdf',
        'decision.pdf',
        'dossier.json',
        'journal.ndjson',
        'manifest.json',
        'manifest.sig',
        'point-de-controle.txt',
      ]),
    )
    const file = JSON.parse(files.get('dossier.json')?.toString() ?? '{}')
    expect(file).toMatchObject({ identite: null, propos: null, recours: { numeroDuProtecteur: 'PC-2026-77' } })
    expect(file.dates.unAnApresLesFaits).toBe('2027-04-20')
    for (const content of files.values()) for (const word of persons) expect(content.includes(word)).toBe(false)
    expect(files.get('couverture.pdf')?.includes('dossier.json')).toBe(true)
  })

  it('portent l’identité quand la personne y a consenti, et seul le Protecteur du citoyen les prend', async () => {
    const order = await consented()
    const file = JSON.parse(
      readArchive(await given(protecteur, order))
        ?.get('dossier.json')
        ?.toString() ?? '{}',
    )
    expect(file.identite).toMatchObject({ familyName: 'Quenneville' })
    expect(file.propos).toEqual([call.words])
    for (const email of [responsable, agente, habitation, at('verification'), at('gestion'), at('administration')])
      expect((await fetched(email, order)).status).toBe(404)
    expect((await fetched(undefined, order)).status).toBe(401)
    for (const wrong of [{}, { ...order, line: 'x' }, { ...order, dossier: 'x' }, { ...order, line: 2 ** 40 }])
      expect((await fetched(protecteur, wrong)).status).toBe(400)
  })

  it('suivent le schéma publié', async () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../../../packages/schema/ombudsmanPackage.schema.json', import.meta.url), 'utf8'),
    )
    const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
    for (const order of [await prepared(), await consented()]) {
      const text =
        readArchive(await given(protecteur, order))
          ?.get('dossier.json')
          ?.toString() ?? '{}'
      expect(valid(JSON.parse(text)), JSON.stringify(valid.errors)).toBe(true)
    }
  })

  it('sont composés une fois, les mêmes à l’octet près, et chaque prise est inscrite', async () => {
    const order = await prepared()
    const first = await given(protecteur, order)
    await app.database.pool.query(`update staff set name = 'Autre nom' where email = $1`, [agente])
    expect((await given(responsable, order)).equals(first)).toBe(true)
    const { data } = await listed(protecteur)
    expect(data.ombudsmanPackages.find(({ dossier }) => dossier === order.dossier)).toMatchObject({ fetched: 1 })
    await expect(app.database.pool.query('delete from ombudsman_package_fetch')).rejects.toThrow('only grows')
  })

  it('paraissent à l’index annuel des recours, pour qui tient les registres', async () => {
    const { dossier } = await prepared()
    const index = async (email: string) =>
      fetch(`${app.url}/files/escalations.csv`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: (await app.browserOf(email)).cookie },
        body: '{}',
      })
    const { rows } = await app.database.pool.query('select file_number from dossier where id = $1', [dossier])
    const answer = await index(responsable)
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect((await answer.text()).split('\r\n')).toContain(
      `2026-2027;${rows[0].file_number};E1;La personne plaignante;${today};PC-2026-77;1;Non;`,
    )
    expect((await index(agente)).status).toBe(403)
    expect((await index(protecteur)).status).toBe(403)
  })

  it('ne sont listés qu’au Protecteur du citoyen, et à qui traite le dossier', async () => {
    const refusedTo = await listed(responsable)
    expect(refusedTo.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const dossier = await escalated()
    const ask = async (email: string) =>
      (await app.browserOf(email)).ask<{ dossierPackages: unknown[] | null }>(
        'query ($dossier: ID!) { dossierPackages(dossier: $dossier) { line takes } }',
        { dossier: dossier.id },
      )
    expect((await ask(responsable)).data.dossierPackages).toEqual([])
    expect((await ask(habitation)).data.dossierPackages).toBeNull()
    expect((await fetched(protecteur, { dossier: dossier.id, line: 1 })).status).toBe(404)
  })

  it(`modifiés, sont refusés par les deux vérifications${hasPython ? '' : ' (la seconde N’EST PAS éprouvée ici : python3 ou openssl manque)'}`, async () => {
    const whole = await given(protecteur, await consented())
    const copyOf = alteredPackages(whole, privateKey)
    const copies = Array.from({ length: mutations }, (_, n) => copyOf(n))
    for (const [n, copy] of copies.entries()) expect(verifyPackage(copy, publicKey).faults, `${n}`).not.toEqual([])
    if (!hasPython) return
    const [honest, ...others] = independent([whole, ...copies])
    expect(honest).toEqual([expect.stringContaining(entire)])
    for (const [n, verdict] of others.entries()) expect(verdict, `${n}`).toEqual([expect.stringContaining('REFUSÉ')])
  })

  it('se vérifient par la commande, sans base ni réseau', async () => {
    const file = join(folder, 'commande.zip')
    writeFileSync(file, await given(protecteur, await prepared()))
    const { verifyPackageFile } = await import('../cli/verifyPackage.ts')
    expect(await verifyPackageFile(file, key)).toBe(0)
    const other = join(folder, 'autre.pem')
    writeFileSync(
      other,
      createPublicKey(generateKeyPairSync('ed25519').privateKey).export({ type: 'spki', format: 'pem' }),
    )
    expect(await verifyPackageFile(file, other)).toBe(1)
  })

  it('coupent un document trop lourd en parties numérotées, et disent celui qui n’a pas de place', () => {
    const known = { mediaType: 'application/pdf', on: today }
    const attachments = [
      { ...known, attachment: 'a', description: 'Le bail.', bytes: 2500 },
      { ...known, attachment: 'b', description: 'Les photos.', bytes: 5000 },
      { ...known, attachment: 'c', description: 'Le reçu.', bytes: 300 },
    ]
    const documents = new Map(attachments.map(({ attachment, bytes }) => [attachment, Buffer.alloc(bytes, attachment)]))
    const held = { identities: [], representatives: [], words: [], documents }
    const [lease, photos, receipt] = documentsGiven({ attachments }, held, { perFile: 1, inAll: 3, label: 'essai' })
    expect(lease?.parts.map(({ name }) => name)).toEqual(['documents/01.001', 'documents/01.002', 'documents/01.003'])
    expect(Buffer.concat(lease?.parts.map(({ content }) => content) ?? [])).toEqual(documents.get('a'))
    expect(photos).toMatchObject({ parts: [], because: expect.stringContaining('autre moyen') })
    expect(receipt?.parts.map(({ name }) => name)).toEqual(['documents/03.bin'])
    for (const each of documentsGiven({ attachments }, undefined, { perFile: 1, inAll: 3, label: 'essai' }))
      expect(each).toMatchObject({ parts: [], because: expect.stringContaining('original') })
  })
})
