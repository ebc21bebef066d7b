import { frenchDate, intakeChannels, labelOf, outcomes, todayLists } from '@bienfonde/domain'
import { computed } from 'vue'
import { useOfficers } from '../ministry/useOfficers.ts'
import { useSectors } from '../ministry/useSectors.ts'
import { type CaseloadAddress, dueStates, phaseChoices } from './address.ts'

/** A filter that is set, in words, and what takes it away. */
export interface SetFilter {
  key: string
  words: string
  without: Partial<CaseloadAddress>
}

/** The people a dossier may be assigned to as filters name them: oneself and nobody included. */
export function useOfficerChoices(knowsStaff: () => boolean) {
  const { options } = useOfficers(knowsStaff)
  return computed(() => [{ code: 'me', label: 'Moi' }, { code: 'none', label: 'Personne' }, ...options.value])
}

/** The filters of an address that are set, the searched words first. */
export function useFilterWords(address: () => CaseloadAddress, knowsStaff: () => boolean) {
  const { nameOf } = useSectors()
  const officers = useOfficerChoices(knowsStaff)
  return computed<SetFilter[]>(() => {
    const { search, phase, due, outcome, today, sector, officer, channel, from, to } = address()
    return [
      search && { key: 'q', words: `Recherche : ${search}`, without: { search: '' } },
      phase && { key: 'phase', words: `État : ${labelOf(phaseChoices, phase)}`, without: { phase: null } },
      due && { key: 'delai', words: `Délai de réponse : ${labelOf(dueStates, due)}`, without: { due: null } },
      outcome && { key: 'resultat', words: `Résultat : ${labelOf(outcomes, outcome)}`, without: { outcome: null } },
      today && { key: 'jour', words: `Votre journée : ${labelOf(todayLists, today)}`, without: { today: null } },
      sector && { key: 'secteur', words: `Secteur : ${nameOf(sector)}`, without: { sector: null } },
      officer && {
        key: 'responsable',
        words: `Attribué à : ${labelOf(officers.value, officer)}`,
        without: { officer: null },
      },
      channel && { key: 'mode', words: `Mode : ${labelOf(intakeChannels, channel)}`, without: { channel: null } },
      from && { key: 'du', words: `Reçue à partir du ${frenchDate(from)}`, without: { from: '' } },
      to && { key: 'au', words: `Reçue au plus tard le ${frenchDate(to)}`, without: { to: '' } },
    ].filter(filter => Boolean(filter)) as SetFilter[]
  })
}
