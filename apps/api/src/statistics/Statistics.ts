import { dayNumber, type LocalDate, type Settings } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import { Backlog } from './Backlog.ts'
import type { FactColumns } from './FactColumns.ts'
import { FactCopy } from './FactCopy.ts'
import type { FactCounter } from './FactCounter.ts'
import { type Figures, figuresOf } from './figures.ts'
import { planOf } from './plan.ts'
import { type Question, QuestionRefused } from './Question.ts'
import { Tally, TooManyCells } from './Tally.ts'

/** How many counts are kept current, how large each may be, and all together. */
const keptCounts = 64
const largestKept = 4_000_000
const keptBytes = 24_000_000

/** No published table that figures are told apart by has more codes, none included. */
const mostCodes = 16

/** How many words may still come to a column before a count can no longer tell them apart. */
const spareWords = 32

/**
 * The figures, counted over a copy of the facts in this process. A tally already made follows the caseload: asked again,
 * it costs what changed since. Whatever is asked, the copy is first brought to the moment of the question.
 */
class Statistics {
  readonly #copy: FactCopy
  readonly #kept = new Map<string, FactCounter>()

  constructor(database: Database) {
    this.#copy = new FactCopy(database, {
      change: (facts, first, end, by) => this.#follow(facts, first, end, by),
      restart: () => this.#kept.clear(),
    })
  }

  /** Reads the facts ahead of the first question. */
  warm(): Promise<void> {
    return this.#copy.current()
  }

  /** How many bytes the copy of the facts takes. */
  get bytes(): number {
    return this.#copy.present.bytes + this.#copy.past.bytes + this.#copy.beside.bytes
  }

  /**
   * The facts as they are now or later. What is asked of the moment is to be asked before anything else is awaited, so
   * that several questions are answered about one and the same moment.
   */
  async now(today: LocalDate): Promise<Moment> {
    await this.#copy.current()
    const { settings, sectors, version } = this.#copy
    const figures = (question: Question) => figuresOf(this.#tally(question, today), this.#copy.words)
    return {
      ...{ today, settings, sectors, version },
      figures,
      whole: question => {
        const [whole] = figures({ ...question, groupBy: [], everyPiece: true })
        if (!whole) throw new Error('A period without a piece of time')
        return whole
      },
      backlog: question => this.#backlog(question, today),
    }
  }

  #tally(question: Question, today: LocalDate): Tally {
    refuseBackwards(question)
    const { words, present, past } = this.#copy
    const plan = planOf(question, dayNumber(today), words)
    const strides = plan.by.map(({ words: column }) => (column ? words[column].size + spareWords : mostCodes))
    const longest = Math.max(present.longest, past.longest)
    return this.#counted(JSON.stringify([question, plan.to]), () => new Tally(plan, strides, longest))
  }

  #backlog(question: BacklogQuestion, today: LocalDate): BacklogAges {
    const { on } = question
    const asked = { ...question, from: on, to: on, groupBy: [], delays: false }
    const plan = planOf(asked, dayNumber(today), this.#copy.words)
    const day = Math.min(dayNumber(on), plan.asOf, dayNumber(today))
    const backlog = this.#counted(JSON.stringify(['BACKLOG', question, day]), () => new Backlog(plan, day))
    return { ageOf: since => this.#copy.worked.between(since, day), since: backlog.since, overdue: backlog.overdue }
  }

  /** A count kept from before, or made now. */
  #counted<Counter extends FactCounter>(key: string, make: () => Counter): Counter {
    const kept = this.#kept.get(key)
    const { present, past, beside, words } = this.#copy
    if (kept?.fits(words)) {
      // What is asked again goes last, so that what nobody asks is forgotten first.
      this.#kept.delete(key)
      this.#kept.set(key, kept)
      return kept as Counter
    }
    const counter = make()
    try {
      counter.countAll(present)
      if (!counter.now) counter.countAll(past)
      if (counter.sides) counter.countAll(beside, true)
    } catch (error) {
      if (error instanceof TooManyCells) throw new QuestionRefused('groupBy', tooManyGroups)
      throw error
    }
    this.#keep(key, counter)
    return counter
  }

  #keep(key: string, counter: FactCounter): void {
    if (counter.bytes > largestKept) return
    this.#kept.set(key, counter)
    let bytes = [...this.#kept.values()].reduce((sum, kept) => sum + kept.bytes, 0)
    for (const [oldest, kept] of this.#kept) {
      if (bytes <= keptBytes && this.#kept.size <= keptCounts) return
      bytes -= kept.bytes
      this.#kept.delete(oldest)
    }
  }

  #follow({ columns, used }: FactColumns, first: number, end: number, by: 1 | -1): void {
    for (const [key, counter] of this.#kept) {
      try {
        if (!counter.fits(this.#copy.words)) throw new TooManyCells()
        counter.count(columns, first, end, used, by)
      } catch (error) {
        if (!(error instanceof TooManyCells)) throw error
        this.#kept.delete(key)
      }
    }
  }
}

/** The facts as they are at one moment, under the settings of that moment. */
export interface Moment {
  today: LocalDate
  settings: Settings
  /** The names of the sectors, by their codes. */
  sectors: Readonly<Record<string, string>>
  /** Goes up whenever a figure may have changed. */
  version: number
  figures(question: Question): Figures[]
  /** The figures of the whole, without groups. */
  whole(question: Question): Figures
  backlog(question: BacklogQuestion): BacklogAges
}

/** What is asked of the backlog: what was open at the end of a day. */
type BacklogQuestion = Pick<Question, 'unit' | 'filter' | 'asOf'> & { readonly on: LocalDate }

export interface BacklogAges {
  /** How many came in on each day, the earliest first. */
  since: { day: number; count: number }[]
  overdue: number
  /** Business days from a day to that of the question. */
  ageOf(since: number): number
}

const refuseBackwards = ({ from, to }: Question) => {
  if (to < from) throw new QuestionRefused('period.to', 'La fin de la période vient avant son début.')
}

const tooManyGroups = 'La question demande trop de groupes. Retirez une dimension ou resserrez la période.'

const perDatabase = new WeakMap<Database, Statistics>()

/** The figures of a database: one copy of the facts in a process, whoever asks. */
export function statisticsOf(database: Database): Statistics {
  const known = perDatabase.get(database) ?? new Statistics(database)
  perDatabase.set(database, known)
  return known
}
