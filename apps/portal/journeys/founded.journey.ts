import { describe, it } from 'vitest'
import { answer } from './answer.ts'
import { assess } from './assess.ts'
import { fillIn, type Incoming } from './register.ts'
import { Visitor } from './Visitor.ts'

const call: Incoming = {
  by: 'Téléphone',
  person: { givenName: 'Évangéline', familyName: 'Quenneville' },
  telephone: '418 555-0163',
  words:
    'J’ai appelé trois fois pour savoir quels papiers joindre à ma demande d’aide. La dernière fois, on m’a dit que le bail suffisait, et ma demande est revenue parce qu’il manquait une preuve de revenu.',
  subject: 'Renseignement inexact sur les pièces à joindre',
  sector: 'Habitation',
  service: 'Programmes d’aide aux ménages',
  statement:
    'Au téléphone, le service a dit que le bail suffisait. La demande a ensuite été retournée faute d’une preuve de revenu.',
}
const question = 'Que dit la liste remise aux personnes qui répondent au téléphone ?'
const reasons = 'La liste donnée au téléphone était incomplète, et la demande a été retournée pour cette seule raison.'

describe('une plainte fondée, de l’appel à l’avis', () => {
  it('se mène au clavier seul, chaque acte se lisant ensuite dans la chronologie', async () => {
    const agente = await Visitor.signedIn('agente')
    await fillIn(agente, call)
    await agente.shows('inscription')
    await agente.sends('Inscrire une plainte', 'Inscrire la plainte')
    const dossier = agente.address
    await agente.takes('Accuser réception', 'Consigner l’accusé de réception', async () => undefined)

    const responsable = await Visitor.signedIn('responsable')
    await responsable.goes(dossier)
    await responsable.takes('Déclarer recevable', 'Déclarer recevable', keys =>
      keys.write('Motifs de la décision', 'Le renseignement a été donné par le Ministère.'),
    )
    await responsable.takes('Consulter un secteur', 'Consulter le secteur', keys =>
      keys.write('Question posée', question),
    )

    await answer(
      'habitation',
      {
        question,
        reply:
          'La liste du printemps oublie la preuve de revenu. Elle est encore affichée aux postes du centre d’appels.',
      },
      'consultations',
    )

    await responsable.goes(dossier)
    await assess(
      responsable,
      {
        met: { criterion: 'Erreur d’une personne représentant le Ministère', kind: 'Information erronée' },
        prejudice: 'Pour la personne elle-même',
        prejudiceReason: 'Sa demande a perdu six semaines.',
        reasons,
      },
      'bien-fonde',
    )
    await responsable.reads('Fondée')
    await responsable.goes(dossier)
    await responsable.settles()
    await responsable.shows('dossier')
    await responsable.takes('Formuler une recommandation', 'Formuler la recommandation', keys =>
      keys.write('Recommandation', 'Corriger la liste des pièces à joindre et la redonner à chaque poste.'),
    )
    await responsable.takes('Aviser la personne du résultat', 'Consigner l’avis et fermer le dossier', async () => {
      await responsable.reads(reasons)
      await responsable.shows('avis', 'Aviser la personne du résultat')
    })
    await responsable.reads('Fermé')
    await responsable.readsInChronology(
      'est inscrite.',
      'Un accusé de réception est envoyé',
      'est déclaré recevable.',
      'Le secteur Habitation est consulté.',
      'Le secteur répond à la consultation.',
      'est jugé fondé.',
      'Une recommandation est adressée au secteur Habitation.',
      'La personne est avisée du résultat',
    )
  })
})
