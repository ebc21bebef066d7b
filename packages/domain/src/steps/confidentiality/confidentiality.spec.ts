import { describe, it } from 'vitest'
import type { DisclosureConsentRecorded, Event } from '../../events.ts'
import { defaultSettings } from '../../tables/settings.ts'
import { by, given } from '../../testing/given.ts'
import {
  admitted,
  anonymous,
  assigned,
  consentGranted,
  consentRefused,
  consentRequested,
  consulted,
  foundUnfounded,
  informed,
  matterAdded,
  registered,
} from '../../testing/histories.ts'
import { auditor, neighbour, officer, otherOfficer, respondent, responsible } from '../../testing/people.ts'
import { openIdentity } from './openIdentity.ts'
import { recordDisclosureConsent } from './recordDisclosureConsent.ts'
import { requestDisclosureConsent } from './requestDisclosureConsent.ts'
import { withdrawDisclosureConsent } from './withdrawDisclosureConsent.ts'

const analysed = [registered, matterAdded, assigned, admitted] as const
const withdrawal: Event = {
  type: 'DISCLOSURE_CONSENT_WITHDRAWN',
  sector: 'AMENAGEMENT',
  channel: 'PHONE',
  withdrawnOn: '2026-06-08',
}
const erased: Event = { type: 'IDENTITY_ERASED', schedule: 'C-1', reason: 'Échu.' }

describe('demander la permission de lever l’anonymat', () => {
  const request = {
    sectors: ['AMENAGEMENT'],
    purpose: 'Retrouver la demande en cause.',
    categories: ['IDENTITY' as const],
    explained: 'Ce qui serait communiqué, à qui, pourquoi.',
    consequencesExplained: true,
    channel: 'PHONE' as const,
  }
  const when = (change: Partial<typeof request>, ...history: Event[]) =>
    given(...(history.length > 0 ? history : analysed)).when(requestDisclosureConsent, { ...request, ...change })

  it('nomme les secteurs, dit pourquoi l’analyse l’exige et ce qui a été expliqué', () => {
    when({ sectors: ['AMENAGEMENT', 'HABITATION', 'AMENAGEMENT'] }).yields({
      type: 'DISCLOSURE_CONSENT_REQUESTED',
      sectors: ['AMENAGEMENT', 'HABITATION'],
      askedOn: '2026-06-15',
    })
    when({ sectors: [] }).refuses('SECTOR_MISSING', 'sectors')
    when({ purpose: '' }).refuses('PURPOSE_MISSING', 'purpose')
    when({ categories: [] }).refuses('CATEGORY_MISSING', 'categories')
    when({ explained: '' }).refuses('EXPLANATION_MISSING', 'explained')
    given(...analysed)
      .when(requestDisclosureConsent, { ...request, channel: 'EMAIL' })
      .refuses('CHANNEL_NOT_GIVEN', 'channel')
    when({ consequencesExplained: false }).refuses('CONSEQUENCES_NOT_EXPLAINED', 'consequencesExplained')
  })

  it('suppose une identité, une analyse en cours, un moyen de demander et aucune demande en attente', () => {
    when({}, { ...anonymous, identity: 'scellee', replyChannels: ['EMAIL'] }, matterAdded, admitted).refuses(
      'NOTHING_TO_DISCLOSE',
    )
    when({}, registered, matterAdded).refuses('NOT_UNDER_ANALYSIS')
    when({}, { ...registered, replyChannels: [] }, matterAdded, admitted).refuses('NO_REPLY_CHANNEL')
    when({}, ...analysed, consentRequested).refuses('CONSENT_PENDING', 'sectors')
    when({}, ...analysed, foundUnfounded, informed).refuses('CLOSED')
  })
})

describe('consigner la réponse sur l’anonymat', () => {
  const answer = {
    sector: 'AMENAGEMENT',
    granted: true,
    channel: 'PHONE' as const,
    answeredOn: '2026-06-10',
    validUntil: '2026-07-10',
  }
  const when = (change: Partial<typeof answer>) =>
    given(...analysed, consentRequested).when(recordDisclosureConsent, { ...answer, ...change })

  it('vaut pour le secteur nommé dans la demande, jusqu’au jour dit', () => {
    when({}).yields({ type: 'DISCLOSURE_CONSENT_RECORDED', granted: true, validUntil: '2026-07-10' })
    when({ granted: false }).yields({ granted: false, validUntil: null })
    when({ sector: 'HABITATION' }).refuses('NO_CONSENT_REQUESTED', 'sector')
    given(...analysed)
      .when(recordDisclosureConsent, answer)
      .refuses('NO_CONSENT_REQUESTED')
  })

  it('se demande, se donne et se retire aussi en personne, au comptoir', () => {
    const { consequencesExplained, ...asked } = { ...consentRequested, consequencesExplained: true }
    given(...analysed)
      .when(requestDisclosureConsent, { ...asked, consequencesExplained, channel: 'COUNTER' })
      .yields({ channel: 'COUNTER' })
    given(...analysed, consentRequested)
      .when(recordDisclosureConsent, { ...answer, channel: 'COUNTER' })
      .yields({ channel: 'COUNTER' })
    given(...analysed, consentRequested, consentGranted)
      .when(withdrawDisclosureConsent, { sector: 'AMENAGEMENT', channel: 'COUNTER', withdrawnOn: '2026-06-10' })
      .yields({ channel: 'COUNTER' })
  })

  it('ne précède pas la demande', () => {
    when({ answeredOn: '2026-06-07' }).refuses('DATE_BEFORE_REQUEST', 'answeredOn')
    when({ answeredOn: '2026-06-16' }).refuses('DATE_IN_FUTURE', 'answeredOn')
    when({ validUntil: '2026-06-09' }).refuses('DATE_BEFORE_REQUEST', 'validUntil')
    when({ validUntil: 'toujours' }).refuses('DATE_INVALID', 'validUntil')
  })
})

describe('retirer une permission', () => {
  const retraction = { sector: 'AMENAGEMENT', channel: 'PHONE' as const, withdrawnOn: '2026-06-10' }
  const granted = [...analysed, consentRequested, consentGranted] as const

  it('vaut dès la demande suivante, et se consigne par quiconque l’entend, même sur un dossier fermé', () => {
    given(...granted)
      .when(withdrawDisclosureConsent, retraction, by(otherOfficer))
      .yields({ sector: 'AMENAGEMENT' })
    given(...granted, foundUnfounded, informed)
      .when(withdrawDisclosureConsent, retraction)
      .yields({ sector: 'AMENAGEMENT' })
    given(...granted, consulted, withdrawal)
      .when(openIdentity, { reason: 'Retrouver la demande.', scope: ['IDENTITY'] }, by(respondent))
      .refuses('IDENTITY_NOT_ACCESSIBLE')
  })

  it('suppose une permission en vigueur', () => {
    given(...analysed)
      .when(withdrawDisclosureConsent, retraction)
      .refuses('NO_CONSENT_GRANTED')
    given(...granted, withdrawal)
      .when(withdrawDisclosureConsent, retraction)
      .refuses('NO_CONSENT_GRANTED')
    given(...granted)
      .when(withdrawDisclosureConsent, { ...retraction, sector: 'HABITATION' })
      .refuses('NO_CONSENT_GRANTED', 'sector')
    given(...granted)
      .when(withdrawDisclosureConsent, { ...retraction, withdrawnOn: '2026-06-05' })
      .refuses('DATE_BEFORE_REQUEST')
    given(...granted)
      .when(withdrawDisclosureConsent, { ...retraction, withdrawnOn: '' })
      .refuses('DATE_INVALID', 'withdrawnOn')
  })
})

describe('ouvrir l’identité', () => {
  const opening = { reason: 'Rappeler la personne.', scope: ['IDENTITY' as const] }

  it('dit qui ouvre, pourquoi et quoi, avant que rien ne soit montré', () => {
    given(...analysed)
      .when(openIdentity, opening)
      .yields({ type: 'IDENTITY_OPENED', sector: null, scope: ['IDENTITY'] })
    given(...analysed)
      .when(openIdentity, { ...opening, reason: '' })
      .refuses('REASON_MISSING', 'reason')
    given(...analysed)
      .when(openIdentity, { ...opening, scope: [] })
      .refuses('CATEGORY_MISSING', 'scope')
  })

  it('d’un original, ne couvre que lui, et dit lequel', () => {
    const attached: Event = {
      type: 'DOCUMENT_ATTACHED',
      attachment: 'piece-scellee',
      description: 'Une lettre.',
      mediaType: 'application/pdf',
      bytes: 12,
      sha256: 'e3b0',
    }
    const original = { reason: 'Lire la lettre.', scope: [], attachment: 'piece-scellee' }
    given(...analysed, attached)
      .when(openIdentity, original)
      .yields({ attachment: 'piece-scellee', scope: ['ATTACHMENTS'] })
    given(...analysed, attached)
      .when(openIdentity, { ...original, scope: ['IDENTITY', 'WORDS'] })
      .yields({ scope: ['ATTACHMENTS'] })
    given(...analysed)
      .when(openIdentity, original)
      .refuses('ATTACHMENT_MISSING', 'attachment')
    const permitted = given(...analysed, attached, consulted, consentRequested, consentGranted)
    permitted.when(openIdentity, original, by(respondent)).refuses('IDENTITY_NOT_ACCESSIBLE')
  })

  it('revient à l’agente ou à l’agent dans ses propres dossiers', () => {
    given(...analysed)
      .when(openIdentity, opening, by(officer))
      .yields({ sector: null })
    given(...analysed)
      .when(openIdentity, opening, by(otherOfficer))
      .refuses('NOT_ASSIGNED_TO_YOU')
    given(...analysed)
      .when(openIdentity, opening, by(auditor))
      .refuses('NOT_PERMITTED')
  })

  it('n’est jamais le fait de la personne visée', () => {
    given(registered, { ...matterAdded, concernedStaff: [responsible.id] })
      .when(openIdentity, opening)
      .refuses('IDENTITY_OF_OWN_COMPLAINANT')
    given(
      registered,
      { ...matterAdded, concernedStaff: [respondent.id] },
      admitted,
      consentRequested,
      consentGranted,
      consulted,
    )
      .when(openIdentity, opening, by(respondent))
      .refuses('IDENTITY_NOT_ACCESSIBLE')
  })

  it('un secteur n’ouvre que ce que la personne lui a permis', () => {
    const granted = given(...analysed, consulted, consentRequested, consentGranted)
    granted.when(openIdentity, opening, by(respondent)).yields({ sector: 'AMENAGEMENT' })
    granted
      .when(openIdentity, { ...opening, scope: ['ATTACHMENTS'] }, by(respondent))
      .refuses('IDENTITY_NOT_ACCESSIBLE')
    granted.when(openIdentity, opening, by(neighbour)).refuses('DOSSIER_UNKNOWN')
  })

  it('absente, en attente, refusée, échue, retirée ou close avec l’analyse : la réponse est la même', () => {
    const expired: DisclosureConsentRecorded = { ...consentGranted, validUntil: '2026-06-14' }
    for (const history of [
      [],
      [consentRequested],
      [consentRequested, consentRefused],
      [consentRequested, expired],
      [consentRequested, consentGranted, withdrawal],
      [consentRequested, consentGranted, consentRequested],
      [consentRequested, consentGranted, foundUnfounded, informed],
      [consentRequested, consentGranted, foundUnfounded, informed, erased],
    ])
      given(...analysed, consulted, ...history)
        .when(openIdentity, opening, by(respondent))
        .refuses('IDENTITY_NOT_ACCESSIBLE')
  })

  it('ne se peut plus après l’effacement', () => {
    given(...analysed, foundUnfounded, informed, erased)
      .when(openIdentity, opening)
      .refuses('ERASED')
  })
})

describe('ouvrir l’identité quand on a déjà beaucoup ouvert, ou que le mot de passe est donné depuis longtemps', () => {
  const asked = { reason: 'Rappeler la personne.', scope: ['IDENTITY' as const] }
  const fresh = { signedInRecently: true, openingsPastHour: 0, openingsPastDay: 0 }
  const openingBy = (change: Partial<typeof fresh>, actor = responsible) =>
    given(...analysed).when(openIdentity, asked, { actor, opener: { ...fresh, ...change } })

  it('demande un mot de passe donné depuis peu', () => {
    openingBy({ signedInRecently: false }).refuses('SIGN_IN_NOT_RECENT')
    openingBy({}).yields({ type: 'IDENTITY_OPENED' })
  })

  it('s’arrête au plafond de l’heure et à celui du jour, qu’un ministère règle', () => {
    openingBy({ openingsPastHour: 19, openingsPastDay: 59 }).yields({ type: 'IDENTITY_OPENED' })
    openingBy({ openingsPastHour: 20 }).refuses('OPENING_CAP_REACHED')
    openingBy({ openingsPastDay: 60 }).refuses('OPENING_CAP_REACHED')
    given(...analysed)
      .when(openIdentity, asked, {
        opener: { ...fresh, openingsPastHour: 2 },
        settings: { ...defaultSettings, openingCaps: { perHour: 2, perDay: 9, label: 'exemple' } },
      })
      .refuses('OPENING_CAP_REACHED')
  })

  it('ne dit rien de plus à qui l’identité n’est pas accessible', () => {
    openingBy({ signedInRecently: false, openingsPastHour: 99 }, respondent).refuses('DOSSIER_UNKNOWN')
    given(...analysed, consulted)
      .when(openIdentity, asked, { actor: respondent, opener: { ...fresh, signedInRecently: false } })
      .refuses('IDENTITY_NOT_ACCESSIBLE')
  })
})
