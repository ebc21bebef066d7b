import { graphql } from '../graphql/gql.ts'
import type { TodayQuery as Answer } from '../graphql/graphql.ts'

export const TodayQuery = graphql(`
  query Today {
    today {
      on
      calendar
      dueSoonDays
      toDo {
        total
        overdue
        dueToday
        dueSoon
        later
        rows {
          id
          fileNumber
          subjects
          dueOn
          lateness
          suspended
          duties {
            steps
            dueOn
          }
        }
      }
      returned {
        total
        rows {
          id
          fileNumber
          subjects
          on
          byName
          event
        }
      }
      waiting {
        total
        overdue
        rows {
          id
          fileNumber
          subjects
          waits {
            party
            sector
            body
            step
            since
            dueOn
          }
        }
      }
    }
  }
`)

export type Today = Answer['today']
export type ToDoRow = Today['toDo']['rows'][number]
export type ReturnedRow = Today['returned']['rows'][number]
export type WaitingRow = Today['waiting']['rows'][number]
