import { addBusinessDays, localDateAt } from '@bienfonde/domain'
import { describe, it } from 'vitest'
import { register } from './register.ts'
import { Visitor } from './Visitor.ts'

/** Who finds which guide under « Aide », and what the guide says of a page that they work in. */
const readers = [
  {
    account: 'agente',
    guide: 'Guide pour traiter les plaintes',
    about: 'votre journée',
    part: 'Commencer par Aujourd’hui',
  },
  {
    account: 'habitation',
    guide: 'Guide pour répondre au nom d’un secteur',
    about: 'les questions posées à votre secteur',
    part: 'Répondre à une question',
  },
  { account: 'administration', guide: 'Guide de l’administration', about: 'le personnel', part: 'Personnel' },
]

const sections = [
  { place: 'Secteurs', picture: 'administration-secteurs' },
  { place: 'Engagements', picture: 'administration-engagements' },
  { place: 'Coordonnées', picture: 'administration-coordonnees' },
  { place: 'Éditions', picture: 'administration-editions' },
  { place: 'Journal', heading: 'Journal de l’administration', picture: 'administration-journal' },
]

describe('les guides, dans le portail', () => {
  it.each(readers)('$account lit le sien sous « Aide », et y arrive de sa page de travail', async reader => {
    const visitor = await Visitor.signedIn(reader.account)
    await visitor.keys.press('link', `En savoir plus sur ${reader.about}`)
    await visitor.sees('heading', reader.part)
    await visitor.stops()
    await visitor.keys.press('link', 'Aide')
    await visitor.sees('heading', reader.guide)
    await visitor.stops()
    await visitor.shows(`aide-${reader.account}`)
    await visitor.keys.press('link', 'Exploiter le serveur')
    await visitor.sees('heading', 'Guide d’exploitation')
    await visitor.shows('aide-exploitation')
  })
})

describe('ce que les guides montrent', () => {
  it('les étapes fermées, un refus, l’étape qui ouvre l’identité', async () => {
    const responsable = await Visitor.signedIn('responsable')
    await register(responsable, {
      by: 'Téléphone',
      person: { givenName: 'Léopold', familyName: 'Sirois' },
      telephone: '418 555-0181',
      words: 'On m’a fait attendre quarante minutes au téléphone, puis la ligne a coupé.',
      subject: 'Attente au téléphone, puis appel coupé',
      sector: 'Habitation',
      statement: 'Un appel a été coupé après quarante minutes d’attente, sans rappel ensuite.',
    })
    await responsable.keys.press('button', /^Montrer les étapes fermées et pourquoi/)
    await responsable.stops()
    const menu = responsable.page.getByRole('region', { name: 'Étapes' })
    await responsable.shows('etapes-fermees', 'Recevabilité', menu)

    await responsable.opens('Déclarer irrecevable')
    await responsable.keys.press('button', 'Déclarer irrecevable')
    await responsable.stops()
    await responsable.shows('refus', 'Déclarer irrecevable')

    await responsable.keys.press('link', 'Ouvrir l’identité')
    await responsable.sees('heading', 'Ouvrir l’identité')
    await responsable.shows('identite', 'Ouvrir l’identité')
  })

  it.each(sections)('l’administration : $place', async ({ place, heading = place, picture }) => {
    const visitor = await Visitor.signedIn('administration')
    await visitor.enters(place, heading)
    await visitor.settles()
    await visitor.stops()
    await visitor.shows(picture)
  })

  it('l’administration : l’effet d’un jour fermé, avant de l’enregistrer', async () => {
    const visitor = await Visitor.signedIn('administration')
    await visitor.enters('Calendrier', 'Calendrier')
    await visitor.settles()
    await visitor.keys.press('button', 'Ajouter un jour')
    // A year without bound takes six figures in the browser’s own field: the day is given whole.
    const day = await visitor.keys.reach(visitor.page.getByRole('textbox', { name: 'Date (obligatoire)' }))
    await day.fill(addBusinessDays(localDateAt(new Date()), 3))
    await visitor.keys.write('Nom', 'Fermeture pour cause de tempête')
    await visitor.keys.press('button', 'Voir l’effet sur les échéances')
    await visitor.reads('Effet de ce calendrier')
    await visitor.shows('administration-calendrier', 'Jours du Ministère')
  })
})
