import { describe, expect, it } from 'vitest'
import { register } from './register.ts'
import { Visitor } from './Visitor.ts'

describe('un dossier transmis au Protecteur du citoyen', () => {
  it('se prépare en un acte, et se prend au clavier par son destinataire', async () => {
    const responsable = await Visitor.signedIn('responsable')
    await register(responsable, {
      by: 'Lettre',
      words: 'Trois lettres sont restées sans réponse, et je veux que quelqu’un d’autre regarde.',
      subject: 'Lettres sans réponse',
      sector: 'Services à la clientèle',
      service: 'Accueil et renseignements',
      statement: 'Trois lettres envoyées au printemps sont restées sans réponse.',
    })
    await responsable.takes('Consigner un recours au Protecteur du citoyen', 'Consigner le recours', async keys => {
      await keys.choose('Qui s’adresse au Protecteur du citoyen ?', 'La personne plaignante')
      await keys.write(
        'Ce que la personne demande au Protecteur du citoyen',
        'Elle veut une autre lecture de son dossier.',
      )
    })
    await responsable.takes('Préparer l’envoi au Protecteur du citoyen', 'Préparer l’envoi', async keys => {
      await keys.choose('L’envoi porte-t-il l’identité de la personne, et sur quelle base ?', 'Sans identité')
      await keys.write('Nom', 'Solange Thibodeau')
      await keys.write('Titre', 'Responsable des plaintes')
      await keys.write('Téléphone', '418 555-0100')
    })
    await responsable.reads('Envois au Protecteur du citoyen', 'ne l’a pas encore pris')

    const protecteur = await Visitor.signedIn('protecteur')
    await protecteur.sees('heading', 'Dossiers transmis au Protecteur du citoyen')
    await protecteur.stops()
    const download = protecteur.page.waitForEvent('download')
    await protecteur.keys.press('button', /^Télécharger : dossier/)
    const taken = await download
    expect(taken.suggestedFilename()).toMatch(/^envoi-\d{4}-\d{6}-\d+\.zip$/)
    const [begins] = await (await taken.createReadStream()).take(1).toArray()
    expect(begins.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    await protecteur.hears('L’envoi est téléchargé.')
    await protecteur.reads('Pris 1 fois')
    await protecteur.stops()
  })
})
