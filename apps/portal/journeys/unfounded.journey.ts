import { describe, it } from 'vitest'
import { answer } from './answer.ts'
import { assess } from './assess.ts'
import { type Incoming, register } from './register.ts'
import { Visitor } from './Visitor.ts'

const letter: Incoming = {
  by: 'Courriel',
  person: { givenName: 'Anselme', familyName: 'Trottier' },
  email: 'anselme.trottier@exemple.test',
  words:
    'Mon équipe a attendu la réponse à notre demande de renseignements sur le schéma d’aménagement. Elle est arrivée, mais nulle part on ne nous avait dit quand.',
  subject: 'Attente sans nouvelle d’une réponse',
  sector: 'Affaires municipales',
  service: 'Conseil aux municipalités',
  statement:
    'Une demande de renseignements a reçu sa réponse dans le délai annoncé, mais aucun accusé n’en donnait la date.',
}
const question = 'Quand la demande est-elle arrivée, et quand la réponse est-elle partie ?'
const reasons = 'La réponse est partie avant la date promise, et rien dans les échanges ne contredit un engagement.'

describe('une plainte non fondée, avec une piste d’amélioration', () => {
  it('se mène au clavier seul jusqu’à l’avis, la piste restant au dossier', async () => {
    const agente = await Visitor.signedIn('agente')
    const dossier = await register(agente, letter)

    const responsable = await Visitor.signedIn('responsable')
    await responsable.goes(dossier)
    await responsable.takes('Déclarer recevable', 'Déclarer recevable', async () => undefined)
    await responsable.takes('Consulter un secteur', 'Consulter le secteur', keys =>
      keys.write('Question posée', question),
    )

    await answer('municipal', {
      question,
      reply: 'Demande du 4, réponse du 15, soit sept jours ouvrables. Notre accusé automatique ne donne pas de date.',
    })

    await responsable.goes(dossier)
    await assess(responsable, {
      prejudice: 'Aucun préjudice ne peut être invoqué',
      prejudiceReason: 'La réponse est venue à temps pour la séance où elle devait servir.',
      reasons,
    })
    await responsable.reads('Non fondée')
    await responsable.takes('Proposer une piste d’amélioration', 'Proposer la piste', keys =>
      keys.write(
        'Piste d’amélioration',
        'Écrire dans l’accusé automatique la date à laquelle une réponse est attendue.',
      ),
    )
    await responsable.takes('Aviser la personne du résultat', 'Consigner l’avis et fermer le dossier', async () =>
      responsable.reads(reasons),
    )
    await responsable.reads('Fermé', 'Pistes d’amélioration')
    await responsable.readsInChronology(
      'est déclaré recevable.',
      'Le secteur répond à la consultation.',
      'est jugé non fondé.',
      'Une piste d’amélioration est proposée au secteur Affaires municipales.',
      'La personne est avisée du résultat par courriel ; le dossier est fermé.',
    )
  })
})
