import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalOf } from '../journal/recorded.ts'
import { verify } from '../journal/verify.ts'
import { rebuild } from '../readModels/rebuild.ts'
import { password, signInMutation } from '../testing/application.ts'
import { story } from '../testing/story.ts'

const outcome = `{ __typename
  ... on AdministrationDone { line temporaryPassword moved }
  ... on AdministrationRefused { refusals { code message field } meanwhile { seq by byName type before after } }
}`
interface Outcome {
  __typename: string
  line: number
  temporaryPassword: string | null
  moved: number | null
  refusals: { code: string; message: string; field: string | null }[]
  meanwhile: { seq: number; byName: string; type: string; before: unknown; after: unknown }[]
}

const mutations = {
  addStaffAccount: `mutation ($input: StaffAccountInput!) { done: addStaffAccount(input: $input) ${outcome} }`,
  changeStaffAccount: `mutation ($id: ID!, $seen: Int!, $input: StaffAccountInput!) {
    done: changeStaffAccount(id: $id, seen: $seen, input: $input) ${outcome} }`,
  setStaffAccountActive: `mutation ($id: ID!, $seen: Int!, $active: Boolean!) {
    done: setStaffAccountActive(id: $id, seen: $seen, active: $active) ${outcome} }`,
  resetStaffPassword: `mutation ($id: ID!, $seen: Int!) { done: resetStaffPassword(id: $id, seen: $seen) ${outcome} }`,
  addSector: `mutation ($input: SectorInput!) { done: addSector(input: $input) ${outcome} }`,
  changeSector: `mutation ($code: String!, $seen: Int!, $input: SectorInput!) {
    done: changeSector(code: $code, seen: $seen, input: $input) ${outcome} }`,
  setSectorOpen: `mutation ($code: String!, $seen: Int!, $open: Boolean!) {
    done: setSectorOpen(code: $code, seen: $seen, open: $open) ${outcome} }`,
  orderSectors: `mutation ($order: [String!]!, $seen: Int!) { done: orderSectors(order: $order, seen: $seen) ${outcome} }`,
  changeRules: `mutation ($seen: Int!, $input: MinistryRulesInput!) { done: changeRules(seen: $seen, input: $input) ${outcome} }`,
  changeContacts: `mutation ($seen: Int!, $input: MinistryContactsInput!) {
    done: changeContacts(seen: $seen, input: $input) ${outcome} }`,
  changeCalendar: `mutation ($seen: Int!, $days: [OwnDayInput!]!) { done: changeCalendar(seen: $seen, days: $days) ${outcome} }`,
}
const choosePassword = `mutation ($input: ChoosePasswordInput!) { choosePassword(input: $input) {
  __typename ... on SignInAccepted { me { name } } ... on SignInRefused { code field }
} }`
const preview = `query ($days: [OwnDayInput!]!) { calendarPreview(days: $days) {
  refusals { code field } open moved first { fileNumber replyBefore replyAfter acknowledgementBefore acknowledgementAfter }
} }`
const journal = `query ($acts: [AdministrationActCode!], $by: ID, $from: LocalDate, $to: LocalDate, $first: Int! = 25, $after: String) {
  administrationJournal(acts: $acts, by: $by, from: $from, to: $to, first: $first, after: $after) {
    total next authors { name } rows { seq at byName role type subject before after }
  }
}`

const odile = { name: 'Odile Marchand', email: 'odile@exemple.test', role: 'OFFICER', sector: null }
const rules = {
  acknowledgementDays: 3,
  replyDays: 15,
  label: 'Déclaration de services',
  attemptsBeforeUnreachable: 4,
  sessionIdleMinutes: 20,
  sessionAbsoluteHours: 8,
}
const contacts = {
  unit: 'Bureau des plaintes',
  address: ['1, rue de l’Essai', 'Québec (Québec)  G1A 1A1'],
  email: 'plaintes@exemple.test',
  telephone: '418 555-0100',
  recourseFr: 'Le Protecteur du citoyen reçoit votre plainte en tout temps.',
  recourseEn: 'The Québec Ombudsman may be contacted at any time.',
}
const closed = (date: string, name = 'Fermeture') => ({ date, kind: 'CLOSED', name })

/** Every door of administration, with what opens it when the role is right. */
const doors: [string, string, object, readonly string[]][] = [
  ['les comptes', '{ staffAccounts { id } }', {}, ['ADMINISTRATOR']],
  ['les secteurs', '{ administeredSectors { orderLine } }', {}, ['ADMINISTRATOR']],
  ['les règles', '{ ministryRules { line } }', {}, ['ADMINISTRATOR']],
  ['les coordonnées', '{ ministryContacts { line } }', {}, ['ADMINISTRATOR']],
  ['le calendrier', '{ ministryCalendar { line } }', {}, ['ADMINISTRATOR']],
  ['l’aperçu du calendrier', preview, { days: [] }, ['ADMINISTRATOR']],
  ['le journal', journal, {}, ['ADMINISTRATOR', 'AUDITOR']],
  ...Object.entries({
    addStaffAccount: { input: { ...odile, name: '' } },
    changeStaffAccount: { id: randomUUID(), seen: 0, input: odile },
    setStaffAccountActive: { id: randomUUID(), seen: 0, active: false },
    resetStaffPassword: { id: randomUUID(), seen: 0 },
    addSector: { input: { name: '', services: [] } },
    changeSector: { code: 'X', seen: 0, input: { name: 'X', services: [] } },
    setSectorOpen: { code: 'X', seen: 0, open: false },
    orderSectors: { order: [], seen: 0 },
    changeRules: { seen: 0, input: { ...rules, label: '' } },
    changeContacts: { seen: 0, input: { ...contacts, unit: '' } },
    changeCalendar: { seen: 0, days: [closed('2026-12-25')] },
  } satisfies Record<keyof typeof mutations, object>).map(
    ([name, variables]): [string, string, object, readonly string[]] => [
      name,
      mutations[name as keyof typeof mutations],
      variables,
      ['ADMINISTRATOR'],
    ],
  ),
]
const everyone = [
  'OFFICER',
  'RESPONSIBLE_OFFICER',
  'MANAGER',
  'AUDITOR',
  'OMBUDSMAN',
  'ADMINISTRATOR',
  'HOUSING',
] as const

describe('l’administration', () => {
  let app: Awaited<ReturnType<typeof story>>
  beforeAll(async () => {
    app = await story()
  })
  afterAll(() => app.stop())

  const change = async (
    name: keyof typeof mutations,
    variables: object,
    who: (typeof everyone)[number] = 'ADMINISTRATOR',
  ) => {
    const answer = await app.asked<{ done: Outcome }>(who, mutations[name], variables)
    if (!answer.data?.done) throw new Error(answer.text)
    return answer.data.done
  }
  const made = async (name: keyof typeof mutations, variables: object) => {
    const done = await change(name, variables)
    if (done.__typename !== 'AdministrationDone') throw new Error(JSON.stringify(done))
    return done
  }
  const refused = async (name: keyof typeof mutations, variables: object) =>
    ((await change(name, variables)).refusals ?? []).map(({ code, field }) => [code, field])
  const ask = async <Data>(query: string, variables: object = {}) =>
    (await app.asked<Data>('ADMINISTRATOR', query, variables)).data
  interface Account {
    id: string
    name: string
    email: string
    role: string
    active: boolean
    temporaryUntil: string | null
    line: number
  }
  const account = async (email: string) => {
    const { staffAccounts } = await ask<{ staffAccounts: Account[] }>(
      '{ staffAccounts { id name email role active temporaryUntil line } }',
    )
    const found = staffAccounts.find(each => each.email === email)
    if (!found) throw new Error(email)
    return found
  }
  const rows = async (table: string) =>
    (await app.database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n
  const enter = async (email: string, given: string, visitor = app.visitor()) => {
    const answer = await visitor.ask<{ signIn: { __typename: string; code?: string } }>(signInMutation, {
      input: { email, password: given },
    })
    return answer.data.signIn.code ?? answer.data.signIn.__typename
  }

  it.each(doors)('%s : la porte ne s’ouvre qu’à qui le peut', async (_, query, variables, allowed) => {
    for (const who of everyone) {
      const code = (await app.asked(who, query, variables)).errors?.[0]?.extensions.code
      expect([who, code]).toEqual([who, allowed.includes(who) ? undefined : 'FORBIDDEN'])
    }
    expect((await app.visitor().ask(query, variables)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect(await rows('administration_journal')).toBe(0)
  })

  it('un compte ajouté entre par son mot de passe temporaire, une seule fois, pour choisir le sien', async () => {
    const added = await made('addStaffAccount', { input: odile })
    const temporary = added.temporaryPassword ?? ''
    expect(temporary).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/)
    expect(await enter(odile.email, temporary)).toBe('PASSWORD_TO_CHOOSE')
    const visitor = app.visitor()
    const choose = async (chosen: string, current = temporary) =>
      (
        await visitor.ask<{ choosePassword: { __typename: string; code: string; field: string } }>(choosePassword, {
          input: { email: odile.email, current, chosen },
        })
      ).data.choosePassword
    expect(await choose('court')).toMatchObject({ code: 'PASSWORD_TOO_SHORT', field: 'chosen' })
    expect(await choose('bruine sur le quai', 'autre')).toMatchObject({ code: 'CREDENTIALS_INVALID' })
    expect((await visitor.ask('{ me { name } }')).data).toEqual({ me: null })
    expect((await choose('bruine sur le quai')).__typename).toBe('SignInAccepted')
    expect((await visitor.ask('{ me { name role } }')).data).toEqual({
      me: { name: 'Odile Marchand', role: 'OFFICER' },
    })
    expect(await enter(odile.email, temporary)).toBe('CREDENTIALS_INVALID')
    expect((await account(odile.email)).temporaryUntil).toBe(null)
  })

  it('un mot de passe temporaire ne vaut que trois jours', async () => {
    const { temporaryPassword } = await made('addStaffAccount', { input: { ...odile, email: 'tardif@exemple.test' } })
    await app.database.pool.query(
      `update staff set password_temporary_until = '2026-07-06T15:59:59Z' where email = $1`,
      ['tardif@exemple.test'],
    )
    expect(await enter('tardif@exemple.test', temporaryPassword ?? '')).toBe('TEMPORARY_PASSWORD_OVER')
  })

  it('nomme en français chaque champ mal rempli, et n’écrit rien', async () => {
    const before = [await rows('staff'), await rows('administration_journal')]
    const wrong = { name: ' ', email: 'AGENTE@exemple.test', role: 'SECTOR_RESPONDENT', sector: null }
    expect((await change('addStaffAccount', { input: wrong })).refusals).toEqual([
      { code: 'PERSON_NAME_MISSING', message: 'Le nom de la personne manque.', field: 'name' },
      { code: 'EMAIL_TAKEN', message: 'Un compte porte déjà cette adresse de courriel.', field: 'email' },
      {
        code: 'SECTOR_OF_RESPONDENT_MISSING',
        message: 'Le secteur que la personne représente manque.',
        field: 'sector',
      },
    ])
    const broken = await app.asked('ADMINISTRATOR', mutations.changeRules, {
      seen: 0,
      input: { ...rules, replyDays: 'x' },
    })
    expect(broken.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'replyDays' }] })
    const hidden = await app.asked('ADMINISTRATOR', mutations.addSector, { input: { name: 'a\u0007', services: [] } })
    expect(hidden.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'name' }] })
    expect([await rows('staff'), await rows('administration_journal')]).toEqual(before)
  })

  it('un droit retiré cesse à la requête suivante, un rôle changé aussi', async () => {
    const visitor = await app.signedIn('gestion@exemple.test')
    expect((await visitor.ask('{ caseload { total } }')).errors).toBeUndefined()
    const manager = await account('gestion@exemple.test')
    const as = { name: manager.name, email: manager.email, role: 'OMBUDSMAN', sector: null }
    const { line } = await made('changeStaffAccount', { id: manager.id, seen: manager.line, input: as })
    expect((await visitor.ask('{ caseload { total } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    await made('setStaffAccountActive', { id: manager.id, seen: line, active: false })
    expect((await visitor.ask('{ me { name } }')).data).toEqual({ me: null })
    const { rows: left } = await app.database.pool.query('select 1 from session where staff_id = $1', [manager.id])
    expect(left).toEqual([])
    const again = await account('gestion@exemple.test')
    await made('setStaffAccountActive', { id: manager.id, seen: again.line, active: true })
    expect((await visitor.ask('{ me { name } }')).data).toEqual({ me: null })
  })

  it('remplace un mot de passe : l’ancien et ses sessions ne valent plus rien', async () => {
    const visitor = await app.signedIn('voirie@exemple.test')
    const { id, line } = await account('voirie@exemple.test')
    const { temporaryPassword } = await made('resetStaffPassword', { id, seen: line })
    expect((await visitor.ask('{ me { name } }')).data).toEqual({ me: null })
    expect(await enter('voirie@exemple.test', password)).toBe('CREDENTIALS_INVALID')
    expect(await enter('voirie@exemple.test', temporaryPassword ?? '')).toBe('PASSWORD_TO_CHOOSE')
  })

  const lineOf = async (door: 'ministryRules' | 'ministryContacts' | 'ministryCalendar') =>
    (await ask<Record<string, { line: number }>>(`{ ${door} { line } }`))[door]?.line ?? 0

  it('qui arrive second apprend ce que l’autre a changé', async () => {
    const seen = await lineOf('ministryRules')
    await made('changeRules', { seen, input: rules })
    const late = await change('changeRules', { seen, input: { ...rules, replyDays: 30 } })
    expect(late.refusals).toMatchObject([{ code: 'CHANGED_MEANWHILE' }])
    expect(late.meanwhile).toMatchObject([
      { byName: 'Personne administration@exemple.test', type: 'RULES_CHANGED', after: { replyDays: 15 } },
    ])
    expect(await refused('changeRules', { seen: late.meanwhile[0]?.seq, input: rules })).toEqual([
      ['NOTHING_CHANGED', null],
    ])
    const { data } = await app.asked('HOUSING', '{ ministry { commitments { acknowledgementDays label } } }')
    expect(data).toEqual({
      ministry: { commitments: { acknowledgementDays: 3, label: 'Déclaration de services' } },
    })
  })

  it('deux changements envoyés ensemble sur la même vue : un seul est fait', async () => {
    const seen = await lineOf('ministryRules')
    const answers = await Promise.all(
      [21, 22, 23].map(replyDays => change('changeRules', { seen, input: { ...rules, replyDays } })),
    )
    expect(answers.filter(({ __typename }) => __typename === 'AdministrationDone')).toHaveLength(1)
  })

  it('les sessions suivent les durées fixées', async () => {
    const visitor = await app.signedIn('agente@exemple.test')
    await app.database.pool.query(`update session set last_seen_at = now() - interval '19 minutes'`)
    expect((await visitor.ask('{ me { role } }')).data).toEqual({ me: { role: 'OFFICER' } })
    await app.database.pool.query(
      `update session set last_seen_at = now() - interval '21 minutes' where staff_id = (select id from staff where email = 'agente@exemple.test')`,
    )
    expect((await visitor.ask('{ me { role } }')).data).toEqual({ me: null })
  })

  it('les coordonnées et le recours changent dans les lettres à venir', async () => {
    const seen = await lineOf('ministryContacts')
    expect(await refused('changeContacts', { seen, input: { ...contacts, recourseFr: 'Écrivez-nous.' } })).toEqual([
      ['RECOURSE_NAMES_NOBODY', 'recourseFr'],
    ])
    await made('changeContacts', { seen, input: contacts })
    const { data } = await app.asked('HOUSING', '{ ministry { contacts { unit address } recourse { fr } } }')
    expect(data).toEqual({
      ministry: {
        contacts: { unit: contacts.unit, address: ['1, rue de l’Essai', 'Québec (Québec) G1A 1A1'] },
        recourse: { fr: contacts.recourseFr },
      },
    })
  })

  interface Sectors {
    administeredSectors: {
      orderLine: number
      rows: { code: string; name: string; active: boolean; consultations: number; dossiers: number; line: number }[]
    }
  }
  const sectors = async () =>
    (await ask<Sectors>('{ administeredSectors { orderLine rows { code name active consultations dossiers line } } }'))
      .administeredSectors

  it('un secteur s’ajoute, se renomme, se range ; fermé, il reste lisible', async () => {
    await made('addSector', { input: { name: 'Services à la clientèle', services: ['Accueil'] } })
    expect(await refused('addSector', { input: { name: 'services a la clientele', services: [] } })).toEqual([
      ['SECTOR_NAME_TAKEN', 'name'],
    ])
    const code = 'SERVICES_A_LA_CLIENTELE'
    const { line } = await made('changeSector', {
      code,
      seen: (await sectors()).rows.find(each => each.code === code)?.line,
      input: { name: 'Clientèle', services: ['Accueil', 'Site Web'] },
    })
    const { orderLine, rows: known } = await sectors()
    const order = known.map(each => each.code).reverse()
    expect(await refused('orderSectors', { order: order.slice(1), seen: orderLine })).toEqual([
      ['ORDER_INCOMPLETE', 'order'],
    ])
    await made('orderSectors', { order, seen: orderLine })
    const shown = await app.asked<{ sectors: { code: string }[] }>('HOUSING', '{ sectors { code } }')
    expect(shown.data.sectors.map(each => each.code)).toEqual(order)
    await made('setSectorOpen', { code, seen: line, open: false })
    const after = await app.asked<{ sectors: { code: string }[] }>('HOUSING', '{ sectors { code name active } }')
    expect(after.data.sectors).toContainEqual({ code, name: 'Clientèle', active: false })
    const respondent = { ...odile, email: 'clientele@exemple.test', role: 'SECTOR_RESPONDENT', sector: code }
    expect(await refused('addStaffAccount', { input: respondent })).toEqual([['SECTOR_NOT_OPEN', 'sector']])
  })

  it('un secteur dont une réponse est attendue ne ferme pas', async () => {
    const housing = (await sectors()).rows.find(({ code }) => code === 'HOUSING')
    expect(housing).toMatchObject({ consultations: 1 })
    expect(housing?.dossiers).toBeGreaterThan(1)
    expect(await refused('setSectorOpen', { code: 'HOUSING', seen: housing?.line, open: false })).toEqual([
      ['SECTOR_CONSULTED', null],
    ])
  })

  it('un nouveau calendrier montre son effet, puis recompte les dossiers ouverts, et leur journal le dit', async () => {
    interface Preview {
      calendarPreview: {
        refusals: { code: string; field: string }[]
        open: number
        moved: number
        first: { fileNumber: string; replyBefore: string; replyAfter: string }[]
      }
    }
    const seen = await lineOf('ministryCalendar')
    const wrong = await ask<Preview>(preview, { days: [closed('2026-12-25'), closed('2026-02-31', '')] })
    expect(wrong.calendarPreview.refusals).toEqual([
      { code: 'DAY_ALREADY_CLOSED', field: 'days.0.date' },
      { code: 'DAY_INVALID', field: 'days.1.date' },
      { code: 'DAY_NAME_MISSING', field: 'days.1.name' },
    ])
    const days = [closed('2026-07-08', 'Panne générale')]
    const { calendarPreview } = await ask<Preview>(preview, { days })
    expect(calendarPreview.moved).toBeGreaterThan(0)
    expect(calendarPreview.moved).toBeLessThan(calendarPreview.open)
    const lines = await rows('journal')
    const { pool } = app.database
    const due = async () =>
      (await pool.query(`select file_number, reply_due_on::text as due, closed_on from caseload order by file_number`))
        .rows
    const before = await due()
    const done = await made('changeCalendar', { seen, days })
    expect(done.moved).toBe(calendarPreview.moved)
    expect(await rows('journal')).toBe(lines + calendarPreview.moved)
    const after = await due()
    for (const { fileNumber, replyBefore, replyAfter } of calendarPreview.first) {
      expect(before).toContainEqual(expect.objectContaining({ file_number: fileNumber, due: replyBefore }))
      expect(after).toContainEqual(expect.objectContaining({ file_number: fileNumber, due: replyAfter }))
    }
    const isClosed = ({ closed_on }: { closed_on: string | null }) => closed_on !== null
    expect(after.filter(isClosed)).toEqual(before.filter(isClosed))
    const told = (await journalOf(app.database.ask, app.id(12))).at(-1)
    expect(told).toMatchObject({ role: 'ADMINISTRATOR', event: { type: 'DUE_DATES_RECOUNTED', line: done.line } })
    await rebuild(app.database)
    expect(await due()).toEqual(after)
    await made('changeCalendar', { seen: done.line, days: [] })
    expect(await due()).toEqual(before)
    expect((await verify(app.database)).breaks).toEqual([])
  })

  interface Journal {
    administrationJournal: {
      total: number
      next: string | null
      authors: { name: string }[]
      rows: {
        seq: number
        type: string
        role: string
        byName: string
        subject: string
        before: object
        after: object
      }[]
    }
  }

  it('le journal dit qui a changé quoi, avant et après, et se filtre', async () => {
    const asked = async (variables: object) =>
      (await app.asked<Journal>('AUDITOR', journal, variables)).data.administrationJournal
    const all = await asked({ first: 100 })
    expect(all.total).toBe(await rows('administration_journal'))
    expect(all.authors).toEqual([{ name: 'Personne administration@exemple.test' }])
    expect(all.rows.find(({ type }) => type === 'STAFF_DISABLED')).toMatchObject({
      role: 'ADMINISTRATOR',
      byName: 'Personne administration@exemple.test',
      before: { email: 'gestion@exemple.test', active: true },
      after: { email: 'gestion@exemple.test', active: false },
    })
    const first = await asked({ first: 2 })
    const second = await asked({ first: 2, after: first.next })
    expect([...first.rows, ...second.rows].map(({ seq }) => seq)).toEqual(all.rows.slice(0, 4).map(({ seq }) => seq))
    expect((await asked({ acts: ['RULES_CHANGED'] })).rows.every(({ type }) => type === 'RULES_CHANGED')).toBe(true)
    expect((await asked({ from: '2026-07-06', to: '2026-07-06' })).total).toBe(all.total)
    expect((await asked({ to: '2026-07-05' })).total).toBe(0)
    expect((await asked({ by: randomUUID() })).total).toBe(0)
  })

  it('aucun mot de passe ni empreinte n’est dans le journal', async () => {
    const { rows: kept } = await app.database.pool.query('select event::text as text from administration_journal')
    const { rows: hashes } = await app.database.pool.query(
      'select password_hash as hash from staff where password_hash is not null',
    )
    const text = kept.map(line => line.text).join()
    for (const { hash } of hashes) expect(text).not.toContain(hash)
    expect(text).not.toMatch(/[a-z2-9]{5}(-[a-z2-9]{5}){3}|argon2/)
  })

  it('la base refuse de changer ou d’ôter une ligne, et la vérification voit celle qu’on aurait changée', async () => {
    const { pool } = app.database
    for (const order of [
      'update administration_journal set at = now()',
      'delete from administration_journal',
      'truncate administration_journal',
    ])
      await expect(pool.query(order)).rejects.toThrow('the journal only grows')
    expect((await verify(app.database)).breaks).toEqual([])
    const client = await pool.connect()
    await client.query(`set session_replication_role = 'replica'`)
    await client.query(`update administration_journal set event = jsonb_set(event, '{after}', '{}') where seq = 2`)
    client.release(true)
    expect((await verify(app.database)).breaks).toEqual([
      {
        dossier: 'ADMINISTRATION',
        fileNumber: 'Journal de l’administration',
        seq: 2,
        message: 'La ligne 2 a été modifiée.',
      },
    ])
  })

  it('le dernier compte qui administre ne peut être désactivé ni changer de rôle, même demandé deux fois à la fois', async () => {
    const own = await account('administration@exemple.test')
    const as = { name: own.name, email: own.email, role: 'OFFICER', sector: null }
    expect(await refused('setStaffAccountActive', { id: own.id, seen: own.line, active: false })).toEqual([
      ['LAST_ADMINISTRATOR', null],
    ])
    expect(await refused('changeStaffAccount', { id: own.id, seen: own.line, input: as })).toEqual([
      ['LAST_ADMINISTRATOR', 'role'],
    ])
    const second = await app.staff('seconde@exemple.test', 'ADMINISTRATOR')
    const other = await app.signedIn('seconde@exemple.test')
    await Promise.all([
      app.asked('ADMINISTRATOR', mutations.setStaffAccountActive, { id: second, seen: 0, active: false }),
      other.ask(mutations.setStaffAccountActive, { id: own.id, seen: own.line, active: false }),
    ])
    const { rows: left } = await app.database.pool.query(
      `select count(*)::int as n from staff where active and role = 'ADMINISTRATOR'`,
    )
    expect(left).toEqual([{ n: 1 }])
  })
})
