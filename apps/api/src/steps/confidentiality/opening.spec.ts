import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { withdrawDisclosureConsent } from '@bienfonde/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { performWithin } from '../../journal/perform.ts'
import { password, signInMutation } from '../../testing/application.ts'
import { call, ministry, today } from '../../testing/ministry.ts'

const at = (name: string) => `${name}@exemple.test`
const [agente, responsable, habitation] = [at('agente'), at('responsable'), at('habitation')]

const disclosing = `mutation ($opening: ID!) { discloseIdentity(opening: $opening) {
  __typename ... on IdentityDisclosed { identity { familyName } } } }`
const alerting = '{ openingAlerts { byName role on openings } }'

describe('ouvrir une identité', () => {
  let app: Awaited<ReturnType<typeof ministry>>
  const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
  const capped = (perHour: number, perDay: number) =>
    query(`insert into setting values ('OPENING_CAPS', $1) on conflict (key) do update set value = excluded.value`, [
      JSON.stringify({ perHour, perDay, label: 'exemple' }),
    ])
  beforeAll(async () => {
    app = await ministry()
  })
  afterAll(() => app.stop())
  beforeEach(async () => {
    app.clock.day = today
    await query(`delete from setting where key = 'OPENING_CAPS'`)
  })

  async function registered() {
    const dossier = app.dossier()
    await dossier.take(agente, 'registerComplaint', call)
    return dossier
  }
  type Dossier = Awaited<ReturnType<typeof registered>>
  const open = (dossier: Dossier, email = agente) =>
    dossier.attempt(email, 'openIdentity', { reason: 'Retrouver la demande.', scope: ['IDENTITY'] })
  const disclose = async (email: string, opening: string | null) => {
    const { data } = await (await app.browserOf(email)).ask<{ discloseIdentity: { __typename: string } }>(disclosing, {
      opening,
    })
    return data.discloseIdentity.__typename
  }

  it('demande un mot de passe donné depuis quinze minutes au plus, et n’écrit rien avant', async () => {
    const dossier = await registered()
    const before = await dossier.acts()
    const aged = (minutes: number) =>
      query(
        `update session set authenticated_at = now() - make_interval(mins => $1)
         where staff_id = (select id from staff where email = $2)`,
        [minutes, agente],
      )
    await aged(16)
    expect(await open(dossier)).toMatchObject({ __typename: 'StepRefused', code: 'SIGN_IN_NOT_RECENT' })
    expect(await dossier.acts()).toEqual(before)
    await aged(14)
    expect(await open(dossier)).toMatchObject({ __typename: 'StepTaken' })
    await aged(16)
    await (await app.browserOf(agente)).ask(signInMutation, { input: { email: agente, password } })
    expect(await open(dossier)).toMatchObject({ __typename: 'StepTaken' })
  })

  it('s’arrête au plafond de l’heure, même dans plusieurs dossiers à la fois, et le registre en avise', async () => {
    app.clock.day = '2026-05-26'
    await capped(2, 9)
    const dossiers = [await registered(), await registered(), await registered()] as const
    const answers = await Promise.all(dossiers.map(each => open(each)))
    expect(answers.map(answer => answer.__typename).sort()).toEqual(['StepRefused', 'StepTaken', 'StepTaken'])
    expect(answers.find(({ __typename }) => __typename === 'StepRefused')).toMatchObject({
      code: 'OPENING_CAP_REACHED',
    })
    const alerts = async (email: string) => (await app.browserOf(email)).ask(alerting)
    const expected = [{ byName: `Personne ${agente}`, role: 'OFFICER', on: '2026-05-26', openings: 2 }]
    expect((await alerts(responsable)).data).toEqual({ openingAlerts: expected })
    expect((await alerts(at('verification'))).data).toEqual({ openingAlerts: expected })
    for (const other of [agente, habitation, at('gestion'), at('administration')])
      expect((await alerts(other)).errors?.[0]?.extensions.code, other).toBe('FORBIDDEN')
    expect(await open(dossiers[0], responsable)).toMatchObject({ __typename: 'StepTaken' })
    app.clock.day = '2026-05-27'
    expect(await open(dossiers[2])).toMatchObject({ __typename: 'StepTaken' })
    app.clock.day = '2026-06-10'
    expect((await alerts(responsable)).data).toEqual({ openingAlerts: [] })
  })

  it('s’arrête au plafond du jour', async () => {
    app.clock.day = '2026-06-22'
    await capped(9, 1)
    const dossier = await registered()
    expect(await open(dossier)).toMatchObject({ __typename: 'StepTaken' })
    expect(await open(dossier)).toMatchObject({ code: 'OPENING_CAP_REACHED' })
    app.clock.day = '2026-06-24'
    expect(await open(dossier)).toMatchObject({ __typename: 'StepTaken' })
  })

  it('n’alerte personne sous les plafonds', async () => {
    app.clock.day = '2026-07-02'
    await open(await registered())
    expect((await (await app.browserOf(responsable)).ask(alerting)).data).toEqual({ openingAlerts: [] })
  })

  describe('avec la permission donnée à un secteur', () => {
    let dossier: Dossier
    beforeEach(async () => {
      dossier = await registered()
      await dossier.take(responsable, 'declareAdmissible', { matter: 'M1', reasons: '' })
      await dossier.take(agente, 'consultSector', {
        ...{ matter: 'M1', sector: 'HOUSING', purpose: 'FACTS', dueOn: '2026-05-19' },
        ...{ statement: 'Une demande est restée sans réponse.', question: 'Pourquoi ?' },
      })
      await dossier.take(responsable, 'requestDisclosureConsent', {
        ...{ sectors: ['HOUSING'], purpose: 'Retrouver la demande.', categories: ['IDENTITY'], channel: 'PHONE' },
        ...{ explained: 'Ce qui serait communiqué.', consequencesExplained: true },
      })
      await dossier.take(responsable, 'recordDisclosureConsent', {
        ...{ sector: 'HOUSING', granted: true, channel: 'PHONE', answeredOn: today },
      })
    })

    it('ne montre rien quand la permission est retirée pendant la lecture', async () => {
      const { opening, version } = await open(dossier, habitation)
      let reading: Promise<string> | undefined
      await app.database.transaction(async ask => {
        const { rows } = await query('select id from staff where email = $1', [responsable])
        const actor = { id: rows[0].id, role: 'RESPONSIBLE_OFFICER', sector: null } as const
        const performer = {
          database: app.database,
          master: app.master,
          actor,
          now: () => new Date(`${today}T16:00:00Z`),
        }
        const reference = { id: dossier.id, expectedVersion: version, idempotencyKey: randomUUID() }
        const withdrawal = { sector: 'HOUSING', channel: 'PHONE', withdrawnOn: today } as const
        await performWithin(ask, performer, withdrawDisclosureConsent, reference, withdrawal, {})
        // The withdrawal is written but not committed: the reading must wait for what becomes of it.
        reading = disclose(habitation, opening)
        await wait(300)
      })
      expect(await reading).toBe('IdentityNotDisclosed')
    })

    it('ne montre qu’une fois ce qui est demandé quatre fois ensemble', async () => {
      const { opening } = await open(dossier, habitation)
      const answers = await Promise.all([1, 2, 3, 4].map(() => disclose(habitation, opening)))
      expect(answers.filter(answer => answer === 'IdentityDisclosed')).toHaveLength(1)
    })
  })
})
