import { describe, it } from 'vitest'
import { type Incoming, register } from './register.ts'
import { Visitor } from './Visitor.ts'

const call: Incoming = {
  by: 'Téléphone',
  person: { givenName: 'Rosaire', familyName: 'Thivierge' },
  telephone: '418 555-0171',
  words: 'J’ai écrit trois fois au sujet de ma demande et personne n’a répondu.',
  subject: 'Lettres restées sans réponse',
  sector: 'Habitation',
  statement: 'Trois lettres au sujet d’une demande sont restées sans réponse.',
}
const note = 'Le registre du courrier est demandé au secteur.'
const reasons = 'Les faits relèvent du Ministère.'

/** Somebody writes in a dossier that somebody else has on screen. */
async function twoBefore(subject: string) {
  const agente = await Visitor.signedIn('agente')
  const dossier = await register(agente, { ...call, subject })
  const responsable = await Visitor.signedIn('responsable')
  await responsable.goes(dossier)
  return { agente, responsable, dossier }
}

describe('ce qui change ailleurs', () => {
  it('est dit à qui écrit au même moment, qui garde son texte et finit du premier coup', async () => {
    const { agente, responsable } = await twoBefore('Lettres restées sans réponse')
    await responsable.opens('Déclarer recevable')
    await responsable.keys.write('Motifs de la décision', reasons)
    await agente.takes('Ajouter une note', 'Ajouter une note', keys => keys.write('Note', note))

    await responsable.hears('Ce qui s’est passé depuis')
    await responsable.hears('« Une note est ajoutée. »')
    await responsable.stops()
    await responsable.holds('Motifs de la décision', reasons)
    await responsable.sends('Déclarer recevable', 'Déclarer recevable')
    await responsable.readsInChronology('Une note est ajoutée.', 'est déclaré recevable.')

    await agente.hears('« Le motif est déclaré recevable. »')
    await agente.reads('Le dossier vient de changer')
    await agente.stops()
    await agente.keys.press('button', 'J’ai lu')
    await agente.stops()
  })

  it('rejoint la page quand la connexion revient, et l’interruption est dite', async () => {
    const { agente, responsable } = await twoBefore('Dossier suivi de loin')
    await responsable.opens('Déclarer recevable')
    await responsable.keys.write('Motifs de la décision', reasons)
    await responsable.context.setOffline(true)
    await responsable.hears('Connexion interrompue')
    await responsable.stops()
    await agente.takes('Ajouter une note', 'Ajouter une note', keys => keys.write('Note', note))
    await responsable.context.setOffline(false)
    await responsable.hears('Connexion rétablie')
    await responsable.hears('« Une note est ajoutée. »')
    await responsable.stops()
    await responsable.holds('Motifs de la décision', reasons)
    await responsable.sends('Déclarer recevable', 'Déclarer recevable')
  })

  it('ne déplace rien dans une liste : la page propose de relire', async () => {
    const responsable = await Visitor.signedIn('responsable')
    await responsable.goes('/dossiers')
    const agente = await Visitor.signedIn('agente')
    await register(agente, { ...call, subject: 'Nouvelle venue' })
    await responsable.hears('La liste a changé.')
    await responsable.keys.press('button', 'Actualiser')
    await responsable.sees('heading', 'Dossiers')
    await responsable.stops()
  })

  it('laisse ses mots au secteur dont la question n’attend plus de réponse', async () => {
    const { agente, responsable } = await twoBefore('Question retirée')
    await responsable.takes('Déclarer recevable', 'Déclarer recevable', async () => undefined)
    const question = 'Où sont les lettres reçues en avril ?'
    await responsable.takes('Consulter un secteur', 'Consulter le secteur', keys =>
      keys.write('Question posée', question),
    )
    const habitation = await Visitor.signedIn('habitation')
    await habitation.goes('/consultations')
    const own = habitation.page.getByRole('region').filter({ hasText: question })
    await habitation.keys.within(own).write('Réponse de votre secteur', note)

    await responsable.takes('Annuler une consultation', 'Annuler la consultation', keys =>
      keys.write('Raison de l’annulation', 'La question est mal posée.'),
    )
    await habitation.hears('La liste a changé.')
    await habitation.keys.press('button', 'Actualiser')
    await habitation.reads('N’attend plus de réponse')
    await habitation.hears('Votre texte reste ici : vous pouvez le copier.')
    await habitation.stops()
    await agente.stops()
  })
})
