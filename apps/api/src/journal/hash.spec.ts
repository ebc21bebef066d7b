import { describe, expect, it } from 'vitest'
import { canonical } from './canonical.ts'
import { beginning, lineHash } from './hash.ts'

describe('l’empreinte d’une ligne', () => {
  const line = {
    dossier: 'd',
    seq: 1,
    at: '2026-01-02T03:04:05.678Z',
    actor: 'a',
    role: 'OFFICER',
    type: 'NOTE_ADDED',
    event: { type: 'NOTE_ADDED', text: 'É' },
    confirmation: null,
    previousHash: beginning,
  }

  it('ne dépend pas de l’ordre dans lequel les renseignements sont rangés', () => {
    expect(lineHash({ ...line, event: { text: 'É', type: 'NOTE_ADDED' } })).toBe(lineHash(line))
  })

  it.each(Object.keys(line) as (keyof typeof line)[])('change avec « %s »', name => {
    expect(lineHash({ ...line, [name]: 'autre' })).not.toBe(lineHash(line))
  })

  it('est calculée sur la forme canonique du RFC 8785', () => {
    expect(canonical({ '\u20ac': 'Euro', '\r': 'CR', '1': 'Un', '\ud83d\ude00': 'Sourire', ö: 'o' })).toBe(
      '{"\\r":"CR","1":"Un","ö":"o","€":"Euro","😀":"Sourire"}',
    )
    expect(
      canonical([JSON.parse('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, null, true, { b: undefined, a: [] }]),
    ).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,null,true,{"a":[]}]')
    expect(() => canonical(Number.NaN)).toThrow(RangeError)
    expect(() => canonical(() => 0)).toThrow(TypeError)
  })
})
