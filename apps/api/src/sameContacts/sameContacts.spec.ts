import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call, ministry } from '../testing/ministry.ts'
import { contactsOf } from '../vault/contacts.ts'
import { dispose } from '../vault/dispose.ts'
import { contactSearchesAnHour } from './sameContacts.ts'

const seek = 'mutation ($input: IdentityInput!) { seekSameContacts(input: $input) { id fileNumber } }'
const register = '{ contactSearches { at by byName fileNumbers } }'

interface Found {
  id: string
  fileNumber: string
}
const at = (name: string) => `${name}@exemple.test`

describe('les dossiers inscrits avec les mêmes coordonnées', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  beforeAll(async () => {
    app = await ministry()
  })
  afterAll(() => app.stop())
  beforeEach(() => app.database.pool.query('delete from contact_search'))

  const rows = async (text: string, values: unknown[] = []) => (await app.database.pool.query(text, values)).rows
  const sought = async (who: string, input: object) =>
    (await app.browserOf(at(who))).ask<{ seekSameContacts: Found[] }>(seek, { input })
  const found = async (who: string, input: object) => {
    const { data } = await sought(who, input)
    return data.seekSameContacts.map(({ id }) => id)
  }
  let person = 0
  /** A complaint of somebody whom no other trial knows. */
  async function registered(by = 'agente', more: object = {}) {
    person += 1
    const identity = {
      givenName: 'Zéphirine',
      familyName: `Quenneville-${'abcdefghijklmnop'[person]}`,
      email: `personne${person}@courriel.test`,
      telephone: `418 555-01${10 + person}`,
      postalCode: `A1B 2C${person % 10}`,
    }
    const dossier = app.dossier()
    const { fileNumber } = await dossier.take(at(by), 'registerComplaint', { ...call, identity, ...more })
    return { dossier, fileNumber, identity, id: dossier.id }
  }

  it('se trouvent par le téléphone, le courriel, ou le nom et le code postal, quelle qu’en soit l’écriture', async () => {
    const { id, fileNumber, identity } = await registered()
    const { telephone, email, givenName, familyName, postalCode } = identity
    expect((await sought('agente', { telephone })).data).toEqual({ seekSameContacts: [{ id, fileNumber }] })
    const digits = telephone.replace(/\D/g, '')
    expect(await found('agente', { telephone: `+1 (${digits.slice(0, 3)}) ${digits.slice(3)} poste 4` })).toEqual([id])
    expect(await found('agente', { email: email.toUpperCase() })).toEqual([id])
    const written = {
      givenName: 'ZEPHIRINE',
      familyName: familyName.replace('-', ' '),
      postalCode: postalCode.toLowerCase(),
    }
    expect(await found('agente', written)).toEqual([id])
    expect(await found('agente', { givenName, familyName })).toEqual([])
    expect(await found('agente', { givenName, familyName, postalCode: 'H0H 0H0' })).toEqual([])
    expect(await found('agente', { telephone: '418 555-9999' })).toEqual([])
  })

  it('ne se disent qu’à qui pourrait en ouvrir l’identité, sans même les compter', async () => {
    const { id, identity } = await registered()
    expect(await found('agente', identity)).toEqual([id])
    expect(await found('responsable', identity)).toEqual([id])
    expect((await sought('agent', identity)).text).toBe(
      (await sought('agent', { email: 'personne@ailleurs.test' })).text,
    )
    const concerned = await registered('responsable', {
      matters: [{ ...call.matters[0], concernedStaff: [app.officer] }],
    })
    expect(await found('agente', concerned.identity)).toEqual([])
  })

  it('ne disent rien d’une plainte anonyme', async () => {
    const { identity } = await registered('agente', {
      anonymous: true,
      replyChannels: ['EMAIL'],
      identity: { email: 'sans-nom@courriel.test' },
    })
    expect(await found('agente', { email: 'sans-nom@courriel.test' })).toEqual([])
    expect(await found('agente', identity)).toEqual([])
  })

  it('suivent la correction de l’identité, et s’oublient avec elle', async () => {
    const { dossier, id, identity } = await registered()
    const corrected = { ...identity, telephone: '581 555-0190', email: 'autre-adresse@courriel.test' }
    await dossier.take(at('agente'), 'correctRegistration', {
      corrects: 1,
      identity: corrected,
      replyChannels: ['PHONE'],
      reason: 'Numéro mal noté.',
    })
    expect(await found('agente', { telephone: identity.telephone })).toEqual([])
    expect(await found('agente', { telephone: '581 555-0190' })).toEqual([id])
    expect(await rows('select count(*)::int as marks from vault_contact where dossier_id = $1', [id])).toEqual([
      { marks: 3 },
    ])
    await app.database.transaction(ask => dispose(ask, id))
    expect(await rows('select * from vault_contact where dossier_id = $1', [id])).toEqual([])
    expect(await found('agente', { telephone: '581 555-0190' })).toEqual([])
  })

  it('ne laissent rien de lisible dans la base, ni deux fois la même marque hors d’une même coordonnée', async () => {
    await registered()
    const marks = await rows('select mac from vault_contact')
    expect(marks.every(({ mac }) => (mac as Buffer).length === 32)).toBe(true)
    const [{ shared }] = await rows(
      'select count(*)::int as shared from vault_contact c join vault_token t on t.mac = c.mac',
    )
    expect(shared).toBe(0)
  })

  it('ne se cherchent que par qui inscrit ; chaque recherche est inscrite, sans ce qui était cherché', async () => {
    const { id, fileNumber, identity } = await registered()
    for (const who of ['gestion', 'verification', 'protecteur', 'administration', 'habitation']) {
      expect((await sought(who, identity)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    }
    await found('agente', identity)
    await found('agente', { email: 'personne@ailleurs.test' })
    await found('agente', { givenName: 'Zéphirine' })
    const kept = await rows('select staff_id, shown, contact_search::text as row from contact_search order by id')
    expect(kept.map(({ staff_id, shown }) => [staff_id, shown])).toEqual([
      [app.officer, [id]],
      [app.officer, []],
    ])
    expect(JSON.stringify(kept)).not.toMatch(/courriel|ailleurs|quenneville|555/i)
    const answer = await (await app.browserOf(at('verification'))).ask(register)
    expect(answer.data).toMatchObject({
      contactSearches: [
        { by: app.officer, fileNumbers: [] },
        { by: app.officer, byName: 'Personne agente@exemple.test', fileNumbers: [fileNumber] },
      ],
    })
    expect((await (await app.browserOf(at('agente'))).ask(register)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('ne se cherchent pas à tâtons : tant par heure, même toutes à la fois', async () => {
    const { identity } = await registered()
    const answers = await Promise.all(
      Array.from({ length: contactSearchesAnHour + 3 }, () => sought('agente', identity)),
    )
    expect(answers.filter(({ errors }) => errors)).toHaveLength(3)
    const refused = answers.find(({ errors }) => errors)
    expect(refused?.errors?.[0]?.extensions.fields).toEqual([
      { field: 'identity', message: 'Vous avez fait 30 recherches dans l’heure : attendez avant la prochaine.' },
    ])
    expect(await found('responsable', identity)).toHaveLength(1)
    await rows(`update contact_search set at = at - interval '61 minutes'`)
    expect(await found('agente', identity)).toHaveLength(1)
  })

  it('nomment en français la coordonnée mal écrite', async () => {
    const answer = await sought('agente', { email: 'x' })
    expect(answer.errors?.[0]?.extensions.fields).toEqual([
      { field: 'email', message: 'Cette adresse de courriel n’est pas valide.' },
    ])
  })

  it('demandent une coordonnée que des inconnus ne partagent pas', () => {
    expect(contactsOf({ telephone: '555-0142', givenName: 'A', familyName: 'B' })).toEqual([])
    expect(contactsOf({ telephone: '1 418 555-0142 poste 7' })).toEqual(['TELEPHONE|4185550142'])
  })
})
