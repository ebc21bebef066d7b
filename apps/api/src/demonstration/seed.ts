import type { Application } from '../application.ts'
import { statement } from '../database/statement.ts'
import { addDemonstrationAccounts } from './accounts.ts'

const anyone = statement('demonstration_anyone', 'select 1 from staff limit 1')

/** Fills the database with an invented ministry at work. */
export async function seedDemonstration({ database }: Application): Promise<void> {
  await database.transaction(addDemonstrationAccounts)
}

/** Whether nobody has ever been registered here: only then may the demonstration come by itself. */
export async function isEmpty({ database }: Application): Promise<boolean> {
  return (await database.ask(anyone)).length === 0
}
