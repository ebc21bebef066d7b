import { describe, expect, it } from 'vitest'
import type { Event } from '../../events.ts'
import { proposedNotice } from '../../letters/notice.ts'
import { standing } from '../../step.ts'
import { defaultSettings } from '../../tables/settings.ts'
import { by, given } from '../../testing/given.ts'
import {
  admitted,
  anonymous,
  assigned,
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
import { officer, responsible } from '../../testing/people.ts'
import { type InformComplainant, informComplainant } from './informComplainant.ts'
import { recordImpossibilityToInform } from './recordImpossibilityToInform.ts'

const analysed = [registered, matterAdded, assigned, admitted] as const
const unfounded = [...analysed, foundUnfounded] as const
const founded = [...analysed, foundFounded] as const
const recommended: Event = {
  type: 'RECOMMENDATION_FORMULATED',
  recommendation: 'R1',
  matter: 'M1',
  sector: 'AMENAGEMENT',
  text: 'Afficher les délais.',
  dueOn: null,
}
const withdrawn: Event = { type: 'COMPLAINT_WITHDRAWN', channel: 'PHONE', withdrawnOn: '2026-06-08', note: '' }
const withoutFollowUp: Event = {
  type: 'CLOSED_WITHOUT_FURTHER_ACTION',
  matter: 'M1',
  cause: 'CONSENT_REFUSED',
  facts: 'La demande ne peut être retrouvée.',
  reasons: 'Les faits ne peuvent être connus.',
}
const attempt: Event = {
  type: 'CONTACT_ATTEMPTED',
  channel: 'PHONE',
  attemptedOn: '2026-06-05',
  reached: false,
  note: 'Sans réponse.',
}

const notify = (history: readonly Event[], change: Partial<InformComplainant> = {}) => {
  const trial = given(...history)
  const text = proposedNotice(trial.complaint, defaultSettings)
  return trial.when(informComplainant, { channel: 'PHONE', sentOn: '2026-06-12', text, ...change })
}
const without = (history: readonly Event[], sentence: string) =>
  notify(history, { text: proposedNotice(given(...history).complaint, defaultSettings).replace(sentence, '') })

describe('aviser la personne du résultat', () => {
  it('ferme le dossier sur chaque chemin', () => {
    for (const history of [
      unfounded,
      [...founded, recommended],
      [registered, matterAdded, outside],
      [...analysed, consentRequested, consentRefused, withoutFollowUp],
      [registered, matterAdded, withdrawn],
    ])
      notify(history).yields({ type: 'COMPLAINANT_INFORMED' })
  })

  it('attend le résultat de chaque motif et la fin des consultations', () => {
    notify(analysed).refuses('NOT_READY_FOR_NOTICE')
    notify([...unfounded, { ...matterAdded, matter: 'M2' }]).refuses('NOT_READY_FOR_NOTICE')
    notify([...analysed, consulted, foundUnfounded]).refuses('CONSULTATION_OPEN')
    notify([...unfounded, informed]).refuses('CLOSED')
  })

  it('énonce le résultat, donne les motifs, rappelle le recours', () => {
    without(unfounded, 'Votre plainte est non fondée.').refuses('OUTCOME_NOT_STATED', 'text')
    without(unfounded, foundUnfounded.reasons).refuses('NOTICE_REASONS_MISSING', 'text')
    without(unfounded, defaultSettings.recourse.FR).refuses('RECOURSE_MISSING', 'text')
    notify(unfounded, { text: '' }).refuses('TEXT_MISSING', 'text')
  })

  it('après un refus de permission, dit que ce refus est la cause', () => {
    const history = [...analysed, consentRequested, consentRefused, withoutFollowUp]
    without(history, 'Votre refus de lever l’anonymat').refuses('CAUSE_MISSING', 'text')
  })

  it('un motif fondé porte une recommandation, ou la raison de son absence', () => {
    notify(founded).refuses('RECOMMENDATION_MISSING', 'noRecommendationReason')
    notify(founded, { noRecommendationReason: 'Déjà corrigé.' }).yields({ noRecommendationReason: 'Déjà corrigé.' })
    notify([...founded, recommended]).yields({ noRecommendationReason: null })
  })

  it('part par un moyen que la personne a donné, à une date qui existe', () => {
    notify([anonymous, matterAdded, admitted, foundUnfounded]).refuses('NO_REPLY_CHANNEL')
    notify(unfounded, { channel: 'EMAIL' }).refuses('CHANNEL_NOT_GIVEN', 'channel')
    notify(unfounded, { sentOn: '2026-06-16' }).refuses('DATE_IN_FUTURE', 'sentOn')
    given(...unfounded)
      .when(informComplainant, { channel: 'PHONE', sentOn: '2026-06-12', text: 'Avis.' }, by(officer))
      .refuses('NOT_PERMITTED')
  })

  it('en anglais, demande un motif consigné, une attestation et les phrases anglaises', () => {
    const reasons = [{ matter: 'M1', text: 'The announced delay was kept.' }]
    const text = `Your complaint is unfounded. The announced delay was kept. ${defaultSettings.recourse.EN}`
    const english = { ground: 'Demande de la personne.', attestation: true, reasons }
    notify(unfounded, { text, english }).yields({ english: { attestation: true } })
    notify(unfounded, { text, english: { ...english, ground: '' } }).refuses('ENGLISH_GROUND_MISSING', 'english')
    notify(unfounded, { text, english: { ...english, attestation: false } }).refuses(
      'ENGLISH_GROUND_MISSING',
      'english',
    )
    notify(unfounded, { english }).refuses('OUTCOME_NOT_STATED', 'text')
  })

  it('en anglais, donne dans cette langue les motifs de chaque décision, et l’avis les dit', () => {
    const text = `Your complaint is unfounded. The announced delay was kept. ${defaultSettings.recourse.EN}`
    const english = { ground: 'Demande de la personne.', attestation: true }
    notify(unfounded, { text, english }).refuses('ENGLISH_REASONS_MISSING', 'english.reasons.0')
    const told = (said: string) =>
      notify(unfounded, { text, english: { ...english, reasons: [{ matter: 'M1', text: said }] } })
    told(' ').refuses('ENGLISH_REASONS_MISSING', 'english.reasons.0')
    told('The delay was not kept.').refuses('NOTICE_REASONS_MISSING', 'text')
    given(registered, matterAdded, withdrawn)
      .when(informComplainant, {
        channel: 'PHONE',
        sentOn: '2026-06-12',
        text: `We take note of the withdrawal of your complaint. ${defaultSettings.recourse.EN}`,
        english,
      })
      .yields({ type: 'COMPLAINANT_INFORMED' })
  })

  it('nomme l’organisme vers qui un motif hors de la responsabilité du Ministère est dirigé', () => {
    without([registered, matterAdded, outside], 'Commission municipale du Québec').refuses('BODY_NOT_NAMED', 'text')
  })

  it('parle de chaque motif', () => {
    const second = { ...matterAdded, matter: 'M2', subject: 'Accueil' }
    const both = [
      ...[...analysed, second, { ...admitted, matter: 'M2' }],
      ...[foundUnfounded, { ...foundUnfounded, matter: 'M2' }],
    ] as const
    notify(both).yields({ type: 'COMPLAINANT_INFORMED' })
    without(both, 'Accueil : votre plainte est non fondée.').refuses('OUTCOME_NOT_STATED', 'text')
  })

  it('ne demande pas à l’avis les précisions d’un désistement ni l’entente conclue', () => {
    const noted = { ...withdrawn, note: 'La personne a tout réglé.' } as Event
    without([registered, matterAdded, noted], 'La personne a tout réglé.').yields({ type: 'COMPLAINANT_INFORMED' })
  })
})

describe('consigner l’impossibilité d’aviser', () => {
  const impossible = { reason: 'Aucun moyen de joindre la personne.' }

  it('demande l’absence de tout moyen, ou des essais restés vains', () => {
    given(anonymous, matterAdded, admitted, foundUnfounded).when(recordImpossibilityToInform, impossible).yields({
      type: 'IMPOSSIBILITY_TO_INFORM_RECORDED',
    })
    given(...unfounded, attempt, attempt, attempt)
      .when(recordImpossibilityToInform, impossible)
      .yields({ reason: impossible.reason })
    given(...unfounded, attempt, attempt)
      .when(recordImpossibilityToInform, impossible)
      .refuses('REACHABLE')
  })

  it('n’est pas offerte tant que la personne peut être jointe, selon le réglage des essais', () => {
    const { complaint } = given(...unfounded, attempt, attempt)
    const after = (attempts: number) =>
      standing(recordImpossibilityToInform, complaint, responsible, {
        ...defaultSettings,
        attemptsBeforeUnreachable: attempts,
      }).refusal
    expect(after(3)).toBe('REACHABLE')
    expect(after(2)).toBeUndefined()
  })

  it('demande aussi un dossier prêt, une raison, et celle d’une recommandation absente', () => {
    const unreachable = [anonymous, matterAdded, admitted] as const
    given(...unreachable)
      .when(recordImpossibilityToInform, impossible)
      .refuses('NOT_READY_FOR_NOTICE')
    given(...unreachable, foundUnfounded)
      .when(recordImpossibilityToInform, { reason: '' })
      .refuses('REASON_MISSING')
    given(...unreachable, foundFounded)
      .when(recordImpossibilityToInform, impossible)
      .refuses('RECOMMENDATION_MISSING')
  })
})
