import { localDateAt } from '@bienfonde/domain'
import { describe, it } from 'vitest'
import { type Incoming, register } from './register.ts'
import { Visitor } from './Visitor.ts'

const message: Incoming = {
  by: 'Courriel',
  person: { givenName: 'Octave', familyName: 'Mongrain' },
  email: 'octave.mongrain@exemple.test',
  telephone: '418 555-0127',
  words:
    'Le contrat de déneigement a été donné sans qu’aucun autre fournisseur ne soit invité. Je ne sais pas à qui le dire, alors je vous l’écris.',
  subject: 'Contrat donné sans concurrence',
  sector: 'Affaires municipales',
  statement: 'Un contrat municipal de déneigement aurait été donné sans qu’un autre fournisseur soit invité.',
  elsewhere: 'Appel d’offres ou attribution d’un contrat municipal',
}
const body = 'Autorité des marchés publics'

describe('une plainte transférée', () => {
  it('part avec l’autorisation de la personne et l’accord de l’organisme, au clavier seul', async () => {
    const agente = await Visitor.signedIn('agente')
    const dossier = await register(agente, message)

    const responsable = await Visitor.signedIn('responsable')
    await responsable.goes(dossier)
    await responsable.takes('Déclarer irrecevable', 'Déclarer irrecevable', async keys => {
      await keys.tick('Motifs d’irrecevabilité', 'Hors de la responsabilité du Ministère')
      await keys.tick('Organismes compétents', `${body} (suggéré)`)
      await keys.write('Motifs de la décision', 'La façon de donner un contrat municipal relève d’un autre organisme.')
    })
    await responsable.takes('Demander l’autorisation de transférer', 'Consigner la demande', async keys => {
      await keys.choose('Organisme qui recevrait la plainte', body)
      await keys.choose('Demandé par', 'Téléphone')
      await keys.write(
        'Ce qui a été expliqué à la personne',
        'Son message et ses coordonnées seraient remis à l’organisme, qui la rappellerait ; elle peut refuser sans rien perdre.',
      )
    })
    await responsable.reads('En transfert')
    await responsable.takes('Consigner la réponse au transfert', 'Consigner la réponse', async keys => {
      await keys.choose('Réponse de la personne', 'Autorisé')
      await keys.choose('Réponse reçue par', 'Téléphone')
      await keys.date('Date de la réponse', localDateAt(new Date()))
    })
    await responsable.takes('Consigner la concertation avec l’organisme', 'Consigner la concertation', async keys => {
      await keys.choose('L’organisme accepte-t-il la plainte ?', 'Oui, il la reconnaît comme la sienne')
      await keys.write(
        'Résumé de la concertation',
        'Le bureau des plaintes reconnaît l’affaire et l’attend cette semaine.',
      )
    })
    await responsable.takes('Transférer la plainte', 'Consigner le transfert', keys =>
      keys.write('Ce qui a été transmis', 'Le courriel de plainte et l’exposé dépersonnalisé.'),
    )
    await responsable.reads('Transférée')
    await responsable.takes('Aviser la personne du résultat', 'Consigner l’avis et fermer le dossier', async () =>
      responsable.reads(new RegExp(`L’organisme qui s’en charge\\s: ${body}`)),
    )
    await responsable.readsInChronology(
      'L’autorisation de transférer est demandée à la personne par téléphone.',
      'La réponse de la personne au transfert est consignée : autorisé.',
      'L’organisme accepte de recevoir la plainte.',
      'est transféré à l’organisme.',
      'le dossier est fermé.',
    )
  })
})
