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
const admitted = 'est déclaré recevable.'
const reasons = 'Les faits relèvent du Ministère.'
const note = 'Le relevé des appels du matin est demandé au secteur.'

describe('deux personnes devant le même dossier', () => {
  it('la seconde, que rien n’a prévenue, apprend à l’envoi ce qui s’est passé, garde son texte et finit', async () => {
    const agente = await Visitor.signedIn('agente')
    const dossier = await register(agente, call)
    const responsable = await Visitor.signedIn('responsable')
    await responsable.goes(dossier)

    await agente.losesTouch()
    await agente.opens('Ajouter une note')
    await agente.keys.write('Note', note)
    await responsable.takes('Déclarer recevable', 'Déclarer recevable', async () => undefined)

    await agente.keys.press('button', 'Ajouter une note')
    await agente.hears('Le dossier a changé depuis que vous l’avez ouvert.')
    await agente.hears('Ce qui s’est passé depuis')
    await agente.hears(admitted)
    await agente.stops()
    await agente.holds('Note', note)
    await agente.sends('Ajouter une note', 'Ajouter une note')
    await agente.readsInChronology(admitted, 'Une note est ajoutée.', note)
  })

  it('quand la première prend la décision que l’autre préparait, l’autre l’apprend, et rien ne s’écrit deux fois', async () => {
    const agente = await Visitor.signedIn('agente')
    const dossier = await register(agente, { ...call, subject: 'Ligne coupée après l’attente' })
    const [first, second] = [await Visitor.signedIn('responsable'), await Visitor.signedIn('adjointe')]
    for (const decider of [first, second]) {
      await decider.goes(dossier)
      await decider.opens('Déclarer recevable')
      await decider.keys.write('Motifs de la décision', reasons)
    }
    await first.sends('Déclarer recevable', 'Déclarer recevable')
    await second.hears('La recevabilité de ce motif est déjà décidée.')
    await second.stops()
    await second.holds('Motifs de la décision', reasons)
    await second.keys.press('button', 'Déclarer recevable')
    await second.stops()
    await second.tells(admitted, 1)
  })
})
