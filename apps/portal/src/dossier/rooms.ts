import { dutiesOf, type RefusalCode, type Room, type StepName, standing, stepNames, steps } from '@bienfonde/domain'
import type { Dossier } from './Dossier.ts'

/** The rooms of the process, as an officer reads them. */
export const roomLabels: Readonly<Record<Room, string>> = {
  intake: 'Réception et suivi du dossier',
  admissibility: 'Recevabilité',
  transfer: 'Renvoi et transfert',
  confidentiality: 'Confidentialité',
  analysis: 'Analyse',
  decision: 'Décision',
  result: 'Résultat',
  followUp: 'Suites données aux recommandations',
  ombudsman: 'Protecteur du citoyen',
  retention: 'Après la fermeture',
}

export interface StandingStep {
  readonly name: StepName
  readonly title: string
  readonly room: Room
  readonly refusal: RefusalCode | undefined
}

/** How every step stands in a dossier, in the order of the process; its registration is behind it. */
export const standingSteps = ({ complaint, actor, settings }: Dossier): StandingStep[] =>
  stepNames
    .filter(name => name !== 'registerComplaint')
    .map(name => {
      const { title, room } = steps[name]
      return {
        name,
        title,
        room,
        refusal: standing(steps[name] as Parameters<typeof standing>[0], complaint, actor, settings).refusal,
      }
    })

/** The step that the process expects next of this person, when one is open. */
export const nextStep = ({ complaint }: Dossier, standingNow: readonly StandingStep[]): StandingStep | undefined =>
  dutiesOf(complaint)
    .flatMap(duty => duty.steps)
    .map(name => standingNow.find(step => step.name === name))
    .find(step => step !== undefined && step.refusal === undefined)

/** Steps grouped under their rooms, in order. */
export function byRoom(of: readonly StandingStep[]): { room: Room; label: string; steps: StandingStep[] }[] {
  const rooms = Object.keys(roomLabels) as Room[]
  return rooms
    .map(room => ({ room, label: roomLabels[room], steps: of.filter(step => step.room === room) }))
    .filter(group => group.steps.length > 0)
}
