import { describe, expect, it } from 'vitest'
import { identifyingPassages } from '../confidentiality/identifyingPassages.ts'
import type { Event } from '../events.ts'
import { take } from '../step.ts'
import { informComplainant } from '../steps/result/informComplainant.ts'
import { type Outcome, outcomes } from '../tables/outcomes.ts'
import { refusals } from '../tables/refusals.ts'
import { defaultSettings } from '../tables/settings.ts'
import { given, stampOf } from '../testing/given.ts'
import {
  admitted,
  assigned,
  consentRefused,
  consentRequested,
  foundFounded,
  foundUnfounded,
  matterAdded,
  outside,
  registered,
} from '../testing/histories.ts'
import { noticeRefusal, proposedNotice, requiredSentences, unsaidSentences } from './notice.ts'

const open = [registered, matterAdded, assigned] as const
const analysed = [...open, admitted] as const
const body = { code: 'COMMISSION_MUNICIPALE' as const }
const withoutFollowUp = (cause: 'CONSENT_REFUSED' | 'ANONYMITY'): Event => ({
  type: 'CLOSED_WITHOUT_FURTHER_ACTION',
  matter: 'M1',
  cause,
  facts: 'La demande ne peut être retrouvée.',
  reasons: 'Les faits ne peuvent être connus.',
})

/** A dossier ready for its notice, for each outcome. */
const ready: Record<Outcome, readonly Event[]> = {
  FOUNDED: [
    ...analysed,
    foundFounded,
    {
      type: 'RECOMMENDATION_FORMULATED',
      recommendation: 'R1',
      matter: 'M1',
      sector: 'AMENAGEMENT',
      text: 'Afficher les délais sur le site.',
      dueOn: null,
    },
  ],
  UNFOUNDED: [...analysed, foundUnfounded],
  INADMISSIBLE: [...open, outside],
  REFERRED: [
    ...open,
    outside,
    { type: 'COMPLAINANT_REFERRED', matter: 'M1', bodies: [body], channel: 'PHONE', explanation: 'Où s’adresser.' },
  ],
  TRANSFERRED: [
    ...open,
    outside,
    { type: 'TRANSFER_AUTHORIZATION_REQUESTED', matter: 'M1', body, channel: 'PHONE', explained: 'Quoi et à qui.' },
    {
      type: 'TRANSFER_AUTHORIZATION_RECORDED',
      matter: 'M1',
      answer: 'GRANTED',
      channel: 'PHONE',
      answeredOn: '2026-06-08',
    },
    { type: 'CONCERTATION_RECORDED', matter: 'M1', accepts: true, heldOn: '2026-06-08', summary: 'Accord.' },
    { type: 'COMPLAINT_TRANSFERRED', matter: 'M1', transmitted: 'La plainte.', sentOn: '2026-06-08' },
  ],
  CLOSED_WITHOUT_FURTHER_ACTION: [...analysed, consentRequested, consentRefused, withoutFollowUp('CONSENT_REFUSED')],
  WITHDRAWN: [...open, { type: 'COMPLAINT_WITHDRAWN', channel: 'PHONE', withdrawnOn: '2026-06-08', note: '' }],
  RESOLVED_INFORMALLY: [
    ...open,
    {
      type: 'RESOLVED_INFORMALLY',
      sector: 'AMENAGEMENT',
      agreement: 'Une réponse part cette semaine.',
      agreedOn: '2026-06-08',
    },
  ],
}

const forbidden = /r[ée]clamation/i

describe('l’avis proposé', () => {
  for (const { code, label } of outcomes)
    describe(`pour le résultat « ${label} »`, () => {
      const { complaint } = given(...ready[code])
      const notice = proposedNotice(complaint, defaultSettings)

      it('part d’un motif qui a bien ce résultat', () => {
        expect(complaint.matters.map(({ outcome }) => outcome)).toEqual([code])
      })

      it('dit tout ce qu’un avis doit dire', () => {
        expect(noticeRefusal(complaint, notice, defaultSettings, 'FR')).toBeUndefined()
      })

      it('rappelle le recours au Protecteur du citoyen et dit qui appeler', () => {
        expect(notice).toContain(defaultSettings.recourse.FR)
        expect(notice).toContain(defaultSettings.contacts.telephone)
        expect(notice).toContain('PL-2026-00001')
      })

      it('passe le détecteur et peut être envoyé tel quel', () => {
        const command = { channel: 'PHONE' as const, sentOn: '2026-06-12', text: notice }
        expect(take(informComplainant, complaint, command, stampOf())).toMatchObject({ accepted: true })
        const { email, telephone, address } = defaultSettings.contacts
        const own = [email, telephone, ...address, 'PL-2026-00001'].join(' ')
        expect(identifyingPassages(notice).filter(({ passage }) => !own.includes(passage))).toEqual([])
      })

      it('nomme une plainte par son nom', () => {
        expect(notice).toMatch(/plainte/)
        expect(notice).not.toMatch(forbidden)
      })

      it('ne passe plus dès qu’une phrase due en est retirée', () => {
        for (const { sentence, refusal } of requiredSentences(complaint, defaultSettings, 'FR'))
          expect(noticeRefusal(complaint, notice.replaceAll(sentence, ''), defaultSettings, 'FR')).toBe(refusal)
      })
    })

  it('après un refus de permission, nomme ce refus comme la cause ; pour une plainte anonyme, n’en dit rien', () => {
    const noticeFor = (...events: Event[]) => proposedNotice(given(...events).complaint, defaultSettings)
    const cause = 'Votre refus de lever l’anonymat'
    expect(noticeFor(...ready.CLOSED_WITHOUT_FURTHER_ACTION)).toContain(cause)
    expect(noticeFor(...analysed, withoutFollowUp('ANONYMITY'))).not.toContain(cause)
  })

  it('donne le résultat de chaque motif, sous son sujet, quand il y en a plusieurs', () => {
    const second = { ...matterAdded, matter: 'M2', subject: 'Accueil au comptoir' }
    const notice = proposedNotice(
      given(...analysed, second, { ...admitted, matter: 'M2' }, foundFounded, { ...foundUnfounded, matter: 'M2' })
        .complaint,
      defaultSettings,
    )
    for (const part of [
      'Délai de réponse : votre plainte est fondée.',
      'Accueil au comptoir : votre plainte est non fondée.',
    ])
      expect(notice).toContain(part)
  })

  it('reprend l’entente ou les précisions d’un désistement, sans que l’avis y soit tenu', () => {
    const { complaint } = given(...ready.RESOLVED_INFORMALLY)
    const notice = proposedNotice(complaint, defaultSettings)
    expect(notice).toContain('Une réponse part cette semaine.')
    const withoutAgreement = notice.replace('Une réponse part cette semaine.', '')
    expect(unsaidSentences(complaint, withoutAgreement, defaultSettings, 'FR')).toEqual([])
  })

  it('ne propose rien avant l’inscription', () => {
    expect(proposedNotice(given().complaint, defaultSettings)).toBe('')
  })
})

describe('ce que dit un avis', () => {
  const { complaint } = given(...ready.UNFOUNDED)

  it('se reconnaît malgré l’apostrophe, la casse et les espaces', () => {
    const text = `VOTRE  plainte est\nnon fondée. Le délai annoncé a été tenu. ${defaultSettings.recourse.FR.replaceAll('’', "'")}`
    expect(noticeRefusal(complaint, text, defaultSettings, 'FR')).toBeUndefined()
  })

  it('en anglais, énonce le résultat, les motifs et le recours dans cette langue', () => {
    const reasons = [{ matter: 'M1', text: 'The delay was kept.' }]
    const text = `Your complaint is unfounded. The delay was kept. ${defaultSettings.recourse.EN}`
    expect(noticeRefusal(complaint, text, defaultSettings, 'EN', reasons)).toBeUndefined()
    expect(noticeRefusal(complaint, text.replace('kept', 'held'), defaultSettings, 'EN', reasons)).toBe(
      'NOTICE_REASONS_MISSING',
    )
    expect(noticeRefusal(complaint, text, defaultSettings, 'FR')).toBe('OUTCOME_NOT_STATED')
  })

  it('se lit en entier : tout ce qui manque, dans l’ordre de la lettre', () => {
    const text = 'Votre plainte est non fondée.'
    expect(unsaidSentences(complaint, text, defaultSettings, 'FR')).toEqual([
      { refusal: 'NOTICE_REASONS_MISSING', sentence: foundUnfounded.reasons },
      { refusal: 'RECOURSE_MISSING', sentence: defaultSettings.recourse.FR },
    ])
  })

  it('vaut pour chaque motif : une phrase ne sert pas à deux, même de même résultat et de même sujet', () => {
    const second = { ...matterAdded, matter: 'M2' }
    const twice = given(
      ...[...analysed, second, { ...admitted, matter: 'M2' }],
      ...[foundUnfounded, { ...foundUnfounded, matter: 'M2' }],
    ).complaint
    const once = ['Délai de réponse : votre plainte est non fondée.', foundUnfounded.reasons]
    const recourse = defaultSettings.recourse.FR
    const unsaid = (...said: string[]) =>
      unsaidSentences(twice, said.join(' '), defaultSettings, 'FR').map(({ refusal }) => refusal)
    expect(unsaid(...once, recourse)).toEqual(['OUTCOME_NOT_STATED', 'NOTICE_REASONS_MISSING'])
    expect(unsaid('Votre plainte est non fondée.', ...once, ...once)).toEqual(['RECOURSE_MISSING'])
    expect(unsaid(...once, ...once, recourse)).toEqual([])
    expect(requiredSentences(twice, defaultSettings, 'EN')[0]?.sentence).toBe(
      'Délai de réponse: your complaint is unfounded.',
    )
  })

  it('nomme où la personne a été dirigée, même ailleurs que dans la décision', () => {
    const referred: Event = {
      type: 'COMPLAINANT_REFERRED',
      matter: 'M1',
      bodies: [{ code: 'TRIBUNAL_LOGEMENT' }, { code: 'SOCIETE_HABITATION' }],
      channel: 'PHONE',
      explanation: 'Où s’adresser.',
    }
    const named = (...events: Event[]) =>
      requiredSentences(given(...open, outside, ...events).complaint, defaultSettings, 'FR')
        .filter(({ refusal }) => refusal === 'BODY_NOT_NAMED')
        .map(({ sentence }) => sentence)
    expect(named()).toEqual(['Commission municipale du Québec'])
    expect(named(referred)).toEqual(['Tribunal administratif du logement', 'Société d’habitation du Québec'])
  })

  it('aucune phrase de refus ne nomme une plainte autrement', () => {
    expect(Object.values(refusals).filter(sentence => forbidden.test(sentence))).toEqual([])
  })
})
