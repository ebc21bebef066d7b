import { describe, it } from 'vitest'
import { Visitor } from './Visitor.ts'

/** The pages that no dossier leads to, and who enters them. */
const pages: { account: string; place: string; heading?: string; picture: string }[] = [
  { account: 'agente', place: 'Aujourd’hui', picture: 'aujourdhui' },
  { account: 'responsable', place: 'Dossiers', picture: 'liste' },
  { account: 'secretariat', place: 'Statistiques', picture: 'statistiques' },
  { account: 'verification', place: 'Vérification', picture: 'verification' },
  {
    account: 'verification',
    place: 'Registres',
    heading: 'Registre des ouvertures d’identité',
    picture: 'registres',
  },
  {
    account: 'protecteur',
    place: 'Dossiers transmis',
    heading: 'Dossiers transmis au Protecteur du citoyen',
    picture: 'protecteur',
  },
  { account: 'administration', place: 'Administration', heading: 'Personnel', picture: 'administration' },
]

describe('les pages du portail', () => {
  it('l’entrée se lit à toute largeur, et dit ce qui manque', async () => {
    const visitor = await Visitor.arrives()
    await visitor.shows('accueil')
    await visitor.keys.press('button', 'Ouvrir une session')
    await visitor.hears('Écrivez votre adresse de courriel.')
    await visitor.stops()
  })

  it.each(pages)(
    '$place se lit à toute largeur, le menu menant à son titre',
    async ({ account, place, heading = place, picture }) => {
      const visitor = await Visitor.signedIn(account)
      await visitor.enters(place, heading)
      await visitor.settles()
      await visitor.stops()
      await visitor.shows(picture)
    },
  )
})
