import { type Event, refuse, type Step } from '@bienfonde/domain'

/** A command whose question may still wait for its answer. */
export type Asked<Command, Question extends keyof Command> = Omit<Command, Question> & {
  [Key in Question]: Command[Key] | null
}

/** The step as a form asks it: nothing is chosen in advance, and a question left without an answer is refused. */
export function asking<Command extends object, E extends Event, Question extends keyof Command & string>(
  step: Step<Command, E>,
  question: Question,
): Step<Asked<Command, Question>, E> {
  const isAnswered = (asked: Asked<Command, Question> | Command): asked is Command => asked[question] !== null
  const { writes } = step
  return {
    ...step,
    writes: asked => (isAnswered(asked) ? (writes?.(asked) ?? []) : []),
    decide: (complaint, asked, stamp) =>
      isAnswered(asked) ? step.decide(complaint, asked, stamp) : refuse('REPLY_MISSING', question),
  }
}
