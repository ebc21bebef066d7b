import { describe, it } from 'vitest'
import { fillIn, type Incoming, register } from './register.ts'
import { Visitor } from './Visitor.ts'

const call: Incoming = {
  by: 'Téléphone',
  person: { givenName: 'Mireille', familyName: 'Choquette' },
  telephone: '418 555-0118',
  words: 'Le formulaire en ligne efface tout quand on joint un document. J’ai recommencé quatre fois.',
  subject: 'Formulaire en ligne qui s’efface',
  sector: 'Services à la clientèle',
  statement: 'Le formulaire en ligne s’efface quand un document y est joint.',
}
const note = 'Le défaut est reproduit avec un document de deux pages.'
const acknowledgement = 'Nous avons reçu votre plainte et nous vous répondrons avant la fin de l’année.'
const silence = 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.'

describe('le réseau coupé au milieu d’une étape', () => {
  it('avant l’envoi : rien n’est inscrit, le texte reste, et l’étape s’inscrit quand le réseau revient', async () => {
    const agente = await Visitor.signedIn('agente')
    await register(agente, call)
    await agente.opens('Ajouter une note')
    await agente.keys.write('Note', note)
    await agente.context.setOffline(true)
    await agente.keys.press('button', 'Ajouter une note')
    await agente.hears(silence)
    await agente.stops()
    await agente.holds('Note', note)
    await agente.context.setOffline(false)
    await agente.sends('Ajouter une note', 'Réessayer')
    await agente.tells('Une note est ajoutée.', 1)
  })

  it('après l’envoi : le serveur a inscrit sans pouvoir le dire, et le nouvel essai n’inscrit rien de plus', async () => {
    const agente = await Visitor.signedIn('agente')
    await register(agente, { ...call, subject: 'Formulaire en ligne à recommencer' })
    await agente.opens('Accuser réception')
    await agente.keys.write('Texte envoyé', acknowledgement)
    await agente.losesTheAnswerTo('AcknowledgeReceipt')
    await agente.keys.press('button', 'Consigner l’accusé de réception')
    await agente.hears(silence)
    await agente.stops()
    await agente.holds('Texte envoyé', acknowledgement)
    await agente.sends('Accuser réception', 'Réessayer')
    await agente.tells('Un accusé de réception est envoyé', 1)
  })

  it('au moment d’inscrire une plainte : l’identité tapée reste, et un seul dossier existe', async () => {
    const agente = await Visitor.signedIn('agente')
    const subject = 'Formulaire en ligne perdu à l’envoi'
    await fillIn(agente, { ...call, subject })
    await agente.losesTheAnswerTo('RegisterComplaint')
    await agente.keys.press('button', 'Inscrire la plainte')
    await agente.hears(silence)
    await agente.stops()
    await agente.holds('Prénom', 'Mireille')
    await agente.holds('Propos de la personne (au coffre)', call.words)
    await agente.sends('Inscrire une plainte', 'Réessayer')
    await agente.tells('est inscrite.', 1)
  })
})
