import { describe, expect, it } from 'vitest'
import { fillIn, type Incoming } from './register.ts'
import { Visitor } from './Visitor.ts'

const call: Incoming = {
  by: 'Téléphone',
  person: { givenName: 'Philomène', familyName: 'Arsenault' },
  telephone: '418 555-0163',
  words: 'On m’a raccroché au nez deux fois en expliquant ma demande, et personne ne m’a rappelée.',
  subject: 'Appel coupé deux fois',
  sector: 'Services à la clientèle',
  statement: 'L’appel a été coupé deux fois pendant l’explication de la demande.',
}
const kept = /^Brouillon conservé à \d+\sh/
const resume = /^Reprendre le brouillon du /

/** All that the browser keeps of the portal: nothing of what was typed may be in it. */
async function storesNothing({ page }: Visitor): Promise<void> {
  const stored = await page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    bases: await indexedDB.databases(),
    caches: await caches.keys(),
    name: window.name,
    history: history.state,
  }))
  expect(stored.bases).toEqual([])
  expect(stored.caches).toEqual([])
  expect(JSON.stringify(stored)).not.toMatch(/Philomène|Arsenault|555-0163|raccroché|coupé/)
}

/** Whoever comes to register a complaint is offered no draft, once the server has answered. */
async function noDraft(visitor: Visitor): Promise<void> {
  const { page } = visitor
  const answered = page.waitForResponse(answer => (answer.request().postData() ?? '').includes('"RegistrationDrafts"'))
  await visitor.goes('/plaintes/nouvelle')
  await (await answered).finished()
  await visitor.sees('heading', 'Inscrire une plainte')
  expect(await page.getByRole('button', { name: resume }).count()).toBe(0)
}

describe('une inscription interrompue', () => {
  it('l’onglet se ferme ; le brouillon se reprend, s’inscrit, et disparaît ; tout au clavier', async () => {
    const agente = await Visitor.signedIn('agente')
    await fillIn(agente, call)
    await agente.hears('Un brouillon est conservé au fur et à mesure.')
    await agente.reads(kept)
    await agente.stops()
    await agente.shows('brouillon-conserve')
    await storesNothing(agente)

    const later = await agente.inAnotherTab()
    await later.goes('/plaintes/nouvelle')
    await later.reads('Une inscription commencée vous attend')
    await later.shows('brouillon-a-reprendre')
    await later.keys.press('button', resume)
    await later.hears('Le brouillon est repris.')
    await later.holds('Prénom', 'Philomène')
    await later.holds('Propos de la personne (au coffre)', call.words)
    await later.holds('Exposé dépersonnalisé', call.statement)
    await later.stops()
    await later.sends('Inscrire une plainte', 'Inscrire la plainte')
    await storesNothing(later)
    // The file number is said, and the acknowledgement is one key away.
    await later.sees('heading', /^Plainte inscrite : dossier \S*\d+$/)
    await later.page.keyboard.press('Enter')
    await later.sees('heading', 'Accuser réception')
    await later.stops()
    await later.tells('est inscrite.', 1)

    await noDraft(later)
  })

  it('la page se ferme au milieu d’une phrase : les derniers mots sont là, pour elle seule, et se suppriment', async () => {
    const agente = await Visitor.signedIn('agente')
    await agente.goes('/plaintes/nouvelle')
    await agente.keys.write('Propos de la personne (au coffre)', 'Je rappelle demain, une dame attend')
    await agente.goes('/dossiers')

    const responsable = await Visitor.signedIn('responsable')
    await noDraft(responsable)

    await agente.goes('/plaintes/nouvelle')
    await agente.keys.press('button', resume)
    await agente.hears('Le brouillon est repris.')
    await agente.holds('Propos de la personne (au coffre)', 'Je rappelle demain, une dame attend')
    await agente.goes('/plaintes/nouvelle')
    await agente.keys.press('button', /^Supprimer le brouillon du /)
    await agente.sees('alertdialog', 'Supprimer le brouillon ?')
    await agente.keys.press('button', 'Supprimer')
    await agente.hears('Le brouillon est supprimé.')
    await agente.stops()
    await noDraft(agente)
  })

  it('la session prend fin pendant qu’on écrit : on le dit, les mots restent, puis sont conservés', async () => {
    const agente = await Visitor.signedIn('agente')
    await agente.goes('/plaintes/nouvelle')
    const cookies = await agente.context.cookies()
    await agente.context.clearCookies()
    await agente.keys.write('Sujet', 'Appel sans suite')
    await agente.hears('Vos derniers mots ne sont que sur cette page')
    await agente.holds('Sujet', 'Appel sans suite')
    await agente.stops()
    await agente.context.addCookies(cookies)
    await agente.keys.press('button', 'Conserver le brouillon')
    await agente.reads(kept)
    await agente.stops()
  })
})
