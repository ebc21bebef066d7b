import type { EventType } from '@bienfonde/domain'

const names: Partial<Record<EventType, string>> = {
  RECEIPT_ACKNOWLEDGED: 'Accusé de réception',
  REPLY_DATE_EXTENDED: 'Avis de report',
  DISCLOSURE_CONSENT_REQUESTED: 'Demande de permission',
  TRANSFER_AUTHORIZATION_REQUESTED: 'Demande d’autorisation de transfert',
  COMPLAINANT_REFERRED: 'Renvoi vers un autre organisme',
  COMPLAINANT_INFORMED: 'Avis du résultat',
}

/** How a letter is called, from the event by which it leaves. */
export const letterName = (kind: string): string => names[kind as EventType] ?? 'Lettre'
