import { describe, expect, it } from 'vitest'
import { phaseOf } from './complaint.ts'
import type { Actor } from './confidentiality/permits.ts'
import type { Event } from './events.ts'
import { isUnreachable } from './reachability.ts'
import { standing } from './step.ts'
import { declareAdmissible } from './steps/admissibility/declareAdmissible.ts'
import { consultSector } from './steps/analysis/consultSector.ts'
import { assessMerits } from './steps/decision/assessMerits.ts'
import { addMatter } from './steps/intake/addMatter.ts'
import { registerComplaint } from './steps/intake/registerComplaint.ts'
import { phases } from './tables/outcomes.ts'
import { defaultSettings } from './tables/settings.ts'
import { given } from './testing/given.ts'
import {
  admitted,
  anonymous,
  assigned,
  foundUnfounded,
  informed,
  matterAdded,
  outside,
  registered,
} from './testing/histories.ts'
import { administrator, officer, otherOfficer, responsible } from './testing/people.ts'

const open = [registered, matterAdded, assigned] as const
const second = { ...matterAdded, matter: 'M2' }
const failed: Event = {
  type: 'CONTACT_ATTEMPTED',
  channel: 'PHONE',
  attemptedOn: '2026-06-05',
  reached: false,
  note: 'Sans réponse.',
}

describe('ce que le menu des étapes dit à une personne', () => {
  const refusalOf = (history: readonly Event[], actor: Actor) =>
    standing(declareAdmissible, given(...history).complaint, actor)

  it('une étape est ouverte, sur les motifs qui l’attendent', () => {
    expect(refusalOf([...open, second, admitted], responsible)).toEqual({ refusal: undefined, matters: ['M2'] })
    expect(standing(assessMerits, given(...open, second, admitted).complaint, responsible).matters).toEqual(['M1'])
  })

  it('une étape fermée dit pourquoi', () => {
    expect(refusalOf([...open, admitted], responsible).refusal).toBe('ADMISSIBILITY_DECIDED')
    expect(refusalOf(open, officer).refusal).toBe('NOT_PERMITTED')
    expect(refusalOf([], responsible).refusal).toBe('DOSSIER_UNKNOWN')
    expect(refusalOf([registered], responsible).refusal).toBe('MATTER_MISSING')
    expect(standing(addMatter, given(...open).complaint, otherOfficer).refusal).toBe('ASSIGNED_TO_ANOTHER')
    expect(standing(consultSector, given(...open).complaint, administrator).refusal).toBe('NOT_PERMITTED')
    expect(standing(registerComplaint, given(...open).complaint, officer).refusal).toBe('ALREADY_REGISTERED')
    expect(standing(registerComplaint, given().complaint, officer)).toEqual({ refusal: undefined, matters: [] })
  })
})

describe('où en est un dossier', () => {
  it('se lit de ses motifs, le moins avancé d’abord', () => {
    const asked: Event = {
      type: 'TRANSFER_AUTHORIZATION_REQUESTED',
      matter: 'M1',
      body: { code: 'COMMISSION_MUNICIPALE' },
      channel: 'PHONE',
      explained: 'Quoi et à qui.',
    }
    const histories: Event[][] = [
      [...open, second, admitted],
      [...open, admitted],
      [...open, outside, asked],
      [...open, admitted, foundUnfounded],
      [...open, admitted, foundUnfounded, informed],
    ]
    expect(histories.map(history => phaseOf(given(...history).complaint))).toEqual(phases.map(({ code }) => code))
  })
})

describe('joindre la personne', () => {
  const unreachable = (...history: Event[]) => isUnreachable(given(...history).complaint, defaultSettings)

  it('est impossible sans moyen donné, ou après des essais tous vains depuis le dernier contact', () => {
    expect(unreachable(anonymous)).toBe(true)
    expect(unreachable(registered, failed, failed)).toBe(false)
    expect(unreachable(registered, failed, failed, failed)).toBe(true)
    expect(unreachable(registered, failed, failed, failed, { ...failed, reached: true } as Event)).toBe(false)
  })
})
