import type { PackageContact } from '@bienfonde/domain'
import { session } from '../../access/session.ts'
import type { Dossier } from '../../dossier/Dossier.ts'

/** Whom the Protecteur du citoyen would call: as in the last package of the dossier, else whoever prepares this one. */
export function proposedContact({ lines, settings }: Dossier): PackageContact & { extension: string } {
  const last = lines.findLast(({ event }) => event.type === 'PACKAGE_PREPARED')?.event
  if (last?.type === 'PACKAGE_PREPARED') return { ...last.contact, extension: last.contact.extension ?? '' }
  return { name: session.person.value?.name ?? '', title: '', telephone: settings.contacts.telephone, extension: '' }
}
