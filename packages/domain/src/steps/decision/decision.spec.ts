import { describe, expect, it } from 'vitest'
import type { CriterionAnswer, Event } from '../../events.ts'
import { assessmentCriteria, type Criterion } from '../../tables/assessmentCriteria.ts'
import { prejudices } from '../../tables/prejudices.ts'
import { by, given } from '../../testing/given.ts'
import {
  admitted,
  anonymous,
  answers,
  assigned,
  consentGranted,
  consentRefused,
  consentRequested,
  consulted,
  foundFounded,
  foundUnfounded,
  informed,
  matterAdded,
  outside,
  registered,
} from '../../testing/histories.ts'
import { officer } from '../../testing/people.ts'
import { type AssessMerits, assessMerits, findingOf } from './assessMerits.ts'
import { closeWithoutFurtherAction } from './closeWithoutFurtherAction.ts'
import { formulateRecommendation } from './formulateRecommendation.ts'
import { recordWithdrawal } from './recordWithdrawal.ts'
import { suggestImprovement } from './suggestImprovement.ts'

const analysed = [registered, matterAdded, assigned, admitted] as const
const founded = [...analysed, foundFounded] as const
const unfounded = [...analysed, foundUnfounded] as const
const withdrawn: Event = { type: 'COMPLAINT_WITHDRAWN', channel: 'PHONE', withdrawnOn: '2026-06-08', note: '' }

describe('apprécier le bien-fondé', () => {
  const assessment: AssessMerits = {
    matter: 'M1',
    criteria: answers('BELOW_SERVICE_STANDARD'),
    prejudice: 'SELF',
    prejudiceReason: 'La personne a perdu une saison.',
    reasons: 'Le délai annoncé n’a pas été tenu.',
  }
  const when = (change: Partial<AssessMerits>) => given(...analysed).when(assessMerits, { ...assessment, ...change })
  const whenMet = (met: Criterion, lacking: Partial<CriterionAnswer>) =>
    when({ criteria: answers(met).map(answer => (answer.criterion === met ? { ...answer, ...lacking } : answer)) })

  it('une plainte est fondée si un seul critère est retenu et qu’un préjudice est montré', () => {
    for (const { code } of assessmentCriteria) when({ criteria: answers(code) }).yields({ finding: 'FOUNDED' })
    when({ prejudice: 'GROUP_INCLUDING_SELF' }).yields({ finding: 'FOUNDED' })
  })

  it('une plainte est non fondée si aucun préjudice ne peut être fait valoir, quels que soient les critères', () => {
    when({ prejudice: 'NONE' }).yields({ finding: 'UNFOUNDED' })
    when({ prejudice: 'NONE', criteria: answers(...assessmentCriteria.map(({ code }) => code)) }).yields({
      finding: 'UNFOUNDED',
    })
  })

  it('une plainte est non fondée si aucun critère n’est retenu, quel que soit le préjudice', () => {
    for (const { code } of prejudices) when({ criteria: answers(), prejudice: code }).yields({ finding: 'UNFOUNDED' })
  })

  it('la conclusion ne se tape pas : elle suit des réponses, dans tous les cas', () => {
    for (let mask = 0; mask < 32; mask++)
      for (const { code } of prejudices) {
        const criteria = assessmentCriteria.map((_, at) => ({ met: (mask & (1 << at)) !== 0 }))
        expect(findingOf(criteria, code)).toBe(mask > 0 && code !== 'NONE' ? 'FOUNDED' : 'UNFOUNDED')
      }
  })

  it('chaque critère reçoit une réponse, et une seule, avec sa raison', () => {
    when({ criteria: answers().slice(1) }).refuses('CRITERION_UNANSWERED', 'criteria')
    when({ criteria: [...answers().slice(1), answers()[1]!] }).refuses('CRITERION_UNANSWERED', 'criteria')
    when({ criteria: [...answers(), answers()[0]!] }).refuses('CRITERION_UNANSWERED', 'criteria')
    whenMet('GENERAL_COMMITMENT_BREACH', { reason: ' ' }).refuses('CRITERION_REASON_MISSING', 'criteria.0')
  })

  it('un critère retenu nomme la norme et l’écart, la nature de l’erreur ou la règle', () => {
    whenMet('BELOW_SERVICE_STANDARD', { standard: '' }).refuses('STANDARD_MISSING', 'criteria.1')
    whenMet('BELOW_SERVICE_STANDARD', { gap: null }).refuses('STANDARD_MISSING', 'criteria.1')
    whenMet('REPRESENTATIVE_ERROR', { errorKind: null }).refuses('ERROR_KIND_MISSING', 'criteria.2')
    whenMet('MANIFEST_RULE_DISCREPANCY', { rule: '' }).refuses('RULE_MISSING', 'criteria.3')
  })

  it('dit s’il y a un préjudice, ce qui le montre, et ses motifs', () => {
    when({ prejudice: null }).refuses('PREJUDICE_MISSING', 'prejudice')
    when({ prejudice: null, criteria: [] }).refuses('CRITERION_UNANSWERED', 'criteria')
    when({ prejudiceReason: '' }).refuses('PREJUDICE_REASON_MISSING', 'prejudiceReason')
    when({ reasons: '' }).refuses('REASONS_MISSING', 'reasons')
  })

  it('ne porte que sur un motif recevable, et revient à la personne responsable', () => {
    given(registered, matterAdded).when(assessMerits, assessment).refuses('NOT_UNDER_ANALYSIS', 'matter')
    given(registered, matterAdded, outside).when(assessMerits, assessment).refuses('NOT_UNDER_ANALYSIS')
    given(...founded)
      .when(assessMerits, assessment)
      .refuses('NOT_UNDER_ANALYSIS')
    given(...analysed)
      .when(assessMerits, assessment, by(officer))
      .refuses('NOT_PERMITTED')
    given(...analysed, withdrawn)
      .when(assessMerits, assessment)
      .refuses('ENDED')
  })
})

describe('classer sans suite', () => {
  const closing = {
    matter: 'M1',
    cause: 'CONSENT_REFUSED' as const,
    facts: 'Le secteur ne peut retrouver la demande sans le nom.',
    reasons: 'Les faits ne peuvent être connus.',
  }
  const refused = [...analysed, consentRequested, consentRefused] as const

  it('suit un refus de lever l’anonymat, ou une plainte anonyme', () => {
    given(...refused)
      .when(closeWithoutFurtherAction, closing)
      .yields({ cause: 'CONSENT_REFUSED' })
    given(anonymous, matterAdded, admitted)
      .when(closeWithoutFurtherAction, { ...closing, cause: 'ANONYMITY' })
      .yields({ cause: 'ANONYMITY' })
    given(...analysed)
      .when(closeWithoutFurtherAction, closing)
      .refuses('NEITHER_REFUSAL_NOR_ANONYMITY')
    given(...analysed, consentRequested, consentGranted)
      .when(closeWithoutFurtherAction, closing)
      .refuses('NEITHER_REFUSAL_NOR_ANONYMITY')
  })

  it('ne suit que le refus qui touche ce motif', () => {
    const elsewhere = { ...matterAdded, matter: 'M2', sector: 'HABITATION' }
    const both = [...refused.slice(0, 4), elsewhere, { ...admitted, matter: 'M2' }] as const
    const second = { ...closing, matter: 'M2' }
    const answered = (...history: Event[]) => given(...both, ...history)
    const refusedBy = (sector: string): Event[] => [
      { ...consentRequested, sectors: [sector] },
      { ...consentRefused, sector },
    ]
    answered(...refusedBy('AMENAGEMENT'))
      .when(closeWithoutFurtherAction, closing)
      .yields({ matter: 'M1' })
    answered(...refusedBy('AMENAGEMENT'))
      .when(closeWithoutFurtherAction, second)
      .refuses('CONSENT_REFUSED_ELSEWHERE', 'matter')
    // A sector consulted on the matter, or one that touches neither, bears on it.
    answered({ ...consulted, matter: 'M2' }, ...refusedBy('AMENAGEMENT'))
      .when(closeWithoutFurtherAction, second)
      .yields({ matter: 'M2' })
    answered(...refusedBy('FINANCES'))
      .when(closeWithoutFurtherAction, second)
      .yields({ matter: 'M2' })
    const unnamed: Event = {
      type: 'REGISTRATION_CORRECTED',
      corrects: 1,
      reason: 'Erreur.',
      registration: { anonymous: true },
      matter: null,
    }
    answered(...refusedBy('AMENAGEMENT'), unnamed)
      .when(closeWithoutFurtherAction, second)
      .refuses('CONSENT_REFUSED_ELSEWHERE', 'cause')
  })

  it('nomme la bonne cause et expose ce qui empêche de connaître les faits', () => {
    given(...refused)
      .when(closeWithoutFurtherAction, { ...closing, cause: 'ANONYMITY' })
      .refuses('NOT_ANONYMOUS', 'cause')
    given(anonymous, matterAdded, admitted)
      .when(closeWithoutFurtherAction, closing)
      .refuses('NO_REFUSED_CONSENT', 'cause')
    given(...refused)
      .when(closeWithoutFurtherAction, { ...closing, facts: '' })
      .refuses('FACTS_STATEMENT_MISSING', 'facts')
    given(...refused)
      .when(closeWithoutFurtherAction, { ...closing, reasons: '' })
      .refuses('REASONS_MISSING', 'reasons')
    given(...refused, foundUnfounded)
      .when(closeWithoutFurtherAction, closing)
      .refuses('NOT_UNDER_ANALYSIS')
    given(...refused, withdrawn)
      .when(closeWithoutFurtherAction, closing)
      .refuses('ENDED')
  })
})

describe('formuler une recommandation', () => {
  const recommendation = { matter: 'M1', sector: 'AMENAGEMENT', text: 'Afficher les délais.', dueOn: '2026-09-01' }

  it('suit un motif fondé, et lui seul', () => {
    given(...founded)
      .when(formulateRecommendation, recommendation)
      .yields({ type: 'RECOMMENDATION_FORMULATED', recommendation: 'R1' })
    given(...unfounded)
      .when(formulateRecommendation, recommendation)
      .refuses('NOT_FOUNDED', 'matter')
  })

  it('nomme un secteur, dit quoi faire, et pour quand', () => {
    given(...founded)
      .when(formulateRecommendation, { ...recommendation, sector: '' })
      .refuses('SECTOR_MISSING', 'sector')
    given(...founded)
      .when(formulateRecommendation, { ...recommendation, text: '' })
      .refuses('TEXT_MISSING', 'text')
    given(...founded)
      .when(formulateRecommendation, { ...recommendation, dueOn: '2026-06-01' })
      .refuses('DATE_IN_PAST', 'dueOn')
    given(...founded)
      .when(formulateRecommendation, { ...recommendation, dueOn: null })
      .yields({ dueOn: null })
    given(...founded, informed)
      .when(formulateRecommendation, recommendation)
      .refuses('CLOSED')
  })
})

describe('proposer une piste d’amélioration', () => {
  const lead = { matter: 'M1', sector: 'AMENAGEMENT', text: 'Expliquer les étapes sur le site.' }

  it('peut suivre tout résultat, même non fondé, même sur un dossier fermé', () => {
    for (const history of [founded, unfounded, [registered, matterAdded, outside], [...unfounded, informed]])
      given(...history)
        .when(suggestImprovement, lead)
        .yields({ type: 'IMPROVEMENT_SUGGESTED' })
    given(...analysed)
      .when(suggestImprovement, lead)
      .refuses('NO_OUTCOME', 'matter')
    given(...founded)
      .when(suggestImprovement, { ...lead, sector: '' })
      .refuses('SECTOR_MISSING', 'sector')
    given(...founded)
      .when(suggestImprovement, { ...lead, text: '' })
      .refuses('TEXT_MISSING', 'text')
  })
})

describe('consigner un désistement', () => {
  const withdrawal = { channel: 'PHONE' as const, withdrawnOn: '2026-06-10', note: '' }

  it('met fin à la plainte, tant qu’il reste à décider', () => {
    given(...analysed)
      .when(recordWithdrawal, withdrawal)
      .yields({ type: 'COMPLAINT_WITHDRAWN' })
    given(...founded)
      .when(recordWithdrawal, withdrawal)
      .refuses('ENDED')
    given(...analysed, withdrawn)
      .when(recordWithdrawal, withdrawal)
      .refuses('ENDED')
    given(...founded, informed)
      .when(recordWithdrawal, withdrawal)
      .refuses('CLOSED')
    given(...analysed)
      .when(recordWithdrawal, { ...withdrawal, withdrawnOn: '2026-05-30' })
      .refuses('DATE_BEFORE_RECEIPT')
  })

  it('laisse leur résultat aux motifs déjà décidés', () => {
    const { complaint } = given(...unfounded, { ...matterAdded, matter: 'M2' }, withdrawn)
    expect(complaint.matters.map(({ outcome }) => outcome)).toEqual(['UNFOUNDED', 'WITHDRAWN'])
  })
})
