import type { Database } from '../database/Database.ts'
import { statement } from '../database/statement.ts'
import { ImportRefusal } from './ImportRefusal.ts'
import { alone } from './importGuard.ts'
import { recordRegister } from './registerChain.ts'

// Whoever keeps a copy of the facts is told of those that are gone.
const takeAway = statement(
  'historical_register_take_away',
  `with gone as (
     delete from historical_complaint complaint using historical_import import
     where complaint.import_id = import.id and import.register = $1 returning complaint.statistics_no
   ), fact as (
     delete from statistics_fact using gone where dossier_no = statistics_no returning dossier_no
   ), change as (
     update statistics_change change set written = pg_current_xact_id() from fact where change.dossier_no = fact.dossier_no
   )
   select count(*)::int as withdrawn from gone`,
)
const forget = statement('historical_register_forget', 'delete from historical_import where register = $1 returning id')
const findRegisters = statement('historical_registers', 'select distinct register from historical_import order by 1')

/** Takes everything of an earlier register away again, as if it had not been taken up; gives the number of dossiers. */
export const withdrawRegister = (database: Database, register: string, at: Date): Promise<number> =>
  alone(database, () =>
    database.transaction(async ask => {
      const [gone] = await ask<{ withdrawn: number }>(takeAway, [register])
      const withdrawn = gone?.withdrawn ?? 0
      if ((await ask(forget, [register])).length === 0) {
        const others = (await ask<{ register: string }>(findRegisters)).map(each => `« ${each.register} »`)
        throw new ImportRefusal(
          `Aucun registre « ${register} » n’a été repris dans cette base.${others.length > 0 ? ` Registres repris : ${others.join(', ')}.` : ''}`,
        )
      }
      await recordRegister(ask, 'REGISTER_WITHDRAWN', at, { register, withdrawn })
      return withdrawn
    }),
  )
