import { frenchDate, labelOf, type RelatedComplaintLinked, type Relation, relations } from '@bienfonde/domain'
import type { RelatedDossiersQuery } from '../graphql/graphql.ts'
import type { Dossier } from './Dossier.ts'

type Answer = RelatedDossiersQuery

/** Another dossier that somebody tied to this one, here or there. */
export interface RelatedDossier {
  readonly id: string
  readonly fileNumber: string
  readonly said: string
  readonly reason: string
}

/** Read from the other side, what follows this dossier is said the other way round. */
const seenFromHere = (relation: Relation) =>
  relation === 'FOLLOWS' ? 'Suite donnée à ce dossier-ci' : labelOf(relations, relation)

/** Every dossier tied to this one, each once, wherever the tie was written. */
export function relatedDossiers({ lines }: Pick<Dossier, 'lines'>, linkedFrom: Answer['linkedFrom']): RelatedDossier[] {
  const here = lines.flatMap(({ on, event }) => {
    if (event.type !== 'RELATED_COMPLAINT_LINKED') return []
    const { related, relatedFileNumber, relation, reason }: RelatedComplaintLinked = event
    const said = `${labelOf(relations, relation)} · lien inscrit ici le ${frenchDate(on)}`
    return [{ id: related, fileNumber: relatedFileNumber, said, reason }]
  })
  const there = linkedFrom.map(({ id, fileNumber, relation, reason, on }) => ({
    id,
    fileNumber,
    said: `${seenFromHere(relation)} · lien inscrit dans l’autre dossier le ${frenchDate(on)}`,
    reason,
  }))
  const known = new Set(here.map(({ id }) => id))
  return [...here, ...there.filter(({ id }) => !known.has(id))]
}

/** The dossiers about the same subject in the same sector, this one and those already tied to it left out. */
export const alike = (
  rows: Answer['caseload']['rows'],
  { id }: Pick<Dossier, 'id'>,
  related: readonly RelatedDossier[],
): Answer['caseload']['rows'] =>
  rows.filter(row => row.id !== id && !related.some(({ id: tied }) => tied === row.id)).slice(0, 5)
