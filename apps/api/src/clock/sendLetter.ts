import { type Recorded, replay, reportSending, type SendingFailure, systemActor } from '@bienfonde/domain'
import { statement } from '../database/statement.ts'
import { perform } from '../journal/perform.ts'
import { journalOf } from '../journal/recorded.ts'
import { MailRefused } from '../mail/Mailer.ts'
import { StepTaken } from '../schema/StepOutcome.ts'
import { sendingAddress } from '../vault/sendingAddress.ts'
import type { Keeper } from './Keeper.ts'

const keepAttempt = statement(
  'sending_attempt_keep',
  `insert into sending_attempt as kept (dossier_id, line, attempts, failure) values ($1, $2, 1, $3)
   on conflict (dossier_id, line) do update
     set (attempts, failure, at) = (kept.attempts + 1, excluded.failure, now())`,
)

/** A letter by its place in the journal. */
export interface LetterPlace {
  dossier: string
  line: number
}

/** Hands a letter to the mail server, with whom it is for joined at that moment alone; what came of it goes to the journal. */
export async function sendLetter(keeper: Keeper, { dossier, line }: LetterPlace, last: boolean): Promise<void> {
  const { database, master, mailer, letters } = keeper
  const { ask } = database
  const lines = await journalOf(ask, dossier)
  const { registration, dispatches } = replay(lines)
  const waiting = dispatches.some(each => each.line === line && each.state === 'WAITING' && each.channel === 'EMAIL')
  // Without a mail server it waits to be printed, in sight of those who prepare dossiers.
  if (!waiting || !registration || !mailer) return
  const address = await sendingAddress(ask, master, dossier)
  if (!address) return report(keeper, { dossier, line }, 'ADDRESS_MISSING')
  try {
    const { text, attachments } = await letters(lines, line, address.lines)
    await mailer.send({
      to: [address.email],
      subject: `Votre plainte, dossier ${registration.fileNumber}`,
      text,
      attachments,
      messageId: `<${dossier}.${line}@bienfonde.invalid>`,
    })
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error
    await ask(keepAttempt, [dossier, line, error.failure])
    if (error.final || last) return report(keeper, { dossier, line }, error.failure)
    throw error
  }
  await report(keeper, { dossier, line }, null)
}

/** Writes in the journal what came of a letter; whoever writes in the dossier at the same instant goes first. */
async function report(keeper: Keeper, { dossier, line }: LetterPlace, failure: SendingFailure | null): Promise<void> {
  const { database, master, now } = keeper
  for (let attempt = 0; attempt < 5; attempt++) {
    const lines: Recorded[] = await journalOf(database.ask, dossier)
    const expectedVersion = lines.length
    const reference = { id: dossier, expectedVersion, idempotencyKey: `letter-${dossier}-${line}-${expectedVersion}` }
    const performer = { database, master, actor: systemActor, now }
    const answer = await perform(performer, reportSending, reference, { line, failure })
    if (answer instanceof StepTaken || answer.code === 'LETTER_UNKNOWN') return
  }
  throw new Error('What came of a letter could not be written')
}
