import { describe, it } from 'vitest'
import { type Incoming, register } from './register.ts'
import { Visitor } from './Visitor.ts'

const visit: Incoming = {
  by: 'Au comptoir',
  person: { givenName: 'Josiane', familyName: 'Pellerin' },
  telephone: '418 555-0185',
  words:
    'Au comptoir, quelqu’un m’a parlé de haut devant la file. Je ne veux surtout pas que ce bureau sache que c’est moi qui me plains.',
  subject: 'Ton blessant au comptoir',
  sector: 'Services à la clientèle',
  service: 'Accueil et renseignements',
  statement: 'Une personne dit avoir été traitée de haut devant d’autres, au comptoir.',
}
const facts = 'Le bureau reçoit deux cents visites par jour : sans savoir qui était là, il ne retrouve pas celle-ci.'
const reasons = 'Sans l’accord de la personne, ni le bureau ni ses registres ne permettent d’établir ce qui s’est dit.'

describe('une plainte classée sans suite après un refus de permission', () => {
  it('respecte le refus, et l’avis le nomme comme la cause ; tout au clavier', async () => {
    const agente = await Visitor.signedIn('agente')
    const dossier = await register(agente, visit)

    const responsable = await Visitor.signedIn('responsable')
    await responsable.goes(dossier)
    await responsable.takes('Déclarer recevable', 'Déclarer recevable', async () => undefined)
    await responsable.takes('Demander la permission de lever l’anonymat', 'Consigner la demande', async keys => {
      await keys.tick('Secteurs qui connaîtraient l’identité', 'Services à la clientèle')
      await keys.write(
        'Pourquoi l’analyse l’exige',
        'Le bureau ne peut retrouver la visite sans savoir de qui il s’agit.',
      )
      await keys.tick('Ce qui leur serait communiqué', 'Nom et coordonnées')
      await keys.write(
        'Ce qui a été expliqué à la personne',
        'Le nom seul serait dit au bureau, pour retrouver la visite.',
      )
      await keys.tick('Les conséquences d’un accord et d’un refus ont été expliquées')
    })
    await responsable.reads('Sans réponse')
    await responsable.takes('Consigner la réponse sur l’anonymat', 'Consigner le refus', keys =>
      keys.choose('Réponse de la personne', 'Elle la refuse'),
    )
    await responsable.reads('Refusée')
    await responsable.takes('Classer sans suite', 'Classer sans suite', async keys => {
      await keys.choose('Cause', 'Refus de lever l’anonymat')
      await keys.write('Ce qui empêche de connaître les faits', facts)
      await keys.write('Motifs de la décision', reasons)
    })
    await responsable.takes('Aviser la personne du résultat', 'Consigner l’avis et fermer le dossier', async () =>
      responsable.reads(/Votre refus de lever l’anonymat, que nous respectons/, reasons),
    )
    await responsable.readsInChronology(
      'La permission de lever l’anonymat est demandée par téléphone.',
      'La personne refuse la permission pour le secteur Services à la clientèle.',
      'est classé sans suite.',
      'La personne est avisée du résultat par téléphone ; le dossier est fermé.',
    )
  })
})
