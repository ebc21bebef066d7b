import { application } from './application.ts'
import { playCaseload, storyNow } from './caseload.ts'
import { people } from './follower.ts'
import { fixedId, type Person, play, responsible } from './play.ts'

/** The played caseload behind the real endpoint, with somebody in every role. */
export async function story({ person, now = storyNow }: { person?: Person; now?: () => Date } = {}) {
  const app = await application({ now, requestsPerMinute: 1_000_000 })
  const { pool } = app.database
  await pool.query(
    `insert into sector (code, name, services) values ('HOUSING', 'Habitation', '["Aide aux ménages"]'),
       ('MUNICIPAL_AFFAIRS', 'Affaires municipales', '[]'), ('ROADS', 'Voirie', '[]')`,
  )
  await pool.query(
    `insert into staff (id, email, name, role) values ($1, 'solange@exemple.test', 'Solange Thibodeau', 'RESPONSIBLE_OFFICER')`,
    [responsible.id],
  )
  const emails = {
    OFFICER: 'agente@exemple.test',
    RESPONSIBLE_OFFICER: 'responsable@exemple.test',
    MANAGER: 'gestion@exemple.test',
    AUDITOR: 'verification@exemple.test',
    OMBUDSMAN: 'protecteur@exemple.test',
    ADMINISTRATOR: 'administration@exemple.test',
    HOUSING: 'habitation@exemple.test',
    MUNICIPAL_AFFAIRS: 'municipal@exemple.test',
    ROADS: 'voirie@exemple.test',
  }
  for (const [who, email] of Object.entries(emails)) {
    const sector = who === 'HOUSING' || who === 'MUNICIPAL_AFFAIRS' || who === 'ROADS' ? who : null
    await app.staff(email, sector ? 'SECTOR_RESPONDENT' : who, sector)
  }
  // The same people under the same identifiers, in every story.
  await pool.query(
    `update staff set id = overlay(overlay(md5(email) placing '4' from 13) placing '8' from 17)::uuid where id <> $1`,
    [responsible.id],
  )
  const player = play(app, responsible)
  await playCaseload(player, person)
  const browserOf = people(app)
  return {
    ...app,
    ...player,
    /** What someone of a role, or of a sector, is answered. */
    async asked<Data = Record<string, unknown>>(who: keyof typeof emails, query: string, variables: object = {}) {
      return (await browserOf(emails[who])).ask<Data>(query, variables)
    },
    cookieOf: async (who: keyof typeof emails) => (await browserOf(emails[who])).cookie,
    number: (n: number) => `2026-${String(n).padStart(6, '0')}`,
    id: fixedId,
  }
}
