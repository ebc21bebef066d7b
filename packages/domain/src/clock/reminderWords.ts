import { frenchDate } from '../calendar/frenchDate.ts'
import type { MilestoneReminded } from '../events.ts'
import { milestoneKinds } from '../tables/delays.ts'
import { labelOf } from '../tables/entry.ts'

/** A message to somebody of the ministry: a dossier's number and a date, nothing of the person. */
export interface StaffMessage {
  readonly subject: string
  readonly text: string
}

const asked: Readonly<Record<MilestoneReminded['rung'], (what: string, day: string) => readonly [string, string]>> = {
  BEFORE: (what, day) => ['Échéance prochaine', `${what} : l’échéance est le ${day}.`],
  FIRST: (what, day) => ['Rappel', `${what} : l’échéance du ${day} est passée. Il reste à y donner suite.`],
  SECOND: (what, day) => [
    'Deuxième rappel',
    `${what} : l’échéance du ${day} est passée et un premier rappel est resté sans suite.`,
  ],
  ESCALATION: (what, day) => [
    'Signalement',
    `${what} : l’échéance du ${day} est passée et rien n’est venu. Ce signalement vous est fait pour que vous y voyiez.`,
  ],
}

/** What a reminder says to whoever hears it. */
export function reminderMessage(
  { milestone, rung, dueOn }: Pick<MilestoneReminded, 'milestone' | 'rung' | 'dueOn'>,
  fileNumber: string,
): StaffMessage {
  const [title, sentence] = asked[rung](labelOf(milestoneKinds, milestone), frenchDate(dueOn))
  return {
    subject: `${title} – dossier ${fileNumber}`,
    text: `Bonjour,\n\nDossier ${fileNumber}. ${sentence}\n\nLe portail dit ce qui est attendu, et pourquoi cette date.`,
  }
}

/** What somebody’s day holds, counted in dossiers. */
export interface DayCounts {
  readonly overdue: number
  readonly dueToday: number
  readonly dueSoon: number
  readonly waitingOverdue: number
}

const dossiers = (n: number) => (n === 1 ? '1 dossier' : `${n} dossiers`)

/** The message of a business morning; nothing when nothing presses. */
export function digestMessage(counts: DayCounts, today: string): StaffMessage | undefined {
  const { overdue, dueToday, dueSoon, waitingOverdue } = counts
  const lines = [
    overdue > 0 && `– En retard : ${dossiers(overdue)}`,
    dueToday > 0 && `– À faire aujourd’hui : ${dossiers(dueToday)}`,
    dueSoon > 0 && `– Bientôt : ${dossiers(dueSoon)}`,
    waitingOverdue > 0 && `– En attente d’une réponse dont la date est passée : ${dossiers(waitingOverdue)}`,
  ].filter(line => line !== false)
  if (lines.length === 0) return undefined
  return {
    subject: `Votre journée du ${frenchDate(today)}`,
    text: `Bonjour,\n\n${lines.join('\n')}\n\nLa page « Aujourd’hui » du portail les montre tous, dans l’ordre.`,
  }
}
