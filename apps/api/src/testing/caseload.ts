import {
  assessMerits,
  closeWithoutFurtherAction,
  consultSector,
  declareInadmissible,
  escalateToOmbudsman,
  formulateRecommendation,
  openIdentity,
  recordImpossibilityToInform,
  recordSectorReply,
  recordWithdrawal,
  reopenComplaint,
  suspendClock,
} from '@bienfonde/domain'
import { answers } from '@bienfonde/domain/testing'
import { fixedId, type Person, type play } from './play.ts'

const merits = (matter: string, ...met: Parameters<typeof answers>) => ({
  matter,
  criteria: answers(...met),
  prejudice: 'SELF' as const,
  prejudiceReason: 'Une saison perdue.',
  reasons: met.length > 0 ? 'Le délai annoncé n’a pas été tenu.' : 'Le délai annoncé a été respecté.',
})

const delay = {
  subject: 'Délai de réponse',
  sector: 'HOUSING',
  statement: 'La demande d’aide est restée sans réponse.',
}
const welcome = {
  subject: 'Qualité de l’accueil',
  sector: 'MUNICIPAL_AFFAIRS',
  service: 'Démocratie municipale',
  statement: 'Les renseignements donnés au comptoir étaient contradictoires.',
}

/** Twelve dossiers, one for each way a complaint can stand or end; the first day of the story is 2 March 2026. */
export async function playCaseload({ step, register, admit, inform }: ReturnType<typeof play>, person?: Person) {
  const told = person ? { person } : {}
  const consult = { purpose: 'FACTS' as const, statement: delay.statement, question: 'Qu’est-il arrivé ?' }

  // To examine, received before the fiscal year.
  await register(fixedId(1), '2026-03-02', [delay], { ...told, intakeChannel: 'PHONE' })
  // Under analysis, late.
  await register(fixedId(2), '2026-05-04', [delay, welcome], told)
  await admit(fixedId(2), '2026-05-05')
  await admit(fixedId(2), '2026-05-05', 'M2')
  // Consulted, unanswered; the identity was opened by the Secretariat.
  await register(fixedId(3), '2026-06-15', [delay], told)
  await admit(fixedId(3), '2026-06-16')
  await step(fixedId(3), '2026-06-17', consultSector, {
    ...consult,
    matter: 'M1',
    sector: 'HOUSING',
    dueOn: '2026-06-30',
  })
  await step(fixedId(3), '2026-06-18', openIdentity, { reason: 'Rappeler la personne.', scope: ['IDENTITY'] })
  // Founded, with a recommendation, closed in the year; another sector had answered.
  await register(fixedId(4), '2026-03-20', [welcome], { ...told, intakeChannel: 'COUNTER' })
  await admit(fixedId(4), '2026-03-23')
  const asked = {
    ...consult,
    statement: welcome.statement,
    matter: 'M1',
    sector: 'MUNICIPAL_AFFAIRS',
    dueOn: '2026-04-02',
  }
  await step(fixedId(4), '2026-03-24', consultSector, asked)
  const reply = { consultation: 'C1', reply: 'Deux consignes se contredisaient.', repliedOn: '2026-03-30' }
  await step(fixedId(4), '2026-03-30', recordSectorReply, reply)
  await step(fixedId(4), '2026-04-07', assessMerits, merits('M1', 'REPRESENTATIVE_ERROR'))
  const correction = { matter: 'M1', sector: 'MUNICIPAL_AFFAIRS', text: 'Refondre la consigne d’accueil.', dueOn: null }
  await step(fixedId(4), '2026-04-07', formulateRecommendation, correction)
  await inform(fixedId(4), '2026-04-08')
  // One matter founded, one unfounded.
  await register(fixedId(5), '2026-04-10', [delay, welcome], told)
  await admit(fixedId(5), '2026-04-13')
  await admit(fixedId(5), '2026-04-13', 'M2')
  await step(fixedId(5), '2026-04-20', assessMerits, merits('M1', 'BELOW_SERVICE_STANDARD'))
  await step(fixedId(5), '2026-04-20', assessMerits, merits('M2'))
  await inform(fixedId(5), '2026-04-21')
  // Inadmissible, and nobody to tell.
  await register(fixedId(6), '2026-04-14', [delay], { ...told, anonymous: true })
  const unreachable = {
    matter: 'M1',
    grounds: [{ ground: 'SENDER_UNREACHABLE' as const }],
    reasons: 'Aucun moyen de répondre.',
  }
  await step(fixedId(6), '2026-04-15', declareInadmissible, unreachable)
  await step(fixedId(6), '2026-04-15', recordImpossibilityToInform, { reason: 'Aucun moyen de répondre.' })
  // Withdrawn.
  await register(fixedId(7), '2026-05-20', [welcome], told)
  await step(fixedId(7), '2026-05-22', recordWithdrawal, { channel: 'PHONE', withdrawnOn: '2026-05-22', note: '' })
  await inform(fixedId(7), '2026-05-25')
  // Closed in one fiscal year, reopened in the next.
  await register(fixedId(8), '2026-03-03', [delay, welcome], told)
  await admit(fixedId(8), '2026-03-04')
  await admit(fixedId(8), '2026-03-04', 'M2')
  await step(fixedId(8), '2026-03-10', assessMerits, merits('M1'))
  await step(fixedId(8), '2026-03-10', assessMerits, merits('M2'))
  await inform(fixedId(8), '2026-03-11')
  await step(fixedId(8), '2026-06-22', reopenComplaint, { matters: ['M1'], newFacts: 'Une lettre retrouvée.' })
  // Suspended.
  await register(fixedId(9), '2026-06-01', [delay], told)
  await admit(fixedId(9), '2026-06-02')
  const pause = { cause: 'AWAITING_COMPLAINANT' as const, reason: 'Un document est attendu.', from: '2026-06-03' }
  await step(fixedId(9), '2026-06-03', suspendClock, pause)
  // Closed without further action.
  await register(fixedId(10), '2026-05-11', [delay], { ...told, anonymous: true })
  await admit(fixedId(10), '2026-05-12')
  const unknown = {
    matter: 'M1',
    cause: 'ANONYMITY' as const,
    facts: 'Rien ne situe les faits.',
    reasons: 'Faits inconnus.',
  }
  await step(fixedId(10), '2026-05-13', closeWithoutFurtherAction, unknown)
  await step(fixedId(10), '2026-05-13', recordImpossibilityToInform, { reason: 'Aucun moyen de répondre.' })
  // Due soon, escalated.
  await register(fixedId(11), '2026-06-11', [welcome], { ...told, language: 'EN' })
  const escalation = {
    initiatedBy: 'COMPLAINANT' as const,
    escalatedOn: '2026-06-15',
    ombudsmanFileNumber: null,
    consentGivenOn: null,
    reason: 'La personne préfère ce recours.',
  }
  await step(fixedId(11), '2026-06-15', escalateToOmbudsman, escalation)
  // On time.
  await register(fixedId(12), '2026-07-03', [{ ...delay, subject: 'Habitations à loyer modique' }], told)
}

/** The day on which the played story is looked at. */
const storyDay = '2026-07-06'
export const storyNow = () => new Date(`${storyDay}T16:00:00Z`)
