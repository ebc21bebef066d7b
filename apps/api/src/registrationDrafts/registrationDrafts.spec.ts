import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { draftLength, mostDrafts, roles } from '@bienfonde/domain'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { application } from '../testing/application.ts'
import { follower, people } from '../testing/follower.ts'
import { call } from '../testing/ministry.ts'
import { purgeDrafts } from '../vault/drafts.ts'

const list = '{ registrationDrafts { id keptAt expiresAt } }'
const read = 'query ($id: ID!) { registrationDraft(id: $id) }'
const keep =
  'mutation ($input: KeepRegistrationDraftInput!) { keepRegistrationDraft(input: $input) { id keptAt expiresAt } }'
const discard = 'mutation ($id: ID!) { discardRegistrationDraft(id: $id) }'

interface Kept {
  id: string
  keptAt: string
  expiresAt: string
}

const content = JSON.stringify({ words: call.words, identity: call.identity })
/** Words of the draft that nothing but its author’s screen may show. */
const secrets = /zéphirine|zephirine|quenneville|555-0142|épinettes|a1b 2c3|7745210|personne ne me rappelle/i

describe('le brouillon d’une inscription', () => {
  let app: Awaited<ReturnType<typeof application>>
  let browserOf: ReturnType<typeof people>
  const ids = new Map<string, string>()
  let logged = ''
  const log = pino(
    new Writable({
      write(chunk, _, done) {
        logged += chunk
        done()
      },
    }),
  )
  beforeAll(async () => {
    app = await application({ log, requestsPerMinute: 1_000_000, now: () => new Date('2026-05-04T15:00:00Z') })
    await app.database.pool.query(`insert into sector (code, name) values ('HOUSING', 'Habitation')`)
    for (const { code } of roles) {
      const email = `${code}@exemple.test`
      ids.set(email, await app.staff(email, code, code === 'SECTOR_RESPONDENT' ? 'HOUSING' : null))
    }
    ids.set('agent@exemple.test', await app.staff('agent@exemple.test', 'OFFICER'))
    browserOf = people(app)
  })
  afterAll(() => app.stop())
  beforeEach(() => app.database.pool.query('delete from draft; delete from setting'))

  const author = 'OFFICER@exemple.test'
  const ask = async <Data = Record<string, unknown>>(email: string, query: string, variables: object = {}) =>
    (await browserOf(email)).ask<Data>(query, variables)
  const kept = async (id: string = randomUUID(), text = content, email = author) => {
    const answer = await ask<{ keepRegistrationDraft: Kept }>(email, keep, {
      input: { id, author: ids.get(email), content: text },
    })
    return { draft: answer.data?.keepRegistrationDraft, fields: answer.errors?.[0]?.extensions.fields, id }
  }
  const drafts = async (email = author) =>
    (await ask<{ registrationDrafts: Kept[] }>(email, list)).data.registrationDrafts
  const contentOf = async (id: string, email = author) =>
    (await ask<{ registrationDraft: string | null }>(email, read, { id })).data.registrationDraft
  const rows = async (text: string, values: unknown[] = []) => (await app.database.pool.query(text, values)).rows

  it('revient tel qu’il était à qui l’a écrit, et se remplace', async () => {
    const { id, draft } = await kept()
    expect(await drafts()).toEqual([draft])
    expect(await contentOf(id)).toBe(content)
    await kept(id, '{"words":"Autre chose"}')
    expect(await drafts()).toHaveLength(1)
    expect(await contentOf(id)).toBe('{"words":"Autre chose"}')
  })

  it('n’est rien pour personne d’autre : ni dans la liste, ni par son identifiant, ni à supprimer', async () => {
    const { id } = await kept()
    for (const other of ['agent@exemple.test', 'RESPONSIBLE_OFFICER@exemple.test']) {
      expect(await drafts(other)).toEqual([])
      expect(await contentOf(id, other)).toBeNull()
      expect((await ask(other, discard, { id })).data).toEqual({ discardRegistrationDraft: false })
      await kept(id, '{"words":"Le mien"}', other)
    }
    expect(await contentOf(id)).toBe(content)
    expect(await drafts()).toHaveLength(1)
  })

  it('ne se conserve pas au nom de qui a ouvert une session par-dessus la sienne', async () => {
    const input = { id: randomUUID(), author: ids.get(author), content }
    const answer = await ask('agent@exemple.test', keep, { input })
    expect(answer.errors?.[0]?.extensions.fields).toEqual([
      { field: 'author', message: 'Une autre personne a ouvert une session dans ce navigateur.' },
    ])
    expect(await rows('select id from draft')).toEqual([])
  })

  it('est fermé aux rôles qui n’inscrivent pas, et à qui n’a pas de session', async () => {
    const { id } = await kept()
    const input = { id, author: ids.get(author), content }
    for (const who of ['ADMINISTRATOR', 'MANAGER', 'AUDITOR', 'OMBUDSMAN', 'SECTOR_RESPONDENT']) {
      for (const query of [list, read, keep, discard]) {
        const answer = await ask(`${who}@exemple.test`, query, query === keep ? { input } : { id })
        expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
        expect(answer.text).not.toMatch(secrets)
      }
    }
    const answer = await app.visitor().ask(keep, { input })
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect(await contentOf(id)).toBe(content)
  })

  it('ne laisse rien de lisible dans la base, ni au journal, ni sa longueur', async () => {
    await kept()
    const raw = await rows('select wrapped_key, nonce, ciphertext, draft::text as row from draft')
    expect(raw).toHaveLength(1)
    for (const { row, ...pieces } of raw) {
      expect(row).not.toMatch(secrets)
      for (const piece of Object.values(pieces)) {
        expect((piece as Buffer).toString('utf8')).not.toMatch(secrets)
        expect((piece as Buffer).toString('latin1')).not.toMatch(/words|identity/)
      }
    }
    expect(raw[0].ciphertext).toHaveLength(512 + 16)
    expect(await rows('select count(*)::int as lines from journal')).toEqual([{ lines: 0 }])
  })

  it('ne s’ouvre pas, déplacé d’une personne ou d’un brouillon à l’autre, et l’échec ne dit rien de ce qu’il tient', async () => {
    const first = await kept()
    const second = await kept()
    await rows(
      `update draft set (wrapped_key, nonce, ciphertext) =
         (select wrapped_key, nonce, ciphertext from draft where id = $1) where id = $2`,
      [first.id, second.id],
    )
    const moved = await ask(author, read, { id: second.id })
    expect(moved.errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR')
    await rows(`update draft set staff_id = (select id from staff where email = 'agent@exemple.test') where id = $1`, [
      first.id,
    ])
    const taken = await ask('agent@exemple.test', read, { id: first.id })
    expect(taken.errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR')
    expect(logged).toContain('unexpected error')
    expect(logged + moved.text + taken.text).not.toMatch(secrets)
  })

  it.each([
    [{ id: 'x', content }, 'id', 'Cet identifiant n’est pas valide.'],
    [{ id: randomUUID(), content: '' }, 'content', 'Ce renseignement est obligatoire.'],
    [
      { id: randomUUID(), content: 'x'.repeat(draftLength + 1) },
      'content',
      `Ce texte ne peut dépasser ${draftLength} caractères.`,
    ],
    [{ id: randomUUID() }, 'content', 'Ce renseignement est obligatoire.'],
  ])('nomme en français le champ fautif, sans le redire (%#)', async (input, field, message) => {
    const answer = await ask(author, keep, { input: { author: ids.get(author), ...input } })
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', fields: [{ field, message }] })
    expect(answer.text).not.toMatch(secrets)
    expect(await drafts()).toEqual([])
  })

  it('tient le plus long des textes, et reste en nombre raisonnable, même demandé tout à la fois', async () => {
    const { id } = await kept(randomUUID(), 'é'.repeat(draftLength))
    expect(await contentOf(id)).toBe('é'.repeat(draftLength))
    const answers = await Promise.all(Array.from({ length: mostDrafts + 4 }, () => kept()))
    expect(answers.filter(({ draft }) => draft)).toHaveLength(mostDrafts - 1)
    expect(answers.find(({ fields }) => fields)?.fields).toMatchObject([{ field: 'id' }])
    expect((await kept(id)).draft).toBeDefined()
  })

  it('expire après les jours que fixe le Ministère, et il est alors détruit', async () => {
    const { id, draft } = await kept()
    const wait = Date.parse(draft?.expiresAt ?? '') - Date.parse(draft?.keptAt ?? '')
    expect(Math.round(wait / 86_400_000)).toBe(7)
    await rows(`update draft set kept_at = now() - interval '3 days'`)
    expect(await contentOf(id)).toBe(content)
    await rows(`insert into setting values ('DRAFT_DAYS', '2')`)
    expect(await contentOf(id)).toBeNull()
    expect(await drafts()).toEqual([])
    await kept()
    expect(await rows('select count(*)::int as kept from draft')).toEqual([{ kept: 1 }])
    await rows(`update draft set kept_at = now() - interval '3 days'`)
    await purgeDrafts(app.database.ask)
    expect(await rows('select count(*)::int as kept from draft')).toEqual([{ kept: 0 }])
  })

  it('se supprime, une fois', async () => {
    const { id } = await kept()
    expect((await ask(author, discard, { id })).data).toEqual({ discardRegistrationDraft: true })
    expect((await ask(author, discard, { id })).data).toEqual({ discardRegistrationDraft: false })
    expect(await contentOf(id)).toBeNull()
  })

  it('disparaît avec l’inscription de la plainte, et pas si elle est refusée ; rien ne le ramène', async () => {
    const dossier = follower(app, browserOf)
    await kept(dossier.id)
    const other = await kept()
    await dossier.attempt(author, 'registerComplaint', { ...call, words: ' ' })
    expect(await drafts()).toHaveLength(2)
    await dossier.take(author, 'registerComplaint', call)
    expect((await drafts()).map(({ id }) => id)).toEqual([other.id])
    expect(await rows('select id from draft')).toEqual([{ id: other.id }])
    expect((await kept(dossier.id)).fields).toEqual([{ field: 'id', message: 'Cette plainte est déjà inscrite.' }])
  })

  it('qu’un dernier envoi laisse derrière l’inscription ne se montre pas, et il est détruit', async () => {
    const { id } = await kept()
    await rows(`insert into dossier values ($1, $2, 1, '', now())`, [id, randomUUID()])
    expect(await drafts()).toEqual([])
    expect(await contentOf(id)).toBeNull()
    await purgeDrafts(app.database.ask)
    expect(await rows('select id from draft')).toEqual([])
    await rows('delete from dossier where id = $1', [id])
  })
})
