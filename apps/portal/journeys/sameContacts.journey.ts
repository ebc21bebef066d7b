import { describe, it } from 'vitest'
import { fillIn, type Incoming, register } from './register.ts'
import { Visitor } from './Visitor.ts'

const first: Incoming = {
  by: 'Téléphone',
  person: { givenName: 'Léopoldine', familyName: 'Vaillancourt' },
  telephone: '819 555-0147',
  words: 'J’attends un rappel depuis trois semaines.',
  subject: 'Rappel promis et jamais fait',
  sector: 'Services à la clientèle',
  statement: 'Un rappel a été promis et n’a pas été fait.',
}

describe('une personne qui a déjà porté plainte', () => {
  it('rappelle : on l’apprend par le numéro de son dossier, et les deux dossiers se relient', async () => {
    const agente = await Visitor.signedIn('agente')
    await register(agente, first)
    const number =
      /\d{4}-\d{6}/.exec((await (await agente.sees('heading', /^Dossier /)).textContent()) ?? '')?.[0] ?? ''

    await fillIn(agente, { ...first, telephone: '(819) 555-0147', subject: 'Second rappel promis' })
    await agente.hears('1 dossier déjà inscrit avec les mêmes coordonnées')
    await agente.reads(`Dossier ${number} (nouvel onglet)`)
    await agente.stops()
    await agente.sends('Inscrire une plainte', 'Inscrire la plainte')
    await agente.reads(`Mêmes coordonnées : ${number}.`)
    await agente.opens('Relier un dossier')
    await agente.holds('Numéro de l’autre dossier', number)
    await agente.keys.choose('Ce qui relie les deux dossiers', 'Suite d’un dossier antérieur')
    await agente.keys.write('Raison', 'La même demande revient.')
    await agente.stops()
    await agente.sends('Relier un dossier', 'Relier un dossier')

    // Whoever could not open the first dossier learns nothing of it.
    const other = await Visitor.signedIn('agent')
    await fillIn(other, { ...first, subject: 'Troisième rappel' })
    await other.sends('Inscrire une plainte', 'Inscrire la plainte')
    await other.readsInChronology('est inscrite.')
    if (await other.page.getByText('Mêmes coordonnées').count()) throw new Error('The other dossier is told')
  })
})
