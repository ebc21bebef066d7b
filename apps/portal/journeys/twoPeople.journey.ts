import { describe, it } from 'vitest'
import { type Incoming, register } from './register.ts'
import { Visitor } from './Visitor.ts'

const call: Incoming = {
  by: 'Téléphone',
  person: { givenName: 'Isidore', familyName: 'Larivée' },
  telephone: '418 555-0149',
  words: 'On m’a fait attendre au téléphone tout un avant-midi, puis la ligne a été coupée.',
  subject: 'Attente au téléphone',
  sector: 'Services à la clientèle',
  statement: 'Une personne a attendu au téléphone tout un avant-midi, puis la ligne a été coupée.',
}
const note = 'Le relevé des appels du matin est demandé au secteur.'

describe('deux personnes devant le même dossier', () => {
  it('la seconde apprend ce qui s’est passé, garde ce qu’elle a écrit et finit sans rien réécrire', async () => {
    const agente = await Visitor.signedIn('agente')
    const dossier = await register(agente, call)
    const responsable = await Visitor.signedIn('responsable')
    await responsable.goes(dossier)

    // Both write; the person responsible is the first to send.
    await agente.opens('Ajouter une note')
    await agente.keys.write('Note', note)
    await responsable.takes('Déclarer recevable', 'Déclarer recevable', async () => undefined)

    await agente.keys.press('button', 'Ajouter une note')
    await agente.hears('Le dossier a changé depuis que vous l’avez ouvert.')
    await agente.hears('Ce qui s’est passé depuis')
    await agente.hears('Le motif est déclaré recevable.')
    await agente.stops()
    await agente.holds('Note', note)
    await agente.sends('Ajouter une note', 'Ajouter une note')
    await agente.readsInChronology('est déclaré recevable.', 'Une note est ajoutée.', note)
  })

  it('quand la première a pris la décision que l’autre préparait, l’autre l’apprend et rien ne s’écrit deux fois', async () => {
    const agente = await Visitor.signedIn('agente')
    const dossier = await register(agente, { ...call, subject: 'Ligne coupée' })
    const [first, second] = [await Visitor.signedIn('responsable'), await Visitor.signedIn('adjointe')]
    for (const decider of [first, second]) {
      await decider.goes(dossier)
      await decider.opens('Déclarer recevable')
      await decider.keys.write('Motifs de la décision', 'Les faits relèvent du Ministère.')
    }
    await first.sends('Déclarer recevable', 'Déclarer recevable')
    await second.keys.press('button', 'Déclarer recevable')
    await second.hears('Le dossier a changé depuis que vous l’avez ouvert.')
    await second.stops()
    await second.holds('Motifs de la décision', 'Les faits relèvent du Ministère.')
    await second.keys.press('button', 'Déclarer recevable')
    await second.hears('La recevabilité de ce motif est déjà décidée.')
    await second.stops()
    await second.tells('est déclaré recevable.', 1)
  })
})
