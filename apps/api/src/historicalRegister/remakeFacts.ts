import { type HistoricalComplaint, historicalFact, type LocalDate } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import { statement } from '../database/statement.ts'
import { factColumns, factRow } from '../readModels/statisticsFacts.ts'
import { columnArrays, selected, unnested } from './columnArrays.ts'

const linesAtOnce = 2_000

const patient = statement('historical_facts_patient', 'set local statement_timeout = 0')
const forget = statement(
  'historical_facts_forget',
  `with gone as (delete from statistics_fact where historical returning dossier_no)
   update statistics_change change set written = pg_current_xact_id() from gone where change.dossier_no = gone.dossier_no`,
)
const declare = statement(
  '',
  `declare taken_up no scroll cursor for
   select statistics_no as number, taken_up_on::text as "takenUpOn", json_build_object(
     'receivedOn', received_on, 'acknowledgedOn', acknowledged_on, 'repliedOn', replied_on, 'closedOn', closed_on,
     'closed', closed, 'intakeChannel', intake_channel, 'language', language, 'anonymous', anonymous,
     'sector', sector, 'service', service, 'subject', subject, 'outcome', outcome,
     'inadmissibilityGrounds', inadmissibility_grounds, 'bodies', bodies,
     'withoutFurtherActionCause', without_further_action_cause, 'criteria', criteria
   ) as complaint from historical_complaint order by statistics_no`,
)
const next = statement('', `fetch forward ${linesAtOnce} from taken_up`)

const columns = ['dossier_no int', ...factColumns]
const write = statement(
  'historical_facts_write',
  `with fact as (
     insert into statistics_fact (version, position, ${columns.map(column => column.split(' ')[0]).join(', ')})
     select 0, 0, ${selected(columns, 'told')} from ${unnested(columns, 1, 'told')} returning dossier_no
   )
   insert into statistics_change (dossier_no, written) select dossier_no, pg_current_xact_id() from fact
   on conflict (dossier_no) do update set written = excluded.written`,
)

interface TakenUp {
  number: number
  takenUpOn: LocalDate
  complaint: HistoricalComplaint
}

/** Makes the facts of the complaints taken up anew, as the domain says them; gives how many. */
export const remakeHistoricalFacts = (database: Database): Promise<number> =>
  database.transaction(async ask => {
    await ask(patient)
    await ask(forget)
    await ask(declare)
    for (let count = 0; ; ) {
      const found = await ask<TakenUp & Record<string, unknown>>(next)
      if (found.length === 0) return count
      const facts = found.map(({ number, takenUpOn, complaint }) => ({
        ...{ dossier_no: number, known_from: takenUpOn, known_to: null },
        ...factRow(historicalFact(complaint, takenUpOn)),
      }))
      await ask(write, columnArrays(columns, facts))
      count += found.length
    }
  })
