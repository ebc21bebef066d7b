import type { Entry } from './entry.ts'

/** Where a letter stands on its way to the person. */
export const dispatchStates = [
  { code: 'WAITING', label: 'À envoyer' },
  { code: 'NOT_SENT', label: 'Non envoyée' },
  { code: 'SENT', label: 'Envoyée par courriel' },
  { code: 'POSTED', label: 'Imprimée et postée' },
] as const satisfies readonly Entry[]

/** Why a letter did not leave by electronic mail. */
export const sendingFailures = [
  { code: 'UNREACHABLE', label: 'Le serveur de courriel ne répond pas' },
  { code: 'NOT_ADMITTED', label: 'Le serveur de courriel n’admet pas le logiciel' },
  { code: 'ADDRESS_REFUSED', label: 'Le serveur de courriel refuse l’adresse' },
  { code: 'MESSAGE_REFUSED', label: 'Le serveur de courriel refuse le message' },
  { code: 'ADDRESS_MISSING', label: 'Le coffre n’a pas d’adresse de courriel pour cette personne' },
] as const satisfies readonly Entry[]

export type DispatchState = (typeof dispatchStates)[number]['code']
export type SendingFailure = (typeof sendingFailures)[number]['code']
