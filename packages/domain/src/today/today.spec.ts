import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phaseOf, replay, unregistered } from '../complaint.ts'
import type { Actor } from '../confidentiality/permits.ts'
import type { Event, Recorded } from '../events.ts'
import { tapes } from '../invariants/sequences.ts'
import { standing } from '../step.ts'
import { steps } from '../steps/index.ts'
import { recordedBy, stampOf } from '../testing/given.ts'
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
} from '../testing/histories.ts'
import { auditor, manager, officer, otherOfficer, respondent, responsible } from '../testing/people.ts'
import { play, publishedProcess } from '../testing/randomSequences.ts'
import { uninvolved } from '../testing/randomWorld.ts'
import { todayOf } from './today.ts'

const acknowledged: Event = { type: 'RECEIPT_ACKNOWLEDGED', channel: 'PHONE', sentOn: '2026-06-02', text: 'Reçue.' }
const open = [registered, matterAdded, assigned, acknowledged] as const
const analysed = [...open, admitted] as const
const replied: Event = { type: 'SECTOR_REPLIED', consultation: 'C1', reply: 'Un retard.', repliedOn: '2026-06-12' }
const asked: Event = {
  type: 'TRANSFER_AUTHORIZATION_REQUESTED',
  matter: 'M1',
  body: { code: 'COMMISSION_MUNICIPALE' },
  channel: 'PHONE',
  explained: 'Quoi et à qui.',
}
const authorized: Event = {
  type: 'TRANSFER_AUTHORIZATION_RECORDED',
  matter: 'M1',
  answer: 'GRANTED',
  channel: 'PHONE',
  answeredOn: '2026-06-08',
}
const accepted: Event = {
  type: 'CONCERTATION_RECORDED',
  matter: 'M1',
  accepts: true,
  heldOn: '2026-06-08',
  summary: 'Oui.',
}
const suspended: Event = { type: 'CLOCK_SUSPENDED', cause: 'AWAITING_BODY', reason: 'Un avis.', from: '2026-06-08' }
const recommended: Event = {
  type: 'RECOMMENDATION_FORMULATED',
  recommendation: 'R1',
  matter: 'M1',
  sector: 'AMENAGEMENT',
  text: 'Répondre dans le délai.',
  dueOn: '2026-09-01',
}
const answered: Event = {
  type: 'RECOMMENDATION_ANSWERED',
  recommendation: 'R1',
  answer: 'ACCEPTED',
  plan: 'Un rappel.',
  dueOn: null,
}
const implemented: Event = {
  type: 'IMPLEMENTATION_RECORDED',
  recommendation: 'R1',
  evidence: 'Un gabarit.',
  implementedOn: '2026-06-08',
}
const escalated: Event = {
  type: 'ESCALATED_TO_OMBUDSMAN',
  escalation: 'E1',
  initiatedBy: 'OMBUDSMAN',
  escalatedOn: '2026-06-08',
  ombudsmanFileNumber: null,
  consentGivenOn: null,
  reason: 'Une enquête.',
}
const requested: Event = {
  type: 'OMBUDSMAN_REQUEST_RECORDED',
  escalation: 'E1',
  receivedOn: '2026-06-08',
  text: 'Le dossier.',
  dueOn: '2026-06-19',
  legalDemand: null,
}
const packaged: Event = {
  type: 'PACKAGE_PREPARED',
  escalation: 'E1',
  withIdentity: false,
  basis: 'NONE',
  reference: null,
  contact: { name: 'Solange Thibodeau', title: 'Responsable', telephone: '418 555-0199', extension: null },
}

const linesOf = (history: readonly Event[], by = responsible, on = '2026-06-08') =>
  recordedBy(history, unregistered, stampOf({ on, actor: by }))
const seenBy = (person: Actor, history: readonly Event[], on = '2026-06-15') => {
  const lines = linesOf(history)
  return todayOf(replay(lines), lines, person, on)
}
const toDo = (person: Actor, ...history: Event[]) => seenBy(person, history).toDo.map(({ steps: [first] }) => first)
const waits = (...history: Event[]) =>
  seenBy(officer, history).waits.map(({ party, step, since, dueOn }) => [party, step, since, dueOn])

describe('ce qui est à faire', () => {
  it('une plainte que personne ne porte est à attribuer par la personne responsable', () => {
    expect(seenBy(responsible, [registered, matterAdded]).toDo.slice(0, 2)).toMatchObject([
      { steps: ['assignOfficer'], dueOn: '2026-06-08' },
      { steps: ['acknowledgeReceipt'], dueOn: '2026-06-08' },
    ])
    expect(toDo(officer, registered, matterAdded)).toEqual([])
  })

  it('l’accusé de réception attend la personne à qui le dossier est attribué, et elle seule', () => {
    expect(seenBy(officer, [registered, matterAdded, assigned]).toDo).toMatchObject([
      { steps: ['acknowledgeReceipt'], dueOn: '2026-06-08' },
    ])
    expect(toDo(otherOfficer, registered, matterAdded, assigned)).toEqual([])
  })

  it('la recevabilité attend qui décide, dans un sens ou dans l’autre', () => {
    expect(seenBy(responsible, open).toDo).toMatchObject([
      { steps: ['declareAdmissible', 'declareInadmissible'], dueOn: '2026-06-30' },
    ])
    expect(toDo(officer, ...open)).toEqual([])
  })

  it('nul ne se voit demander de décider d’une plainte qui le vise', () => {
    const aboutThem = { ...matterAdded, concernedStaff: [responsible.id] }
    expect(toDo(responsible, registered, aboutThem, assigned, acknowledged)).toEqual([])
    expect(toDo(uninvolved, registered, aboutThem, assigned, acknowledged)).toEqual(['declareAdmissible'])
  })

  it('un motif recevable est à instruire, puis, les secteurs entendus, à apprécier', () => {
    expect(toDo(officer, ...analysed)).toEqual(['consultSector'])
    expect(toDo(responsible, ...analysed)).toEqual([])
    expect(toDo(officer, ...analysed, consulted)).toEqual([])
    expect(toDo(responsible, ...analysed, consulted)).toEqual([])
    expect(seenBy(responsible, [...analysed, consulted, replied]).toDo).toMatchObject([
      { steps: ['assessMerits'], dueOn: '2026-06-30' },
    ])
  })

  it('un refus de lever l’anonymat laisse apprécier ou classer sans suite', () => {
    const refused = [...analysed, consentRequested, consentRefused]
    expect(seenBy(responsible, refused).toDo[0]?.steps).toEqual(['assessMerits', 'closeWithoutFurtherAction'])
    expect(toDo(officer, ...analysed, consentRequested)).toEqual([])
  })

  it('une plainte fondée demande une recommandation, et toute plainte son avis', () => {
    expect(seenBy(responsible, [...analysed, foundFounded]).toDo[0]?.steps).toEqual([
      'formulateRecommendation',
      'informComplainant',
    ])
    expect(toDo(responsible, ...analysed, foundFounded, recommended)).toEqual(['informComplainant'])
    expect(toDo(responsible, ...analysed, foundUnfounded)).toEqual(['informComplainant'])
    expect(toDo(responsible, ...open, outside)).toEqual(['referComplainant', 'informComplainant'])
    const silent = [anonymous, matterAdded, assigned, outside]
    expect(toDo(responsible, ...silent)).toEqual(['recordImpossibilityToInform'])
  })

  it('une consultation restée ouverte retient l’avis : elle est à annuler si la réponse ne vient pas', () => {
    expect(toDo(officer, ...analysed, consulted, foundUnfounded)).toEqual(['cancelConsultation'])
    expect(toDo(responsible, ...analysed, consulted, foundUnfounded)).toEqual([])
  })

  it('un transfert autorisé demande la concertation, puis, l’organisme ayant accepté, le transfert', () => {
    expect(toDo(responsible, ...open, outside, asked)).toEqual([])
    expect(toDo(responsible, ...open, outside, asked, authorized)).toEqual(['recordConcertation'])
    expect(toDo(responsible, ...open, outside, asked, authorized, accepted)).toEqual(['transferComplaint'])
  })

  it('une demande du Protecteur du citoyen est à servir avant sa date, même dossier fermé', () => {
    const closed = [...analysed, foundUnfounded, informed, escalated]
    expect(seenBy(responsible, [...closed, requested]).toDo).toMatchObject([
      { steps: ['preparePackage'], dueOn: '2026-06-19' },
    ])
    expect(toDo(responsible, ...closed)).toEqual([])
    expect(toDo(responsible, ...closed, requested, packaged)).toEqual([])
  })

  it('une recommandation mise en œuvre, ou refusée, a son suivi à terminer', () => {
    const closed = [...analysed, foundFounded, recommended, informed]
    expect(toDo(responsible, ...closed, answered)).toEqual([])
    expect(toDo(responsible, ...closed, answered, implemented)).toEqual(['closeRecommendation'])
    expect(toDo(responsible, ...closed, { ...answered, answer: 'REFUSED' } as Event)).toEqual(['closeRecommendation'])
  })

  it('un délai suspendu n’a pas de date', () => {
    expect(seenBy(responsible, [...open, suspended]).toDo[0]?.dueOn).toBeNull()
  })
})

describe('ce qui est attendu d’autrui', () => {
  it('dit de qui, depuis quand et pour quand', () => {
    expect(waits(...analysed, consulted)).toEqual([['SECTOR', 'recordSectorReply', '2026-06-08', '2026-06-22']])
    expect(waits(...analysed, consentRequested)).toEqual([
      ['COMPLAINANT', 'recordDisclosureConsent', '2026-06-08', null],
    ])
    expect(waits(...open, outside, asked)).toEqual([['COMPLAINANT', 'recordTransferAuthorization', '2026-06-08', null]])
    expect(waits(...open, outside, asked, authorized)).toEqual([['BODY', 'recordConcertation', '2026-06-08', null]])
    expect(waits(...analysed, suspended)).toEqual([['BODY', 'resumeClock', '2026-06-08', null]])
    const closed = [...analysed, foundFounded, recommended, informed]
    expect(waits(...closed)).toEqual([['SECTOR', 'answerRecommendation', '2026-06-08', '2026-09-01']])
    expect(waits(...closed, answered)).toEqual([['SECTOR', 'recordImplementation', '2026-06-08', '2026-09-01']])
    expect(waits(...open, escalated)).toEqual([['OMBUDSMAN', 'recordOmbudsmanConclusion', '2026-06-08', null]])
    expect(waits(...open, escalated, requested)).toEqual([])
  })

  it('paraît chez qui porte le dossier, et chez qui décide si la réponse est à consigner par une décision', () => {
    expect(seenBy(responsible, [...analysed, consulted]).waits).toEqual([])
    expect(seenBy(responsible, [...analysed, consentRequested]).waits).toHaveLength(1)
    expect(seenBy(otherOfficer, [...analysed, consulted]).waits).toEqual([])
  })

  it('n’est dit qu’une fois quand le délai est suspendu pour la même raison', () => {
    const stopped: Event = { ...suspended, cause: 'AWAITING_CONSENT' } as Event
    expect(waits(...analysed, consentRequested, stopped)).toHaveLength(1)
  })
})

describe('ce qui est revenu', () => {
  const told = (...lines: [Actor, Event][]) => {
    const journal: Recorded[] = []
    for (const [actor, event] of lines)
      journal.push(...recordedBy([event], replay(journal), stampOf({ on: '2026-06-08', actor })))
    return journal
  }
  const returned = (journal: Recorded[], on = '2026-06-15', person = officer) =>
    todayOf(replay(journal), journal, person, on).returned?.event.type

  const begun: [Actor, Event][] = [
    [officer, registered],
    [officer, matterAdded],
    [officer, assigned],
    [responsible, admitted],
    [officer, consulted],
  ]
  const note: Event = { type: 'NOTE_ADDED', text: 'À voir.' }

  it('est la réponse du secteur depuis le dernier geste de la personne, même suivie d’une note', () => {
    expect(returned(told(...begun))).toBeUndefined()
    expect(returned(told(...begun, [respondent, replied]))).toBe('SECTOR_REPLIED')
    expect(returned(told(...begun, [respondent, replied], [responsible, note]))).toBe('SECTOR_REPLIED')
    expect(returned(told(...begun, [respondent, replied], [officer, note]))).toBeUndefined()
  })

  it('est le geste de quelqu’un d’autre sur le dossier', () => {
    expect(returned(told(...begun.slice(0, 4)))).toBe('MATTER_ADMITTED')
    expect(returned(told([responsible, registered], [responsible, matterAdded], [responsible, assigned]))).toBe(
      'OFFICER_ASSIGNED',
    )
  })

  it('n’est ni une ouverture d’identité, ni ce qui date de plus de deux semaines, ni l’affaire d’autrui', () => {
    const opened: Event = {
      type: 'IDENTITY_OPENED',
      reason: 'Retrouver la demande.',
      scope: ['IDENTITY'],
      sector: null,
    }
    expect(returned(told(...begun, [respondent, opened]))).toBeUndefined()
    const answeredLately = told(...begun, [respondent, replied])
    expect(returned(answeredLately, '2026-06-22')).toBe('SECTOR_REPLIED')
    expect(returned(answeredLately, '2026-06-23')).toBeUndefined()
    expect(returned(answeredLately, '2026-06-15', otherOfficer)).toBeUndefined()
    expect(returned(answeredLately, '2026-06-15', responsible)).toBeUndefined()
  })
})

describe('quelle que soit la suite des étapes', () => {
  const people = [officer, otherOfficer, responsible, uninvolved, respondent, manager, auditor]

  it('aucun dossier ouvert n’est oublié : il est à faire, ou en attente, chez quelqu’un', () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(tapes, tape => {
        const lines: Recorded[] = []
        let on = ''
        const complaint = play(tape, publishedProcess, transition => {
          lines.push(...transition.lines)
          on = transition.stamp.on
        })
        if (complaint.version === 0) return
        const carrier: Actor = { id: complaint.officer ?? '', role: 'OFFICER', sector: null }
        const seen = [carrier, uninvolved].map(person => todayOf(complaint, lines, person, on))
        for (const { toDo: duties } of seen)
          for (const { steps: names } of duties) for (const name of names) met.add(name)
        for (const { waits: awaited } of seen) for (const { party } of awaited) met.add(party)
        if (complaint.closedOn) return
        expect(seen.some(each => each.toDo.length > 0 || each.waits.length > 0)).toBe(true)
      }),
      { numRuns: 3000 },
    )
    expect(met.size).toBeGreaterThan(18)
  })

  it('ce qui est demandé à quelqu’un est une étape qui lui est ouverte, et rien n’est demandé à qui ne traite pas', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const lines: Recorded[] = []
        let on = ''
        const complaint = play(tape, publishedProcess, transition => {
          lines.push(...transition.lines)
          on = transition.stamp.on
        })
        for (const person of people) {
          const { toDo: duties, waits: awaited, returned } = todayOf(complaint, lines, person, on)
          for (const name of duties.flatMap(duty => duty.steps))
            expect(standing(steps[name] as Parameters<typeof standing>[0], complaint, person).refusal).toBeUndefined()
          if (person.role === 'OFFICER' || person.role === 'RESPONSIBLE_OFFICER') continue
          expect([duties, awaited, returned]).toEqual([[], [], undefined])
        }
        if (complaint.version > 0 && phaseOf(complaint) === 'CLOSED')
          for (const { dueOn } of todayOf(complaint, lines, uninvolved, on).toDo)
            expect(dueOn === null || dueOn > '').toBe(true)
      }),
      { numRuns: 1500 },
    )
  })
})
