import type { Event } from '@bienfonde/domain'
import { matterAdded, registered } from '@bienfonde/domain/testing'
import { describe, expect, it } from 'vitest'
import { dossierOf } from '../testing/writing.ts'
import { alike, relatedDossiers } from './relatedDossiers.ts'

const linked: Event = {
  type: 'RELATED_COMPLAINT_LINKED',
  related: 'D2',
  relatedFileNumber: '2026-000002',
  relation: 'FOLLOWS',
  reason: 'La plainte reprend la précédente.',
}
const from = (id: string, fileNumber: string) => ({
  __typename: 'LinkingDossier' as const,
  id,
  fileNumber,
  relation: 'FOLLOWS' as const,
  reason: 'Nouvelle plainte.',
  on: '2026-06-10',
})
const row = (id: string) => ({
  __typename: 'CaseloadRow' as const,
  id,
  fileNumber: `2026-${id}`,
  phase: 'TO_EXAMINE' as const,
  receivedOn: '2026-06-01',
  outcomes: [],
})
const dossier = dossierOf([registered, matterAdded, linked])

describe('les dossiers liés', () => {
  it('se lisent des deux côtés du lien, chacun une fois', () => {
    const related = relatedDossiers(dossier, [from('D2', '2026-000002'), from('D3', '2026-000003')])
    expect(related.map(({ fileNumber, said }) => `${fileNumber} ${said}`)).toEqual([
      '2026-000002 Suite d’un dossier antérieur · lien inscrit ici le 8 juin 2026',
      '2026-000003 Suite donnée à ce dossier-ci · lien inscrit dans l’autre dossier le 10 juin 2026',
    ])
  })

  it('ceux qui se ressemblent ne répètent ni celui-ci ni ceux qui lui sont liés', () => {
    const related = relatedDossiers(dossier, [])
    expect(alike([row('D1'), row('D2'), row('D4')], dossier, related).map(({ id }) => id)).toEqual(['D4'])
  })
})
