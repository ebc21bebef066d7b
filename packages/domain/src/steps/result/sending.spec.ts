import { describe, expect, it } from 'vitest'
import { reportSending } from '../../clock/reportSending.ts'
import { systemActor } from '../../confidentiality/permits.ts'
import type { Event } from '../../events.ts'
import { by, given } from '../../testing/given.ts'
import { admitted, assigned, matterAdded, registered } from '../../testing/histories.ts'
import { officer, otherOfficer, respondent } from '../../testing/people.ts'
import { dutiesOf } from '../../today/duties.ts'
import { recordPosting } from './recordPosting.ts'
import { resendLetter } from './resendLetter.ts'

const letter = { template: 1, layout: 1, digest: 'a'.repeat(64) }
const reachable = { ...registered, replyChannels: ['EMAIL', 'MAIL', 'PHONE'] as ('EMAIL' | 'MAIL' | 'PHONE')[] }
const acknowledged = (channel: 'EMAIL' | 'MAIL' | 'PHONE', sentOn = '2026-06-08'): Event => ({
  type: 'RECEIPT_ACKNOWLEDGED',
  channel,
  sentOn,
  text: 'Reçue.',
  letter,
})
const open = [reachable, matterAdded, assigned, admitted] as const
const line = open.length + 1
const byMail = [...open, acknowledged('EMAIL')] as const
const refused: Event = { type: 'LETTER_NOT_SENT', line, failure: 'ADDRESS_REFUSED' }
const sent: Event = { type: 'LETTER_SENT', line }
const states = (...events: Event[]) =>
  given(...events).complaint.dispatches.map(({ state, channel }) => `${channel} ${state}`)

describe('une lettre qui part', () => {
  it('attend d’être envoyée, à moins d’être dite de vive voix ou d’être partie avant d’être inscrite', () => {
    expect(states(...byMail)).toEqual(['EMAIL WAITING'])
    expect(states(...open, acknowledged('MAIL'))).toEqual(['MAIL WAITING'])
    expect(states(...open, acknowledged('PHONE'))).toEqual([])
    expect(states(...open, acknowledged('EMAIL', '2026-06-05'))).toEqual([])
    expect(states(...open, { ...acknowledged('EMAIL'), letter: undefined } as Event)).toEqual([])
  })

  it('est envoyée ou refusée par le serveur de courriel, et le journal le dit', () => {
    const system = { actor: systemActor }
    given(...byMail)
      .when(reportSending, { line, failure: null }, system)
      .yields({ type: 'LETTER_SENT', line })
    given(...byMail)
      .when(reportSending, { line, failure: 'ADDRESS_REFUSED' }, system)
      .yields({ type: 'LETTER_NOT_SENT', failure: 'ADDRESS_REFUSED' })
    given(...byMail, sent)
      .when(reportSending, { line, failure: null }, system)
      .refuses('LETTER_UNKNOWN', 'line')
    given(...byMail)
      .when(reportSending, { line, failure: null }, by(officer))
      .refuses('NOT_PERMITTED')
    expect(states(...byMail, sent)).toEqual(['EMAIL SENT'])
    expect(states(...byMail, refused)).toEqual(['EMAIL NOT_SENT'])
  })
})

describe('consigner une lettre postée', () => {
  const posting = { line, postedOn: '2026-06-10' }

  it('dit quand elle est partie, pour une lettre qui attend ou que le courriel n’a pas portée', () => {
    given(...open, acknowledged('MAIL'))
      .when(recordPosting, posting, by(officer))
      .yields({ postedOn: '2026-06-10' })
    given(...byMail, refused)
      .when(recordPosting, posting, by(officer))
      .yields({ type: 'LETTER_POSTED', line })
    given(...byMail)
      .when(recordPosting, { ...posting, line: 1 })
      .refuses('LETTER_UNKNOWN', 'line')
    given(...byMail, sent)
      .when(recordPosting, posting)
      .refuses('NO_LETTER_WAITING')
    given(...byMail)
      .when(recordPosting, { ...posting, postedOn: '2026-06-05' })
      .refuses('DATE_BEFORE_LETTER', 'postedOn')
    given(...byMail)
      .when(recordPosting, { ...posting, postedOn: '2026-06-30' })
      .refuses('DATE_IN_FUTURE', 'postedOn')
    expect(states(...byMail, { type: 'LETTER_POSTED', line, postedOn: '2026-06-10' })).toEqual(['EMAIL POSTED'])
  })

  it('revient à qui prépare le dossier', () => {
    given(...byMail)
      .when(recordPosting, posting, by(otherOfficer))
      .refuses('ASSIGNED_TO_ANOTHER')
    given(...byMail)
      .when(recordPosting, posting, by(respondent))
      .refuses('NOT_PERMITTED')
  })
})

describe('envoyer de nouveau une lettre', () => {
  it('se demande tant qu’elle n’est pas partie, et jamais sans adresse', () => {
    given(...byMail, refused)
      .when(resendLetter, { line }, by(officer))
      .yields({ type: 'LETTER_SENDING_ASKED', line })
    given(...byMail, refused)
      .when(resendLetter, { line: 2 })
      .refuses('LETTER_UNKNOWN', 'line')
    given(...byMail, sent)
      .when(resendLetter, { line })
      .refuses('NO_LETTER_WAITING')
    given(...open, acknowledged('MAIL'))
      .when(resendLetter, { line })
      .refuses('NO_LETTER_WAITING')
    given(...byMail, { type: 'IDENTITY_ERASED', schedule: 'R-1', reason: 'Fin.' })
      .when(resendLetter, { line })
      .refuses('ERASED')
    expect(states(...byMail, refused, { type: 'LETTER_SENDING_ASKED', line })).toEqual(['EMAIL WAITING'])
  })

  it('figure parmi ce qui est à faire quand l’envoi a échoué', () => {
    const toDo = (...events: Event[]) => dutiesOf(given(...events).complaint).map(({ steps: [first] }) => first)
    expect(toDo(...byMail, refused)).toContain('recordPosting')
    expect(toDo(...byMail)).not.toContain('recordPosting')
    expect(toDo(...byMail, sent)).not.toContain('recordPosting')
  })
})
