import type { MilestoneReminded, RetentionReviewOpened } from '../events.ts'
import { accept, refuse, type Step } from '../step.ts'
import { clockEvents } from './reminders.ts'

/** Says in a dossier what the day asks; taken by the software itself, on business mornings. */
export const keepClock: Step<object, MilestoneReminded | RetentionReviewOpened> = {
  title: 'Rappeler les échéances',
  room: 'analysis',
  act: 'ACT_UNATTENDED',
  barred: ({ registration }) => (registration ? undefined : 'NOT_REGISTERED'),

  decide(complaint, _, { settings, on }) {
    const events = clockEvents(complaint, settings, on)
    return events.length > 0 ? accept(...events) : refuse('NOTHING_DUE')
  },
}
