import type { LocalDate, Step } from '@bienfonde/domain'

/** What is decided of a dossier before it is played. */
export interface Plan {
  /** Names the dossier for good: its identifiers, and every chance in it, follow from this. */
  key: string
  receivedOn: LocalDate
  registeredOn: LocalDate
  /** Which of the people who register takes it, in their order. */
  officer: number
  /** The story is told only up to this step: the dossier waits for it. */
  stopBefore?: Pick<Step<never>, 'title'>
  /** Nothing waits more than it must. */
  brisk?: boolean
  /** The person bears the name of a place that the facts mention. */
  namesake?: boolean
  /** The complaint is about the responsible officer: another one decides. */
  aboutResponsible?: boolean
  /** The earlier dossier that this one is linked to. */
  related?: string
}
