import { declareAdmissible, type Event } from '@bienfonde/domain'
import { admitted, assigned, matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf } from '../testing/writing.ts'
import { closedBy } from './closedBy.ts'

const second: Event = { ...matterAdded, matter: 'M2' }
const about = (matter: string, ...more: Event[]) =>
  closedBy(declareAdmissible, dossierOf([registered, matterAdded, second, assigned, ...more]), { matter, reasons: '' })

describe('ce qui ferme une étape, quoi qu’on y réponde', () => {
  it('est le dossier, ou le motif dont on traite, et non un autre', () => {
    expect(about('M1')).toBeUndefined()
    expect(about('M1', admitted)).toBe('ADMISSIBILITY_DECIDED')
    expect(about('M2', admitted)).toBeUndefined()
  })

  it('n’est pas une réponse qui manque encore', () => {
    expect(about('')).toBeUndefined()
  })
})
