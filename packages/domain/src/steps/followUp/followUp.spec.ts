import { describe, it } from 'vitest'
import type { Event, RecommendationAnswered } from '../../events.ts'
import { by, given } from '../../testing/given.ts'
import {
  admitted,
  assigned,
  consulted,
  foundFounded,
  informed,
  matterAdded,
  registered,
} from '../../testing/histories.ts'
import { neighbour, officer, respondent } from '../../testing/people.ts'
import { answerRecommendation } from './answerRecommendation.ts'
import { closeRecommendation } from './closeRecommendation.ts'
import { recordImplementation } from './recordImplementation.ts'

const recommended = (recommendation = 'R1', sector = 'AMENAGEMENT'): Event => ({
  type: 'RECOMMENDATION_FORMULATED',
  recommendation,
  matter: 'M1',
  sector,
  text: 'Afficher les délais.',
  dueOn: null,
})
const open = [registered, matterAdded, assigned, admitted, foundFounded, recommended()] as const
const closed = [...open, informed] as const
const accepted: RecommendationAnswered = {
  type: 'RECOMMENDATION_ANSWERED',
  recommendation: 'R1',
  answer: 'ACCEPTED',
  plan: 'Mise à jour du site.',
  dueOn: null,
}
const refused: Event = { ...accepted, answer: 'REFUSED' }
const implemented: Event = {
  type: 'IMPLEMENTATION_RECORDED',
  recommendation: 'R1',
  evidence: 'La page publiée.',
  implementedOn: '2026-06-08',
}
const settled: Event = { type: 'RECOMMENDATION_CLOSED', recommendation: 'R1', reason: 'Fait.' }

describe('répondre à une recommandation', () => {
  const answer = {
    recommendation: 'R1',
    answer: 'ACCEPTED' as const,
    plan: 'Mise à jour du site.',
    dueOn: '2026-09-01',
  }

  it('revient au secteur à qui elle s’adresse, une fois la personne avisée', () => {
    given(...closed)
      .when(answerRecommendation, answer, by(respondent))
      .yields({ answer: 'ACCEPTED' })
    given(...closed)
      .when(answerRecommendation, answer, by(neighbour))
      .refuses('DOSSIER_UNKNOWN')
    given(...open)
      .when(answerRecommendation, answer)
      .refuses('NOT_CLOSED')
    given(...open)
      .when(answerRecommendation, answer, by(respondent))
      .refuses('DOSSIER_UNKNOWN')
    given(registered, matterAdded, admitted, foundFounded, informed)
      .when(answerRecommendation, answer)
      .refuses('NO_RECOMMENDATION')
    given(...open, recommended('R2', 'HABITATION'), informed)
      .when(answerRecommendation, answer, by(neighbour))
      .refuses('RECOMMENDATION_UNKNOWN', 'recommendation')
  })

  it('se donne encore quand le dossier se rouvre ; une recommandation nouvelle attend le nouvel avis', () => {
    const reopened: Event = {
      type: 'COMPLAINT_REOPENED',
      matters: ['M1'],
      newFacts: 'Une lettre.',
      replyDueOn: '2026-07-08',
    }
    given(...closed, reopened)
      .when(answerRecommendation, answer, by(respondent))
      .yields({ answer: 'ACCEPTED' })
    given(...closed, accepted, reopened)
      .when(recordImplementation, { recommendation: 'R1', evidence: 'La page.', implementedOn: '2026-06-12' })
      .yields({ recommendation: 'R1' })
    given(...closed, refused, reopened)
      .when(closeRecommendation, { recommendation: 'R1', reason: 'Refus retenu.' })
      .yields({ recommendation: 'R1' })
    const anew = [...closed, reopened, admitted, foundFounded, recommended('R2')] as const
    given(...anew)
      .when(answerRecommendation, { ...answer, recommendation: 'R2' })
      .refuses('RECOMMENDATION_UNKNOWN', 'recommendation')
    given(...anew, informed)
      .when(answerRecommendation, { ...answer, recommendation: 'R2' })
      .yields({ recommendation: 'R2' })
  })

  it('se donne une fois, avec un plan ou la raison du refus', () => {
    given(...closed)
      .when(answerRecommendation, { ...answer, plan: '' })
      .refuses('PLAN_MISSING', 'plan')
    given(...closed)
      .when(answerRecommendation, { ...answer, dueOn: '2026-01-01' })
      .refuses('DATE_IN_PAST', 'dueOn')
    given(...closed, accepted)
      .when(answerRecommendation, answer)
      .refuses('NO_RECOMMENDATION')
    const two = [...open, recommended('R2'), informed]
    given(...two, accepted)
      .when(answerRecommendation, answer)
      .refuses('RECOMMENDATION_ANSWERED')
    given(...two, refused, settled)
      .when(answerRecommendation, answer)
      .refuses('RECOMMENDATION_CLOSED')
  })
})

describe('consigner la mise en œuvre', () => {
  const implementation = { recommendation: 'R1', evidence: 'La page publiée.', implementedOn: '2026-06-12' }

  it('suit une recommandation acceptée, avec sa preuve', () => {
    given(...closed, accepted)
      .when(recordImplementation, implementation, by(respondent))
      .yields({ evidence: 'La page publiée.' })
    given(...closed, accepted)
      .when(recordImplementation, { ...implementation, evidence: '' })
      .refuses('EVIDENCE_MISSING')
    given(...closed, accepted)
      .when(recordImplementation, { ...implementation, implementedOn: '2027-01-01' })
      .refuses('DATE_IN_FUTURE', 'implementedOn')
    given(...closed)
      .when(recordImplementation, implementation)
      .refuses('NO_RECOMMENDATION')
    given(...open)
      .when(recordImplementation, implementation)
      .refuses('NOT_CLOSED')
  })

  it('ne porte que sur une recommandation acceptée dont le suivi dure', () => {
    const both = [...open, recommended('R2'), informed, { ...accepted, recommendation: 'R2' }] as const
    given(...both)
      .when(recordImplementation, implementation)
      .refuses('RECOMMENDATION_NOT_ACCEPTED')
    given(...both, accepted, implemented, settled)
      .when(recordImplementation, implementation)
      .refuses('RECOMMENDATION_CLOSED')
    given(...both, accepted, implemented)
      .when(recordImplementation, implementation)
      .refuses('IMPLEMENTATION_RECORDED', 'recommendation')
    given(...closed, accepted, implemented)
      .when(recordImplementation, implementation)
      .refuses('NO_RECOMMENDATION')
    given(...both)
      .when(recordImplementation, { ...implementation, recommendation: 'R8' })
      .refuses('RECOMMENDATION_UNKNOWN')
  })
})

describe('terminer le suivi d’une recommandation', () => {
  const closing = { recommendation: 'R1', reason: 'Fait.' }

  it('suit un refus ou une mise en œuvre', () => {
    given(...closed, accepted, implemented)
      .when(closeRecommendation, closing)
      .yields({ type: 'RECOMMENDATION_CLOSED' })
    given(...closed, refused)
      .when(closeRecommendation, closing)
      .yields({ recommendation: 'R1' })
    given(...closed, accepted)
      .when(closeRecommendation, closing)
      .refuses('NO_RECOMMENDATION')
    given(...open)
      .when(closeRecommendation, closing)
      .refuses('NOT_CLOSED')
    given(...closed, refused)
      .when(closeRecommendation, { ...closing, reason: '' })
      .refuses('REASON_MISSING', 'reason')
    given(...closed, refused)
      .when(closeRecommendation, closing, by(officer))
      .refuses('NOT_PERMITTED')
  })

  it('laisse ouvertes les recommandations qui attendent', () => {
    const two = [...open, recommended('R2'), informed, refused] as const
    given(...two)
      .when(closeRecommendation, { ...closing, recommendation: 'R2' })
      .refuses('RECOMMENDATION_PENDING')
    given(...two)
      .when(closeRecommendation, { ...closing, recommendation: 'R8' })
      .refuses('RECOMMENDATION_UNKNOWN')
    given(...two, { ...accepted, recommendation: 'R2', answer: 'REFUSED' }, settled)
      .when(closeRecommendation, closing)
      .refuses('RECOMMENDATION_CLOSED')
  })

  it('un secteur seulement consulté n’en apprend rien', () => {
    given(
      registered,
      matterAdded,
      admitted,
      { ...consulted, sector: 'HABITATION' },
      foundFounded,
      recommended(),
      informed,
    )
      .when(answerRecommendation, { recommendation: 'R1', answer: 'ACCEPTED', plan: 'Oui.' }, by(neighbour))
      .refuses('NO_RECOMMENDATION')
  })
})
