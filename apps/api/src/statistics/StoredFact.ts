/** A fact as the table gives it: days since 1970, 0 for none; codes as numbers, 0 for none; words under their numbers. */
export interface StoredFact {
  dossier: number
  knownFrom: number
  /** The first day on which it no longer holds; `stillKnown` for what holds now. */
  knownTo: number
  kind: number
  origin: number
  stay: number
  openedOn: number
  enteredOn: number
  enteredKnownOn: number
  answeredOn: number
  answeredKnownOn: number
  admittedOn: number
  doneOn: number
  endedOn: number
  endedKnownOn: number
  dueOn: number
  officerKnownOn: number
  channel: number
  language: number
  outcome: number
  disposition: number
  cause: number
  criteria: number
  grounds: number
  bodies: number
  answer: number
  reopened: boolean
  answeredInTime: boolean
  /** Sent, without its being known whether it was in time. */
  answeredUnjudged: boolean
  doneInTime: boolean
  doneUnjudged: boolean
  doneByDate: boolean
  improvement: boolean
  /** Without a delay, for want of the day it ended. */
  undated: boolean
  /** 0 unknown, 1 no, 2 yes. */
  anonymity: number
  sector: number
  service: number
  subject: number
  officer: number
  suspensions: number[]
}

/** Stands for a version that still holds, and for the present in a question without a day. */
export const stillKnown = 65_535

export const factKinds = { MATTER: 1, RECOMMENDATION: 2, CONSENT: 3, ESCALATION: 4 } as const

/** An empty fact, to be filled anew for each row. */
export const blankFact = (): StoredFact => ({
  ...{
    dossier: 0,
    knownFrom: 0,
    knownTo: 0,
    kind: 0,
    origin: 0,
    stay: 0,
    openedOn: 0,
    enteredOn: 0,
    enteredKnownOn: 0,
  },
  ...{ answeredOn: 0, answeredKnownOn: 0, admittedOn: 0, doneOn: 0, endedOn: 0, endedKnownOn: 0, dueOn: 0 },
  ...{ officerKnownOn: 0, channel: 0, language: 0, outcome: 0, disposition: 0, cause: 0, criteria: 0, grounds: 0 },
  ...{ bodies: 0, answer: 0, reopened: false, answeredInTime: false, doneInTime: false, doneByDate: false },
  ...{ answeredUnjudged: false, doneUnjudged: false, undated: false },
  ...{ improvement: false, anonymity: 0, sector: 0, service: 0, subject: 0, officer: 0, suspensions: [] },
})
