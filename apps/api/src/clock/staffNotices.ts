import {
  type Event,
  type MilestoneReminded,
  type Recorded,
  reminderMessage,
  type StaffMessage,
} from '@bienfonde/domain'
import { type Ask, statement } from '../database/statement.ts'
import { enqueue } from './queue.ts'

const addReminder = statement(
  'staff_notice_reminder',
  `insert into staff_notice (dossier_id, line, heard, sector, subject, body) values ($1, $2, $3, $4, $5, $6)
   on conflict (dossier_id, line) do nothing returning id`,
)
const addDigest = statement(
  'staff_notice_digest',
  `insert into staff_notice (staff_id, digest_on, subject, body) values ($1, $2, $3, $4)
   on conflict (staff_id, digest_on) do nothing returning id`,
)

const isReminder = (line: Recorded): line is Recorded<MilestoneReminded & Event> =>
  line.event.type === 'MILESTONE_REMINDED'

const sending = (ask: Ask, id: string) => enqueue(ask, 'send_staff_notice', { notice: id }, { key: `notice|${id}` })

/** Writes to whoever hears the reminders that a step has just given, in its transaction. */
export async function tellReminders(
  ask: Ask,
  { id, fileNumber }: { id: string; fileNumber: string },
  written: readonly Recorded[],
): Promise<void> {
  for (const { seq, event } of written.filter(isReminder)) {
    const { subject, text } = reminderMessage(event, fileNumber)
    const values = [id, seq, event.heard, event.sector, subject, text]
    const [notice] = await ask<{ id: string }>(addReminder, values)
    if (notice) await sending(ask, notice.id)
  }
}

/** Writes to somebody what their day holds, once a day whatever the number of askings. */
export async function tellDay(ask: Ask, staff: string, on: string, { subject, text }: StaffMessage): Promise<void> {
  const [notice] = await ask<{ id: string }>(addDigest, [staff, on, subject, text])
  if (notice) await sending(ask, notice.id)
}
