import { describe, it } from 'vitest'
import { type Incoming, register } from './register.ts'
import { Visitor } from './Visitor.ts'

const unsigned: Incoming = {
  by: 'Lettre',
  words: 'Je ne signe pas. Le guide des programmes n’existe pas en gros caractères et personne ne le lit au téléphone.',
  subject: 'Guide illisible pour qui voit mal',
  sector: 'Services à la clientèle',
  service: 'Site Web et formulaires en ligne',
  statement: 'Le guide des programmes n’est pas offert en gros caractères ni lu au téléphone sur demande.',
}

describe('une plainte anonyme, sans moyen de répondre', () => {
  it('est recevable, s’analyse, et se ferme en disant qu’il est impossible d’aviser ; tout au clavier', async () => {
    const agente = await Visitor.signedIn('agente')
    const dossier = await register(agente, unsigned)
    await agente.reads('Plainte anonyme')

    const responsable = await Visitor.signedIn('responsable')
    await responsable.goes(dossier)
    await responsable.opens('Déclarer recevable')
    await responsable.reads('Plainte anonyme, sans moyen de répondre')
    // Without a word on how it can be analysed, the rule refuses; the summary of errors leads to the field.
    await responsable.keys.press('button', 'Déclarer recevable')
    await responsable.hears('Les motifs de la décision manquent.')
    await responsable.stops()
    await responsable.keys.press('link', 'Les motifs de la décision manquent.')
    await responsable.stops()
    await responsable.keys.write('Motifs de la décision', 'Le guide se consulte sans joindre qui que ce soit.')
    await responsable.stops()
    await responsable.sends('Déclarer recevable', 'Déclarer recevable')

    await responsable.takes('Classer sans suite', 'Classer sans suite', async keys => {
      await keys.choose('Cause', 'Plainte anonyme')
      await keys.write(
        'Ce qui empêche de connaître les faits',
        'La lettre ne dit ni quand ni à quel poste la lecture du guide a été refusée.',
      )
      await keys.write('Motifs de la décision', 'Aucun appel de ce genre n’est retrouvé, et personne ne peut préciser.')
    })
    await responsable.takes('Consigner l’impossibilité d’aviser', 'Consigner et fermer le dossier', keys =>
      keys.write(
        'Ce qui empêche d’aviser la personne',
        'La lettre ne porte ni nom, ni adresse, ni autre moyen de répondre.',
      ),
    )
    await responsable.readsInChronology(
      'La plainte anonyme reçue le',
      'est déclaré recevable.',
      'est classé sans suite.',
      'Il est impossible d’aviser la personne ; le dossier est fermé.',
    )
  })
})
