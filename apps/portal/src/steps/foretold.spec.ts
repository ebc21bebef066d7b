import { type Event, type Recorded, replay, unregistered } from '@bienfonde/domain'
import {
  admitted,
  foundFounded,
  foundUnfounded,
  matterAdded,
  outside,
  recordedBy,
  registered,
  stampOf,
} from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { foretold } from './foretold.ts'

const stamp = stampOf()
const after = (...events: Event[]) => replay(recordedBy(events, unregistered, stamp) as Recorded[])

describe('ce que la personne lira', () => {
  it('se lit avant que la décision soit prise : le résultat et ses motifs, rien de plus', () => {
    const said = foretold(after(registered, matterAdded, admitted), [foundUnfounded], stamp)
    expect(said[0]).toContain('Votre plainte est non fondée.')
    expect(said.slice(1)).toEqual([foundUnfounded.reasons])
  })

  it('dit le motif d’irrecevabilité', () => {
    const said = foretold(after(registered, matterAdded), [outside], stamp)
    expect(said[0]).toContain('Votre plainte n’est pas recevable.')
    expect(said).toContain(outside.reasons)
  })

  it('dit la recommandation qui s’ajoute à une décision', () => {
    const decided = after(registered, matterAdded, admitted, foundFounded)
    const recommended: Event = {
      type: 'RECOMMENDATION_FORMULATED',
      recommendation: 'R1',
      matter: matterAdded.matter,
      sector: 'HABITATION',
      text: 'Corriger la liste.',
      dueOn: null,
    }
    expect(foretold(decided, [recommended], stamp)).toEqual(['Ce que nous avons recommandé :\n– Corriger la liste.'])
  })

  it('se tait quand le sort de la plainte ne change pas', () => {
    const note: Event = { type: 'NOTE_ADDED', text: 'Rappel.' }
    expect(foretold(after(registered, matterAdded), [note], stamp)).toEqual([])
    expect(foretold(unregistered, [registered, matterAdded], stamp)).toEqual([])
  })
})
