import type { Recorded } from '@bienfonde/domain'
import type { InjectionKey } from 'vue'

export interface TakenAnswer {
  readonly id: string
  readonly fileNumber: string
  readonly version: number
  readonly lines: readonly number[]
  readonly opening?: string | null
}

/** The page around a form: what it does once the step is taken. */
export interface StepPlace {
  /** The form is on screen. */
  readonly reached?: () => void | Promise<void>
  /** The form tells whether it holds something that is not sent yet, until it is released. */
  readonly holds?: (unsent: () => boolean) => () => void
  /** Tells a line of the journal in the words of the page. */
  readonly happened?: (line: Recorded) => string
  readonly taken: (answer: TakenAnswer) => void | Promise<void>
}

export const stepPlace: InjectionKey<StepPlace> = Symbol('stepPlace')
