import type { LocalDate } from '../calendar/localDate.ts'
import type { Fact } from '../statistics/fact.ts'
import type { HistoricalComplaint } from './historicalComplaint.ts'

/**
 * What a complaint of an earlier register contributes to the figures, from the day it was taken up: the course of its one
 * matter, as far as the register tells. Whether a commitment of that time was kept is not known.
 */
export function historicalFact(complaint: HistoricalComplaint, takenUpOn: LocalDate): Fact {
  const { receivedOn, acknowledgedOn, repliedOn, closed, outcome } = complaint
  const closedOn = complaint.closedOn ?? repliedOn
  const known = (day: LocalDate | null) => day && takenUpOn
  const founded = outcome === 'FOUNDED'
  return {
    ...{ kind: 'MATTER', historical: true, stay: 1, reopened: false },
    ...{ openedOn: receivedOn, enteredOn: receivedOn, enteredKnownOn: takenUpOn },
    ...{ answeredOn: acknowledgedOn, answeredKnownOn: known(acknowledgedOn), answeredInTime: null },
    admittedOn: null,
    ...{ doneOn: closed ? repliedOn : null, doneInTime: null, doneByDate: null },
    endedOn: closed ? (closedOn ?? receivedOn) : null,
    endedKnownOn: closed ? takenUpOn : null,
    undated: closed && closedOn === null,
    ...{ dueOn: null, suspensions: [], officer: null, officerKnownOn: null },
    ...{ sector: complaint.sector, service: complaint.service, subject: complaint.subject },
    ...{ channel: complaint.intakeChannel, language: complaint.language, anonymous: complaint.anonymous },
    outcome: closed ? outcome : null,
    disposition: closed ? outcome : null,
    cause: closed ? complaint.withoutFurtherActionCause : null,
    // A criterion founds only a founded complaint.
    criteria: closed && founded ? complaint.criteria : [],
    grounds: closed ? complaint.inadmissibilityGrounds : [],
    bodies: closed ? complaint.bodies : [],
    ...{ improvement: false, answer: null },
  }
}
