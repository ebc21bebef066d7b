import { describe, expect, it } from 'vitest'
import type { Event } from '../../events.ts'
import { editionInForce } from '../../tables/editions.ts'
import { by, given } from '../../testing/given.ts'
import {
  admitted,
  anonymous,
  answers,
  assigned,
  foundUnfounded,
  informed,
  matterAdded,
  outside,
  registered,
} from '../../testing/histories.ts'
import { auditor, manager, neighbour, officer, otherOfficer, respondent, responsible } from '../../testing/people.ts'
import { inventedEdition, inventedSettings } from '../../testing/randomWorld.ts'
import { declareInadmissible } from '../admissibility/declareInadmissible.ts'
import { assessMerits } from '../decision/assessMerits.ts'
import { acknowledgeReceipt } from './acknowledgeReceipt.ts'
import { addMatter } from './addMatter.ts'
import { addNote } from './addNote.ts'
import { assignOfficer } from './assignOfficer.ts'
import { attachDocument } from './attachDocument.ts'
import { correctRegistration } from './correctRegistration.ts'
import { linkRelatedComplaint } from './linkRelatedComplaint.ts'
import { recordComplainantMessage } from './recordComplainantMessage.ts'
import { recordContactAttempt } from './recordContactAttempt.ts'
import { recordInformalResolution } from './recordInformalResolution.ts'
import { type RegisterComplaint, registerComplaint } from './registerComplaint.ts'

const { type: _, matter: __, ...content } = matterAdded
const complaint: RegisterComplaint = {
  fileNumber: 'PL-2026-00001',
  intakeChannel: 'PHONE',
  receivedOn: '2026-06-12',
  anonymous: false,
  replyChannels: ['PHONE'],
  language: 'FR',
  identity: 'identite-scellee',
  words: 'propos-scelles',
  matters: [content],
}
const open = [registered, matterAdded, assigned] as const
const closed: Event[] = [...open, admitted, foundUnfounded, informed]
const ended: Event[] = [...open, { type: 'COMPLAINT_WITHDRAWN', channel: 'PHONE', withdrawnOn: '2026-06-08', note: '' }]

describe('inscrire une plainte', () => {
  const when = (change: Partial<RegisterComplaint>) => given().when(registerComplaint, { ...complaint, ...change })

  it('note l’édition en vigueur et les échéances, ajoute les motifs, attribue le dossier à qui l’inscrit', () => {
    const trial = when({ replyChannels: ['PHONE', 'PHONE'] })
    trial.yields({
      type: 'COMPLAINT_REGISTERED',
      edition: '2024-01-17',
      replyChannels: ['PHONE'],
      acknowledgementDueOn: '2026-06-19',
      replyDueOn: '2026-07-14',
    })
    trial.yields({ type: 'MATTER_ADDED', matter: 'M1', sector: 'AMENAGEMENT' })
    trial.yields({ type: 'OFFICER_ASSIGNED', officer: responsible.id })
  })

  it('une plainte peut être anonyme, sans identité ni moyen de réponse', () => {
    when({ anonymous: true, identity: null, replyChannels: [] }).yields({ anonymous: true, identity: null })
  })

  it('est refusée tant qu’il manque ce que le dossier doit contenir', () => {
    when({ receivedOn: '2026-06-31' }).refuses('DATE_INVALID', 'receivedOn')
    when({ receivedOn: '2026-06-16' }).refuses('DATE_IN_FUTURE', 'receivedOn')
    when({ factsKnownOn: 'hier' }).refuses('DATE_INVALID', 'factsKnownOn')
    when({ factsKnownOn: '2026-06-13' }).refuses('DATE_IN_FUTURE', 'factsKnownOn')
    when({ identity: null }).refuses('IDENTITY_MISSING', 'identity')
    when({ anonymous: true, identity: null }).refuses('CONTACT_MISSING', 'identity')
    when({ representative: { capacity: 'LEGAL', authority: ' ' } }).refuses(
      'AUTHORITY_MISSING',
      'representative.authority',
    )
    when({ words: '' }).refuses('WORDS_MISSING', 'words')
    when({ matters: [] }).refuses('MATTER_MISSING', 'matters')
    when({ matters: [{ ...content, subject: '' }] }).refuses('SUBJECT_MISSING', 'matters.0.subject')
    when({ matters: [content, { ...content, sector: '' }] }).refuses('SECTOR_MISSING', 'matters.1.sector')
    when({ matters: [{ ...content, statement: ' ' }] }).refuses('STATEMENT_MISSING', 'matters.0.statement')
  })

  it('ne se fait qu’une fois', () => {
    given(...open)
      .when(registerComplaint, complaint)
      .refuses('ALREADY_REGISTERED')
  })

  it('revient aux agentes et agents, pas aux gestionnaires, aux secteurs ni à la vérification', () => {
    given().when(registerComplaint, complaint, by(officer)).yields({ officer: officer.id })
    for (const actor of [manager, respondent, auditor])
      given().when(registerComplaint, complaint, by(actor)).refuses('NOT_PERMITTED')
  })
})

describe('un exposé dépersonnalisé', () => {
  const recognises = (token: string) => token === 'name:tremblay' || token === 'telephone:4185550123'
  const tell = (statement: string, change: { confirmation?: string } = {}) =>
    given().when(registerComplaint, { ...complaint, matters: [{ ...content, statement }] }, { recognises, ...change })

  it('qui nomme la personne est corrigé, ou confirmé avec une raison', () => {
    tell('La dossier de tremblay attend.').refuses('IDENTIFYING_PASSAGE', 'matters.0.statement')
    tell('La dossier de tremblay attend.', { confirmation: 'La rue porte ce nom.' }).yields({ matter: 'M1' })
  })

  it('qui contient une coordonnée de la personne est refusé, même confirmé', () => {
    tell('Rappeler au 418 555-0123.', { confirmation: 'Utile.' }).refuses('IDENTITY_IN_TEXT', 'matters.0.statement')
  })

  it('ne peut pas être contourné par la raison qui le confirme', () => {
    tell('La dossier de tremblay attend.', { confirmation: 'Voir 418 555-0123.' }).refuses(
      'IDENTITY_IN_TEXT',
      'confirmation',
    )
  })
})

describe('ajouter un motif', () => {
  it('donne au motif le numéro suivant', () => {
    given(...open)
      .when(addMatter, content)
      .yields({ type: 'MATTER_ADDED', matter: 'M2' })
  })

  it('demande un dossier inscrit, ouvert et en cours', () => {
    given().when(addMatter, content).refuses('DOSSIER_UNKNOWN')
    given(...closed)
      .when(addMatter, content)
      .refuses('CLOSED')
    given(...ended)
      .when(addMatter, content)
      .refuses('ENDED')
    given(...open)
      .when(addMatter, { ...content, subject: '' })
      .refuses('SUBJECT_MISSING', 'subject')
  })

  it('revient à la personne à qui le dossier est attribué, ou à la personne responsable', () => {
    given(...open)
      .when(addMatter, content, by(officer))
      .yields({ matter: 'M2' })
    given(...open)
      .when(addMatter, content, by(otherOfficer))
      .refuses('ASSIGNED_TO_ANOTHER')
  })
})

describe('corriger l’inscription', () => {
  const correction = { corrects: 1, reason: 'Erreur de saisie.' }
  const when = (change: object, ...history: Event[]) =>
    given(...(history.length > 0 ? history : open)).when(correctRegistration, { ...correction, ...change })

  it('nomme la ligne qu’elle corrige et n’écrit que ce qui change', () => {
    when({ language: 'EN' }).yields({ type: 'REGISTRATION_CORRECTED', corrects: 1, registration: { language: 'EN' } })
    when({ matter: { matter: 'M1', sector: 'HABITATION' } }).yields({ matter: { matter: 'M1', sector: 'HABITATION' } })
  })

  it('recompte les échéances du nouveau jour de réception', () => {
    when({ receivedOn: '2026-06-02' }).yields({
      registration: { receivedOn: '2026-06-02', acknowledgementDueOn: '2026-06-09', replyDueOn: '2026-07-02' },
    })
  })

  it('les jours ajoutés par une suspension restent ajoutés, même corrigés deux fois', () => {
    const history: Event[] = [
      ...open,
      { type: 'CLOCK_SUSPENDED', cause: 'AWAITING_COMPLAINANT', reason: 'Attente.', from: '2026-06-03' },
      { type: 'CLOCK_RESUMED', to: '2026-06-08', reason: 'Réponse reçue.', replyDueOn: '2026-07-06' },
    ]
    const once: Event = {
      type: 'REGISTRATION_CORRECTED',
      corrects: 1,
      reason: 'Erreur.',
      registration: { receivedOn: '2026-06-02', edition: '2024-01-17', replyDueOn: '2026-07-07' },
      matter: null,
    }
    when({ receivedOn: '2026-06-02' }, ...history).yields({ registration: { replyDueOn: '2026-07-07' } })
    when({ receivedOn: '2026-06-01' }, ...history, once).yields({ registration: { replyDueOn: '2026-07-06' } })
  })

  it('est refusée sans raison, sans ligne, sans objet', () => {
    when({ language: 'EN', reason: '' }).refuses('REASON_MISSING', 'reason')
    when({ language: 'EN', corrects: 0 }).refuses('LINE_UNKNOWN', 'corrects')
    when({ language: 'EN', corrects: 40 }).refuses('LINE_UNKNOWN', 'corrects')
    when({}).refuses('NOTHING_CORRECTED')
    when({ matter: { matter: 'M7' } }).refuses('MATTER_UNKNOWN', 'matter.matter')
    when({ matter: { matter: 'M1', subject: '' } }).refuses('SUBJECT_MISSING', 'matter.subject')
    when({ language: 'EN' }, ...closed).refuses('CLOSED')
  })

  it('laisse le dossier cohérent', () => {
    when({ receivedOn: '2026-06-16' }).refuses('DATE_IN_FUTURE', 'receivedOn')
    when({ receivedOn: '2026-06-09' }).refuses('RECEIVED_AFTER_REGISTRATION', 'receivedOn')
    when({ factsKnownOn: '2026-06-02' }).refuses('DATE_IN_FUTURE', 'factsKnownOn')
    when({ receivedOn: '2026-05-10' }).refuses('DATE_IN_FUTURE', 'factsKnownOn')
    when({ factsKnownOn: '2026-02-30' }).refuses('DATE_INVALID', 'factsKnownOn')
    when({ anonymous: false }, anonymous, matterAdded).refuses('IDENTITY_MISSING', 'identity')
    when({ replyChannels: ['EMAIL'] }, anonymous, matterAdded).refuses('CONTACT_MISSING', 'identity')
    when({ representative: { capacity: 'LEGAL', authority: '' } }).refuses('AUTHORITY_MISSING')
  })

  it('retire ce qui n’aurait pas dû être inscrit : le jour où les faits furent connus, la personne représentante', () => {
    const represented = { ...registered, representative: { capacity: 'LEGAL' as const, authority: 'Mandat.' } }
    when({ clears: ['FACTS_KNOWN_ON', 'REPRESENTATIVE'] }, represented, matterAdded, assigned).yields({
      registration: { factsKnownOn: null, representative: null },
    })
    when({ clears: ['REPRESENTATIVE'] }).refuses('NOTHING_CORRECTED')
    when({ clears: ['FACTS_KNOWN_ON'], factsKnownOn: '2026-05-21' }).yields({
      registration: { factsKnownOn: '2026-05-21' },
    })
    when({ clears: ['FACTS_KNOWN_ON'], receivedOn: '2026-05-10' }).yields({ registration: { factsKnownOn: null } })
    const cleared: Event = {
      type: 'REGISTRATION_CORRECTED',
      corrects: 1,
      reason: 'Erreur.',
      registration: { factsKnownOn: null },
      matter: null,
    }
    expect(given(...open, cleared).complaint.registration?.factsKnownOn).toBeNull()
  })

  it('ne retire pas le dernier moyen de réponse pendant un transfert', () => {
    const asked: Event = {
      type: 'TRANSFER_AUTHORIZATION_REQUESTED',
      matter: 'M1',
      body: { code: 'COMMISSION_MUNICIPALE' },
      channel: 'PHONE',
      explained: 'Quoi et à qui.',
    }
    when({ replyChannels: [] }, ...open, outside, asked).refuses('TRANSFER_UNDER_WAY', 'replyChannels')
    when({ replyChannels: [] }, ...open, outside).yields({ registration: { replyChannels: [] } })
  })

  it('ne permet à personne de s’effacer d’une plainte qui le vise', () => {
    const about = { ...matterAdded, concernedStaff: [responsible.id] }
    const removal = { matter: { matter: 'M1', concernedStaff: [] } }
    when(removal, registered, about, assigned).refuses('DECIDER_IS_SUBJECT', 'matter')
    given(registered, about, assigned)
      .when(correctRegistration, { ...correction, ...removal }, by(officer))
      .yields({ matter: { concernedStaff: [] } })
  })

  it('ne se conçoit pas avant l’inscription', () => {
    const { complaint: nothing } = given()
    const stamp = { actor: responsible, on: '2026-06-15', at: '2026-06-15T14:00:00.000Z', settings: inventedSettings }
    expect(correctRegistration.decide(nothing, correction, stamp)).toEqual({
      accepted: false,
      refusal: { code: 'NOT_REGISTERED', field: undefined },
    })
  })
})

describe('un dossier est jugé sous l’édition du jour de sa réception', () => {
  const settings = { settings: inventedSettings, on: '2027-04-05' }
  const under = (edition: string, receivedOn: string): Event[] => [
    { ...registered, edition, receivedOn, factsKnownOn: null },
    matterAdded,
  ]
  const passage = {
    matter: 'M1',
    grounds: [{ ground: 'HATEFUL_THREATENING_HARASSING' as const, passage: 'passage-scelle' }],
    reasons: 'Menaces répétées.',
  }
  const assessment = {
    matter: 'M1',
    prejudice: 'SELF' as const,
    prejudiceReason: 'Une saison perdue.',
    reasons: 'Le délai n’a pas été tenu.',
  }
  const fewer = answers('BELOW_SERVICE_STANDARD').filter(({ criterion }) =>
    inventedEdition.criteria.includes(criterion),
  )
  const crossing = (receivedOn: string): Event => ({
    type: 'REGISTRATION_CORRECTED',
    corrects: 1,
    reason: 'Erreur.',
    registration: { receivedOn, edition: editionInForce(receivedOn, inventedSettings.editions).id },
    matter: null,
  })

  it('à l’inscription', () => {
    const register = (receivedOn: string) =>
      given().when(registerComplaint, { ...complaint, receivedOn }, { ...settings, on: '2027-04-05' })
    register('2027-03-31').yields({ edition: '2024-01-17' })
    register('2027-04-01').yields({ edition: '2027-04-01' })
  })

  it('à la recevabilité : un motif d’irrecevabilité disparu ne se cite plus', () => {
    given(...under('2024-01-17', '2027-03-31'))
      .when(declareInadmissible, passage, settings)
      .yields({ matter: 'M1' })
    given(...under('2027-04-01', '2027-04-01'))
      .when(declareInadmissible, passage, settings)
      .refuses('GROUND_NOT_IN_EDITION', 'grounds.0')
  })

  it('à l’appréciation : chaque critère de cette édition, et ceux-là seuls, reçoit une réponse', () => {
    const before = given(...under('2024-01-17', '2027-03-31'), admitted)
    before
      .when(assessMerits, { ...assessment, criteria: answers('BELOW_SERVICE_STANDARD') }, settings)
      .yields({ finding: 'FOUNDED' })
    before.when(assessMerits, { ...assessment, criteria: fewer }, settings).refuses('CRITERION_UNANSWERED')
    const since = given(...under('2027-04-01', '2027-04-01'), admitted)
    since.when(assessMerits, { ...assessment, criteria: fewer }, settings).yields({ finding: 'FOUNDED' })
    since.when(assessMerits, { ...assessment, criteria: answers() }, settings).refuses('CRITERION_UNANSWERED')
  })

  it('aussi après une correction de ce jour, dans les deux sens', () => {
    const early = under('2024-01-17', '2026-06-01')
    given(...early, crossing('2027-04-02'))
      .when(declareInadmissible, passage, settings)
      .refuses('GROUND_NOT_IN_EDITION')
    given(...under('2027-04-01', '2027-04-02'), crossing('2027-03-31'))
      .when(declareInadmissible, passage, settings)
      .yields({ matter: 'M1' })
  })

  it('la correction nomme elle-même l’édition', () => {
    const older = { ...inventedEdition, id: '2026-06-03', effectiveOn: '2026-06-03' }
    const change = { settings: { ...inventedSettings, editions: [...inventedSettings.editions, older] } }
    given(...open)
      .when(correctRegistration, { corrects: 1, reason: 'Erreur.', receivedOn: '2026-06-04' }, change)
      .yields({ registration: { edition: '2026-06-03' } })
  })
})

describe('accuser réception', () => {
  const sent = { channel: 'PHONE' as const, sentOn: '2026-06-09', text: 'Votre plainte est inscrite.' }

  it('consigne quand et par quel moyen', () => {
    given(...open)
      .when(acknowledgeReceipt, sent)
      .yields({ type: 'RECEIPT_ACKNOWLEDGED', sentOn: '2026-06-09' })
  })

  it('ne se fait qu’une fois, avec un texte, par un moyen que la personne a donné', () => {
    given(...open)
      .when(acknowledgeReceipt, { ...sent, text: '' })
      .refuses('TEXT_MISSING', 'text')
    given(...open)
      .when(acknowledgeReceipt, { ...sent, sentOn: '2026-05-31' })
      .refuses('DATE_BEFORE_RECEIPT', 'sentOn')
    given(...open)
      .when(acknowledgeReceipt, { ...sent, channel: 'MAIL' })
      .refuses('CHANNEL_NOT_GIVEN', 'channel')
    given(...open, { type: 'RECEIPT_ACKNOWLEDGED', ...sent })
      .when(acknowledgeReceipt, sent)
      .refuses('ALREADY_ACKNOWLEDGED')
    given(anonymous, matterAdded).when(acknowledgeReceipt, sent).refuses('NO_REPLY_CHANNEL')
    given(...closed)
      .when(acknowledgeReceipt, sent)
      .refuses('CLOSED')
  })
})

describe('attribuer le dossier', () => {
  it('le confie à une autre personne', () => {
    given(...open)
      .when(assignOfficer, { officer: otherOfficer.id })
      .yields({ officer: otherOfficer.id })
    given(...open)
      .when(assignOfficer, { officer: '' })
      .refuses('OFFICER_MISSING', 'officer')
    given(...open)
      .when(assignOfficer, { officer: officer.id })
      .refuses('ALREADY_ASSIGNED', 'officer')
    given(...open)
      .when(assignOfficer, { officer: otherOfficer.id }, by(otherOfficer))
      .refuses('ASSIGNED_TO_ANOTHER')
  })
})

describe('consigner une résolution informelle', () => {
  const agreement = { sector: 'AMENAGEMENT', agreement: 'Une réponse part cette semaine.', agreedOn: '2026-06-10' }

  it('met fin à la plainte', () => {
    given(...open)
      .when(recordInformalResolution, agreement)
      .yields({ type: 'RESOLVED_INFORMALLY' })
  })

  it('demande l’unité, l’entente et son jour, tant qu’il reste à décider', () => {
    given(...open)
      .when(recordInformalResolution, { ...agreement, sector: '' })
      .refuses('SECTOR_MISSING')
    given(...open)
      .when(recordInformalResolution, { ...agreement, agreement: '' })
      .refuses('AGREEMENT_MISSING')
    given(...open)
      .when(recordInformalResolution, { ...agreement, agreedOn: '' })
      .refuses('DATE_INVALID', 'agreedOn')
    given(...open, admitted, foundUnfounded)
      .when(recordInformalResolution, agreement)
      .refuses('ENDED')
    given(...ended)
      .when(recordInformalResolution, agreement)
      .refuses('ENDED')
  })
})

describe('consigner un essai de communication', () => {
  const attempt = { channel: 'PHONE' as const, attemptedOn: '2026-06-10', reached: false, note: 'Boîte vocale pleine.' }

  it('dit par quel moyen, quel jour, avec quel effet', () => {
    given(...open)
      .when(recordContactAttempt, attempt)
      .yields({ type: 'CONTACT_ATTEMPTED', reached: false })
    given(...open)
      .when(recordContactAttempt, { ...attempt, note: '' })
      .refuses('TEXT_MISSING', 'note')
    given(...open)
      .when(recordContactAttempt, { ...attempt, attemptedOn: '2026-06-20' })
      .refuses('DATE_IN_FUTURE')
    given(...open)
      .when(recordContactAttempt, { ...attempt, channel: 'EMAIL' })
      .refuses('CHANNEL_NOT_GIVEN', 'channel')
    given(anonymous, matterAdded).when(recordContactAttempt, attempt).refuses('NO_REPLY_CHANNEL')
  })
})

describe('consigner un message de la personne', () => {
  const message = {
    channel: 'EMAIL' as const,
    receivedOn: '2026-06-10',
    words: 'message-scelle',
    summary: 'Une relance.',
  }

  it('garde les propos au coffre et un résumé dépersonnalisé au dossier', () => {
    given(...open)
      .when(recordComplainantMessage, message)
      .yields({ words: 'message-scelle', summary: 'Une relance.' })
    given(...open)
      .when(recordComplainantMessage, { ...message, words: '' })
      .refuses('WORDS_MISSING', 'words')
    given(...open)
      .when(recordComplainantMessage, { ...message, summary: '' })
      .refuses('TEXT_MISSING', 'summary')
    given(...open)
      .when(recordComplainantMessage, { ...message, receivedOn: '2026-05-01' })
      .refuses('DATE_BEFORE_RECEIPT')
    given(...closed, { type: 'IDENTITY_ERASED', schedule: 'C-1', reason: 'Échu.' })
      .when(recordComplainantMessage, message)
      .refuses('ERASED')
  })
})

describe('relier un dossier', () => {
  const link = {
    relatedFileNumber: ' PL-2026-00002 ',
    related: 'dossier-2',
    relation: 'SAME_FACTS' as const,
    reason: 'Mêmes faits.',
  }

  it('nomme un autre dossier, qui existe, une seule fois, avec une raison', () => {
    given(...open)
      .when(linkRelatedComplaint, link)
      .yields({ related: 'dossier-2', relatedFileNumber: 'PL-2026-00002' })
    given(...open)
      .when(linkRelatedComplaint, { ...link, relatedFileNumber: 'PL-2026-00001' })
      .refuses('RELATED_TO_ITSELF')
    given(...open)
      .when(linkRelatedComplaint, { ...link, related: null })
      .refuses('RELATED_UNKNOWN')
    given(...open)
      .when(linkRelatedComplaint, { ...link, reason: '' })
      .refuses('REASON_MISSING', 'reason')
    given(...open, { type: 'RELATED_COMPLAINT_LINKED', ...link })
      .when(linkRelatedComplaint, link)
      .refuses('ALREADY_RELATED')
  })
})

describe('ajouter une note, joindre un document', () => {
  const document = {
    attachment: 'piece-scellee',
    description: 'Une lettre.',
    mediaType: 'application/pdf',
    bytes: 12,
    sha256: 'e3b0',
  }

  it('reste possible pour toute agente ou tout agent, même sur un dossier fermé', () => {
    given(...closed)
      .when(addNote, { text: 'Vu.' }, by(otherOfficer))
      .yields({ type: 'NOTE_ADDED' })
    given(...closed)
      .when(attachDocument, document, by(otherOfficer))
      .yields({ type: 'DOCUMENT_ATTACHED', bytes: 12 })
  })

  it('demande un texte, un document et sa description', () => {
    given(...open)
      .when(addNote, { text: ' ' })
      .refuses('TEXT_MISSING', 'text')
    given(...open)
      .when(attachDocument, { ...document, attachment: '' })
      .refuses('ATTACHMENT_MISSING')
    given(...open)
      .when(attachDocument, { ...document, bytes: 0 })
      .refuses('ATTACHMENT_MISSING')
    given(...open)
      .when(attachDocument, { ...document, description: '' })
      .refuses('TEXT_MISSING', 'description')
    given(...closed, { type: 'IDENTITY_ERASED', schedule: 'C-1', reason: 'Échu.' })
      .when(attachDocument, document)
      .refuses('ERASED')
  })

  it('n’est pas le fait d’un secteur : un dossier étranger n’existe pas pour lui', () => {
    given(...open)
      .when(addNote, { text: 'Vu.' }, by(neighbour))
      .refuses('NOT_PERMITTED')
  })
})
