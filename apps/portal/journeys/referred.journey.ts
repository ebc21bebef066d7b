import { describe, it } from 'vitest'
import { type Incoming, register } from './register.ts'
import { Visitor } from './Visitor.ts'

const form: Incoming = {
  by: 'Formulaire en ligne',
  person: { givenName: 'Kateri', familyName: 'Imbeault' },
  email: 'kateri.imbeault@exemple.test',
  words:
    'Depuis le dégel, la ville ne ramasse plus les bacs dans notre rang et personne ne nous rappelle. Je veux savoir qui peut la faire bouger.',
  subject: 'Collecte des matières interrompue',
  sector: 'Affaires municipales',
  statement: 'La collecte est interrompue dans un rang depuis le printemps et la municipalité ne rappelle pas.',
  elsewhere: 'Service rendu par une municipalité',
}
const reasons = 'La collecte est un service que la municipalité organise elle-même ; le Ministère n’y prend pas part.'

describe('une plainte irrecevable, dont la personne est dirigée ailleurs', () => {
  it('nomme l’organisme à chaque étape et se ferme par l’avis, au clavier seul', async () => {
    const agente = await Visitor.signedIn('agent')
    const dossier = await register(agente, form)
    await agente.reads('Service rendu par une municipalité')

    const responsable = await Visitor.signedIn('adjointe')
    await responsable.goes(dossier)
    await responsable.takes('Déclarer irrecevable', 'Déclarer irrecevable', async keys => {
      await keys.tick('Motifs d’irrecevabilité', 'Hors de la responsabilité du Ministère')
      await keys.tick('Organismes compétents', 'La municipalité concernée (suggéré)')
      await keys.write('Nommez la municipalité.', 'Val-des-Merises')
      await keys.write('Motifs de la décision', reasons)
    })
    await responsable.takes('Diriger la personne vers l’organisme compétent', 'Diriger la personne', keys =>
      keys.write(
        'Ce qui a été expliqué à la personne',
        'Le conseil de la ville décide de la collecte ; le greffe reçoit les plaintes écrites et les porte à sa séance.',
      ),
    )
    await responsable.reads('Personne dirigée vers un autre organisme')
    await responsable.takes('Aviser la personne du résultat', 'Consigner l’avis et fermer le dossier', async () =>
      responsable.reads(reasons, /Val-des-Merises/),
    )
    await responsable.readsInChronology(
      'est déclaré irrecevable.',
      'Val-des-Merises',
      'La personne est dirigée vers : Val-des-Merises (par courriel).',
      'le dossier est fermé.',
    )
  })
})
