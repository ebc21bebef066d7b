import { dayNumber, type LocalDate, type Settings } from '@bienfonde/domain'
import type { Database } from '../database/Database.ts'
import { FactCopy } from './FactCopy.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Plan, planOf } from './plan.ts'
import { type Question, QuestionRefused } from './Question.ts'
import { Tally, TooManyCells } from './Tally.ts'

/** How many tallies are kept current, and how large each may be. */
const keptTallies = 64
const largestKept = 4_000_000

interface Kept {
  tally: Tally
  words: string
}

/**
 * The figures, counted over a copy of the facts in this process. A tally already made follows the caseload: asked again,
 * it costs what changed since. Whatever is asked, the copy is first brought to the moment of the question.
 */
class Statistics {
  readonly #copy: FactCopy
  readonly #kept = new Map<string, Kept>()

  constructor(database: Database) {
    this.#copy = new FactCopy(database, {
      change: (first, end, by) => this.#follow(first, end, by),
      restart: () => this.#kept.clear(),
    })
  }

  /** Reads the facts ahead of the first question. */
  warm(): Promise<void> {
    return this.#copy.current()
  }

  /** How many bytes the copy of the facts takes. */
  get bytes(): number {
    return this.#copy.facts.bytes
  }

  /** Answers several questions about one and the same moment. */
  async at<Answer>(today: LocalDate, work: (moment: Moment) => Answer): Promise<Answer> {
    await this.#copy.current()
    return work({
      settings: this.#copy.settings,
      figures: question => this.#figures(question, today),
    })
  }

  #figures(question: Question, today: LocalDate): Figures[] {
    if (question.to < question.from) throw new QuestionRefused('to', 'La fin vient avant le début.')
    const { facts, words } = this.#copy
    const plan = planOf(question, dayNumber(today), words)
    const key = JSON.stringify([question, plan.to])
    const kept = this.#kept.get(key)
    if (kept && kept.words === this.#sizes()) {
      this.#kept.delete(key)
      this.#kept.set(key, kept)
      return figuresOf(kept.tally, words)
    }
    const tally = this.#tallyOf(plan)
    try {
      tally.countAll(facts)
    } catch (error) {
      if (error instanceof TooManyCells) throw new QuestionRefused('groupBy', tooManyGroups)
      throw error
    }
    this.#keep(key, tally)
    return figuresOf(tally, words)
  }

  #tallyOf(plan: Plan): Tally {
    const { words } = this.#copy
    return new Tally(
      plan,
      plan.by.map(({ words: column }) => (column ? words[column].size : 256)),
    )
  }

  #keep(key: string, tally: Tally): void {
    if (tally.bytes > largestKept) return
    this.#kept.set(key, { tally, words: this.#sizes() })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > keptTallies && oldest !== undefined) this.#kept.delete(oldest)
  }

  /** A tally made when fewer words were known cannot tell the new ones apart. */
  #sizes(): string {
    return Object.values(this.#copy.words)
      .map(({ size }) => size)
      .join(' ')
  }

  #follow(first: number, end: number, by: 1 | -1): void {
    const { columns, used } = this.#copy.facts
    const sizes = this.#sizes()
    for (const [key, { tally, words }] of this.#kept) {
      try {
        if (words !== sizes) throw new TooManyCells()
        tally.count(columns, first, end, used, by)
      } catch (error) {
        if (!(error instanceof TooManyCells)) throw error
        this.#kept.delete(key)
      }
    }
  }
}

/** The facts as they are at one moment, under the settings of that moment. */
export interface Moment {
  settings: Settings
  figures(question: Question): Figures[]
}

const tooManyGroups = 'La question demande trop de groupes. Retirez une dimension ou resserrez la période.'

const perDatabase = new WeakMap<Database, Statistics>()

/** The figures of a database: one copy of the facts in a process, whoever asks. */
export function statisticsOf(database: Database): Statistics {
  const known = perDatabase.get(database) ?? new Statistics(database)
  perDatabase.set(database, known)
  return known
}
