import { statement } from '../database/statement.ts'
import { MailRefused } from '../mail/Mailer.ts'
import type { Keeper } from './Keeper.ts'

interface Waiting {
  subject: string
  body: string
  dossier: string | null
  to: string[]
}

// Who hears is looked up when the message leaves: people come, go and change sectors meanwhile.
const findNotice = statement(
  'staff_notice_find',
  `select n.subject, n.body, n.dossier_id as dossier, array(
     select s.email from staff s
     where s.active and (s.id = n.staff_id
       or (n.heard = 'SECTOR' and s.role = 'SECTOR_RESPONDENT' and s.sector = n.sector)
       or (n.heard in ('DECIDERS', 'UNIT_MANAGER') and s.role = 'RESPONSIBLE_OFFICER')
       or (n.heard = 'CARRIER' and s.id::text = (select officer_id from caseload c where c.dossier_id = n.dossier_id)))
     union
     select manager_email from sector where n.heard = 'UNIT_MANAGER' and code = n.sector and manager_email is not null
     order by 1) as "to"
   from staff_notice n where n.id = $1 and n.state in ('WAITING', 'UNSENT', 'FAILED')`,
)
const mark = statement(
  'staff_notice_mark',
  `update staff_notice set state = $2, failure = $3, attempts = attempts + $4,
     sent_at = case when $2 = 'SENT' then now() else sent_at end where id = $1`,
)

/** Sends a message to people of the ministry; a failure is kept and shown, and the job tries again later. */
export async function sendStaffNotice(
  { database, mailer, publicUrl }: Keeper,
  id: string,
  last: boolean,
): Promise<void> {
  const [notice] = await database.ask<Waiting & Record<string, unknown>>(findNotice, [id])
  if (!notice) return
  const { subject, body, dossier, to } = notice
  if (to.length === 0) return void (await database.ask(mark, [id, 'UNADDRESSED', null, 0]))
  if (!mailer) return void (await database.ask(mark, [id, 'UNSENT', null, 0]))
  const link = publicUrl ? `\n\n${new URL(dossier ? `/dossiers/${dossier}` : '/aujourdhui', publicUrl)}` : ''
  try {
    await mailer.send({ to, subject, text: `${body}${link}`, messageId: `<${id}@bienfonde.invalid>` })
  } catch (error) {
    const failure = error instanceof MailRefused ? error.failure : 'UNREACHABLE'
    const final = last || (error instanceof MailRefused && error.final)
    await database.ask(mark, [id, final ? 'FAILED' : 'WAITING', failure, 1])
    if (final) return
    throw error
  }
  await database.ask(mark, [id, 'SENT', null, 1])
}
