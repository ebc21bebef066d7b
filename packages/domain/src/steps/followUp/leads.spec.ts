import { describe, expect, it } from 'vitest'
import type { Event } from '../../events.ts'
import { by, given } from '../../testing/given.ts'
import { admitted, assigned, foundUnfounded, informed, matterAdded, registered } from '../../testing/histories.ts'
import { neighbour, officer, respondent } from '../../testing/people.ts'
import { waitsOf } from '../../today/waits.ts'
import { suggestImprovement } from '../decision/suggestImprovement.ts'
import { answerRecommendation } from './answerRecommendation.ts'
import { closeRecommendation } from './closeRecommendation.ts'
import { linkTheme } from './linkTheme.ts'
import { recordImplementation } from './recordImplementation.ts'

const lead = (dueOn?: string | null): Event => ({
  type: 'IMPROVEMENT_SUGGESTED',
  matter: 'M1',
  sector: 'AMENAGEMENT',
  text: 'Rappeler dans la journée.',
  dueOn,
})
const decided = [registered, matterAdded, assigned, admitted, foundUnfounded] as const
const closed = [...decided, lead('2026-09-01'), informed] as const
const answer = { recommendation: 'P1', answer: 'ACCEPTED' as const, plan: 'Une note interne.', dueOn: null }

describe('une piste d’amélioration', () => {
  it('se suit comme une recommandation : réponse de l’unité, mise en œuvre avec sa preuve, fin du suivi', () => {
    given(...closed)
      .when(answerRecommendation, answer, by(respondent))
      .yields({ recommendation: 'P1' })
    given(...closed)
      .when(answerRecommendation, answer, by(neighbour))
      .refuses('DOSSIER_UNKNOWN')
    given(...decided, lead('2026-09-01'))
      .when(answerRecommendation, answer)
      .refuses('NOT_CLOSED')
    const answered: Event = { type: 'RECOMMENDATION_ANSWERED', ...answer }
    const implementation = { recommendation: 'P1', evidence: 'La note.', implementedOn: '2026-06-12' }
    given(...closed, answered)
      .when(recordImplementation, implementation, by(respondent))
      .yields({ evidence: 'La note.' })
    const done: Event = { type: 'IMPLEMENTATION_RECORDED', ...implementation }
    given(...closed, answered, done)
      .when(closeRecommendation, { recommendation: 'P1', reason: 'Vu.' })
      .yields({})
    expect(given(...closed, answered, done).complaint.improvementLeads).toMatchObject([
      { id: 'P1', answer: 'ACCEPTED', evidence: 'La note.', implementedOn: '2026-06-12' },
    ])
    expect(given(...closed, answered).complaint.recommendations).toEqual([])
  })

  it('avec une date, s’attend de l’unité ; sans date, reste une idée que l’unité peut reprendre', () => {
    expect(waitsOf(given(...closed).complaint)).toMatchObject([{ step: 'answerRecommendation', sector: 'AMENAGEMENT' }])
    const idea = [...decided, lead(), informed] as const
    expect(waitsOf(given(...idea).complaint)).toEqual([])
    given(...idea)
      .when(answerRecommendation, answer, by(respondent))
      .yields({ recommendation: 'P1' })
  })

  it('proposée après l’avis, parvient aussitôt à son unité, et sa date n’est pas passée', () => {
    const suggestion = { matter: 'M1', sector: 'AMENAGEMENT', text: 'Rappeler.' }
    given(...decided, informed)
      .when(suggestImprovement, { ...suggestion, dueOn: '2026-09-01' })
      .yields({ dueOn: '2026-09-01' })
    given(...decided, informed)
      .when(suggestImprovement, { ...suggestion, dueOn: '2026-01-01' })
      .refuses('DATE_IN_PAST', 'dueOn')
    given(...decided, informed)
      .when(suggestImprovement, suggestion)
      .yields({ dueOn: null })
    given(...decided, informed, lead())
      .when(answerRecommendation, answer, by(respondent))
      .yields({ recommendation: 'P1' })
  })
})

describe('relier à un thème', () => {
  const link = { title: 'Délais au téléphone', reason: 'Troisième dossier semblable.' }
  const linked: Event = { type: 'THEME_LINKED', theme: 'delais-au-telephone', ...link }

  it('réunit sous les mêmes mots, de quelque façon qu’on les écrive', () => {
    given(...decided)
      .when(linkTheme, link, by(officer))
      .yields({ theme: 'delais-au-telephone' })
    given(...decided)
      .when(linkTheme, { ...link, title: ' DÉLAIS – au téléphone ' })
      .yields({ theme: 'delais-au-telephone' })
    given(...decided, linked)
      .when(linkTheme, { ...link, title: 'Delais au telephone' })
      .refuses('THEME_KNOWN', 'title')
  })

  it('demande un nom bref et une raison', () => {
    for (const title of ['', ' – ', 'a'.repeat(121)])
      given(...decided)
        .when(linkTheme, { ...link, title })
        .refuses('THEME_MISSING', 'title')
    given(...decided)
      .when(linkTheme, { ...link, reason: '' })
      .refuses('REASON_MISSING', 'reason')
  })
})
