import type { Visitor } from './Visitor.ts'

/** A complaint as it comes in. */
export interface Incoming {
  by: 'Téléphone' | 'Lettre' | 'Courriel' | 'Au comptoir' | 'Formulaire en ligne'
  /** Without a person, the complaint is anonymous. */
  person?: { givenName: string; familyName: string }
  email?: string
  telephone?: string
  words: string
  subject: string
  sector: string
  service?: string
  statement: string
  /** The line of the referral table that the matter seems to fall under. */
  elsewhere?: string
}

/** Registers a complaint from the first field to the last; gives the address of its dossier. */
export async function register(visitor: Visitor, incoming: Incoming): Promise<string> {
  await fillIn(visitor, incoming)
  await visitor.sends('Inscrire une plainte', 'Inscrire la plainte')
  return visitor.address
}

/** Fills in the registration of a complaint, and stops before sending it. */
export async function fillIn(visitor: Visitor, incoming: Incoming): Promise<void> {
  const { keys } = visitor
  const { by, person, email, telephone, words, subject, sector, service, statement, elsewhere } = incoming
  await keys.press('link', 'Dossiers')
  await visitor.sees('heading', 'Dossiers')
  await keys.press('link', 'Inscrire une plainte')
  await visitor.sees('heading', 'Inscrire une plainte')
  await visitor.stops()
  await keys.choose('Mode de réception', by)
  if (!person) await keys.choose('Anonymat', 'La plainte est anonyme')
  const channels = [...(email ? ['Courriel'] : []), ...(telephone ? ['Téléphone'] : [])]
  if (channels.length > 0) await keys.tick('Comment peut-on lui répondre ?', ...channels)
  if (person) {
    await keys.write('Prénom', person.givenName)
    await keys.write('Nom', person.familyName)
  }
  if (email) await keys.write('Courriel', email)
  if (telephone) await keys.write('Téléphone', telephone)
  await keys.write('Propos de la personne (au coffre)', words)
  await keys.write('Sujet', subject)
  await keys.select('Secteur en cause', sector)
  if (service) await keys.select('Service en cause', service)
  await keys.write('Exposé dépersonnalisé', statement)
  if (elsewhere) await keys.select('Sujet qui relève peut-être d’un autre organisme', elsewhere)
  await visitor.stops()
}
