import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInMutation } from '../testing/application.ts'
import { operator, slow } from '../testing/operator.ts'

const password = 'Un long mot de passe 1'

describe('les comptes à la ligne de commande', { timeout: slow }, () => {
  const { launch, started, stopped, leave } = operator({ BIENFONDE_DEMONSTRATION: '0', BIENFONDE_ANY_DOCUMENT: '1' })
  let running: Awaited<ReturnType<typeof started>>
  beforeAll(async () => {
    running = await started()
  }, slow)
  afterAll(async () => {
    await stopped(running, 'SIGINT')
    leave()
  })

  /** What the command answers, its code first. */
  async function account(words: string[], typed = `${password}\n`): Promise<[number | null, string]> {
    const command = launch(['account', ...words], {}, typed)
    return [await command.ended, command.said().trim()]
  }
  const adding = (email: string, role: string, ...more: string[]) =>
    account(['add', '--email', email, '--name', 'Odile Marchand', '--role', role, ...more])
  const signIn = async (email: string, written = password) => {
    const response = await fetch(`${running.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: signInMutation, variables: { input: { email, password: written } } }),
    })
    const { data } = (await response.json()) as { data: { signIn: { __typename: string } } }
    return [data.signIn.__typename, response.headers.getSetCookie()[0]?.split(';')[0] ?? ''] as const
  }
  const isIn = async (cookie: string) => {
    const response = await fetch(`${running.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: '{"query":"{ me { id } }"}',
    })
    return ((await response.json()) as { data: { me: object | null } }).data.me !== null
  }

  it('sans démonstration, le démarrage dit que personne n’entre encore, et comment ajouter la première personne', async () => {
    expect(running.said()).toContain('Aucun compte n’existe : personne ne peut encore entrer.')
    expect(running.said()).toContain('pnpm bienfonde account add')
    expect(running.said()).not.toContain('exemple.test')
    expect(await account(['list'])).toEqual([0, 'Il n’y a aucun compte.'])
  })

  it('la première personne est ajoutée pendant que l’application est en marche, et entre', async () => {
    expect(await adding('chef@ministere.test', 'administrator')).toEqual([
      0,
      'Le compte chef@ministere.test est ajouté.',
    ])
    expect((await signIn('chef@ministere.test'))[0]).toBe('SignInAccepted')
    const [, list] = await account(['list'])
    expect(list).toMatch(/^chef@ministere\.test +Odile Marchand +Administration\n\n1 compte\.$/)
  })

  it.each<[string, string[], string, number, string]>([
    ['un compte sans adresse ni nom', ['add', '--role', 'OFFICER'], password, 2, 'Il manque --email, --name.'],
    [
      'un rôle inconnu',
      ['add', '--email', 'a@b.test', '--name', 'A', '--role', 'CHEF'],
      '',
      2,
      'Ce rôle n’existe pas : CHEF.',
    ],
    [
      'un mot de passe court',
      ['add', '--email', 'a@b.test', '--name', 'A', '--role', 'OFFICER'],
      'court',
      1,
      'Il faut au moins douze caractères.',
    ],
    [
      'un mot de passe à la ligne de commande',
      ['add', '--email', 'a@b.test', '--name', 'A', '--role', 'OFFICER', password],
      '',
      2,
      'Usage : bienfonde account',
    ],
  ])('refuse %s, et dit pourquoi', async (_, words, typed, code, message) => {
    const [ended, said] = await account(words, typed)
    expect([ended, said.split('\n')[0]]).toEqual([code, expect.stringContaining(message)])
  })

  it('un compte désactivé n’entre plus et sa session est fermée ; rendu actif, il entre par son nouveau mot de passe', async () => {
    await adding('agente@ministere.test', 'OFFICER')
    const [, cookie] = await signIn('agente@ministere.test')
    expect(await isIn(cookie)).toBe(true)
    expect(await account(['disable', 'agente@ministere.test'])).toEqual([
      0,
      'Le compte agente@ministere.test est désactivé.',
    ])
    expect(await isIn(cookie)).toBe(false)
    expect((await signIn('agente@ministere.test'))[0]).toBe('SignInRefused')
    expect((await account(['enable', 'agente@ministere.test']))[0]).toBe(0)
    const [code] = await account(['reset-password', 'agente@ministere.test'], 'Un tout autre mot de passe\n')
    expect(code).toBe(0)
    expect((await signIn('agente@ministere.test'))[0]).toBe('SignInRefused')
    expect((await signIn('agente@ministere.test', 'Un tout autre mot de passe'))[0]).toBe('SignInAccepted')
  })

  it('la démonstration n’est pas ajoutée là où des personnes travaillent', async () => {
    const seeding = launch(['seed'])
    expect(await seeding.ended).toBe(1)
    expect(seeding.said()).toContain('Des personnes réelles ont un compte dans cette base')
  })
})
