import type { Words } from '@bienfonde/domain'
import { type ComputedRef, computed } from 'vue'
import { useMinistryStaff } from '../ministry/useMinistryStaff.ts'
import { useSectors } from '../ministry/useSectors.ts'
import type { Dossier } from './Dossier.ts'

/** The words for the people, sectors and matters that a dossier names by their codes. */
export function useWords(
  dossier: () => Dossier | undefined,
  writers: () => ReadonlyMap<string, string>,
): ComputedRef<Words> {
  const { staff } = useMinistryStaff()
  const { nameOf } = useSectors()
  return computed(() => {
    const { matters = [], attachments = [] } = dossier()?.complaint ?? {}
    return {
      staff: id =>
        writers().get(id) ?? staff.value.find(person => person.id === id)?.name ?? 'une personne du Ministère',
      sector: nameOf,
      matter: id =>
        matters.length > 1 ? `Le motif « ${matters.find(matter => matter.id === id)?.subject ?? id} »` : 'Le motif',
      document: ref => attachments.find(({ attachment }) => attachment === ref)?.description,
    }
  })
}
