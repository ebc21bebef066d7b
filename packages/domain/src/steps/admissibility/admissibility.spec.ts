import { describe, it } from 'vitest'
import type { CitedGround, Event } from '../../events.ts'
import { by, given } from '../../testing/given.ts'
import {
  admitted,
  anonymous,
  assigned,
  foundUnfounded,
  informed,
  matterAdded,
  registered,
} from '../../testing/histories.ts'
import { officer, responsible } from '../../testing/people.ts'
import { attachedResponsible } from '../../testing/randomWorld.ts'
import { declareAdmissible } from './declareAdmissible.ts'
import { declareInadmissible } from './declareInadmissible.ts'

const open = [registered, matterAdded, assigned] as const
const attempt: Event = {
  type: 'CONTACT_ATTEMPTED',
  channel: 'PHONE',
  attemptedOn: '2026-06-05',
  reached: false,
  note: 'Sans réponse.',
}
const reached: Event = { ...attempt, reached: true }
const inadmissible = (ground: CitedGround, ...more: CitedGround[]) => ({
  matter: 'M1',
  grounds: [ground, ...more],
  reasons: 'Le processus ne s’applique pas.',
})

describe('déclarer recevable', () => {
  const admission = { matter: 'M1', reasons: '' }

  it('envoie le motif en analyse', () => {
    given(...open)
      .when(declareAdmissible, admission)
      .yields({ type: 'MATTER_ADMITTED', matter: 'M1' })
  })

  it('une plainte anonyme qui peut recevoir une réponse est recevable sans autre explication', () => {
    given({ ...anonymous, identity: 'scellee', replyChannels: ['EMAIL'] }, matterAdded)
      .when(declareAdmissible, admission)
      .yields({ type: 'MATTER_ADMITTED' })
  })

  it('une plainte anonyme et sans moyen de réponse se décide explicitement', () => {
    given(anonymous, matterAdded).when(declareAdmissible, admission).refuses('REASONS_MISSING', 'reasons')
    given(anonymous, matterAdded)
      .when(declareAdmissible, { ...admission, reasons: 'Faits précis.' })
      .yields({ matter: 'M1' })
  })

  it('ne se décide qu’une fois, sur un motif du dossier, tant qu’il est ouvert', () => {
    given(...open, admitted)
      .when(declareAdmissible, admission)
      .refuses('ADMISSIBILITY_DECIDED', 'matter')
    given(...open)
      .when(declareAdmissible, { ...admission, matter: 'M4' })
      .refuses('MATTER_UNKNOWN', 'matter')
    given(...open, admitted, foundUnfounded, informed)
      .when(declareAdmissible, admission)
      .refuses('CLOSED')
  })

  it('revient à la personne responsable, sauf si la plainte la vise ou vise son unité', () => {
    given(...open)
      .when(declareAdmissible, admission, by(officer))
      .refuses('NOT_PERMITTED')
    given(registered, { ...matterAdded, concernedStaff: [responsible.id] })
      .when(declareAdmissible, admission)
      .refuses('DECIDER_IS_SUBJECT')
    given(...open)
      .when(declareAdmissible, admission, by(attachedResponsible))
      .refuses('DECIDER_IS_SUBJECT')
  })
})

describe('déclarer irrecevable', () => {
  it('cite au moins un motif, avec ses raisons', () => {
    const court = inadmissible({ ground: 'COURT_PROCEEDINGS', proceeding: 'Pourvoi en contrôle judiciaire' })
    given(...open)
      .when(declareInadmissible, court)
      .yields({ type: 'MATTER_DECLARED_INADMISSIBLE' })
    given(...open)
      .when(declareInadmissible, { ...court, grounds: [] })
      .refuses('GROUND_MISSING', 'grounds')
    given(...open)
      .when(declareInadmissible, { ...court, grounds: [...court.grounds, ...court.grounds] })
      .refuses('GROUND_REPEATED', 'grounds.1')
    given(...open)
      .when(declareInadmissible, { ...court, reasons: '' })
      .refuses('REASONS_MISSING', 'reasons')
    given(...open, admitted)
      .when(declareInadmissible, court)
      .refuses('ADMISSIBILITY_DECIDED')
  })

  it('prouve chaque motif : la procédure, le passage, les essais, l’organisme', () => {
    const when = (ground: CitedGround) => given(...open).when(declareInadmissible, inadmissible(ground))
    when({ ground: 'COURT_PROCEEDINGS' }).refuses('PROCEEDING_MISSING', 'grounds.0')
    when({ ground: 'HATEFUL_THREATENING_HARASSING' }).refuses('PASSAGE_MISSING', 'grounds.0')
    when({ ground: 'HATEFUL_THREATENING_HARASSING', passage: 'scelle' }).yields({ matter: 'M1' })
    when({ ground: 'OUTSIDE_MINISTRY_RESPONSIBILITY', bodies: [] }).refuses('BODY_MISSING', 'grounds.0')
    when({ ground: 'OUTSIDE_MINISTRY_RESPONSIBILITY', bodies: [{ code: 'MUNICIPALITY' }] }).refuses('BODY_NAME_MISSING')
    when({
      ground: 'OUTSIDE_MINISTRY_RESPONSIBILITY',
      bodies: [{ code: 'MUNICIPALITY', name: 'Ville-Inventée' }],
    }).yields({
      matter: 'M1',
    })
    given(...open)
      .when(
        declareInadmissible,
        inadmissible({ ground: 'COURT_PROCEEDINGS', proceeding: 'Recours' }, { ground: 'SENDER_UNREACHABLE' }),
      )
      .refuses('NOT_UNREACHABLE', 'grounds.1')
  })

  it('l’anonymat seul n’en est jamais un motif : il faut des essais restés vains, ou aucun moyen de réponse', () => {
    const unreachable = inadmissible({ ground: 'SENDER_UNREACHABLE' })
    const when = (...history: Event[]) => given(...history).when(declareInadmissible, unreachable)
    const withChannel: Event = { ...anonymous, identity: 'scellee', replyChannels: ['EMAIL'] }
    when(withChannel, matterAdded).refuses('NOT_UNREACHABLE')
    when(...open, attempt, attempt).refuses('NOT_UNREACHABLE')
    when(...open, attempt, attempt, attempt).yields({ matter: 'M1' })
    when(...open, attempt, attempt, reached, attempt).refuses('NOT_UNREACHABLE')
    when(anonymous, matterAdded).yields({ matter: 'M1' })
  })

  it('le nom d’un organisme ne peut pas porter une coordonnée de la personne', () => {
    const bodies = [{ code: 'OTHER_BODY' as const, name: 'Chez 418 555-0123' }]
    given(...open)
      .when(declareInadmissible, inadmissible({ ground: 'OUTSIDE_MINISTRY_RESPONSIBILITY', bodies }), {
        recognises: token => token === 'telephone:4185550123',
      })
      .refuses('IDENTITY_IN_TEXT', 'grounds.0.bodies.0.name')
  })
})
