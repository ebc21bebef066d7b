import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimedPerson } from './claimedPerson.ts'
import { readSignOn } from './SignOnSettings.ts'

describe('les réglages de la connexion de l’organisation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bienfonde-connexion-'))
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  let env: NodeJS.ProcessEnv
  beforeAll(() => {
    env = {
      BIENFONDE_OIDC_ISSUER: 'https://connexion.exemple.test/org',
      BIENFONDE_OIDC_CLIENT_ID: 'bienfonde',
      BIENFONDE_OIDC_CLIENT_SECRET_FILE: file('secret', 'chut\n'),
      BIENFONDE_PUBLIC_URL: 'https://plaintes.exemple.test',
      BIENFONDE_OIDC_ROLES_FILE: file(
        'roles.json',
        '[{ "value": "agents", "role": "OFFICER" }, { "value": "voirie", "role": "SECTOR_RESPONDENT", "sector": "ROADS" }]',
      ),
    }
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('viennent de l’environnement, et manquent là où aucun fournisseur n’est nommé', () => {
    expect(readSignOn({})).toBeUndefined()
    expect(readSignOn(env)).toEqual({
      issuer: new URL('https://connexion.exemple.test/org'),
      clientId: 'bienfonde',
      clientSecret: 'chut',
      scope: 'openid profile email',
      roleClaim: 'groups',
      nameClaim: 'name',
      emailClaim: 'email',
      roles: [
        { value: 'agents', role: 'OFFICER', sector: null },
        { value: 'voirie', role: 'SECTOR_RESPONDENT', sector: 'ROADS' },
      ],
      localAccounts: false,
    })
  })

  it.each<[string, () => NodeJS.ProcessEnv, string]>([
    ['sans nom d’application', () => ({ BIENFONDE_OIDC_CLIENT_ID: '' }), 'BIENFONDE_OIDC_CLIENT_ID manque'],
    ['sans adresse publique', () => ({ BIENFONDE_PUBLIC_URL: '' }), 'demande BIENFONDE_PUBLIC_URL'],
    ['en clair hors de la machine', () => ({ BIENFONDE_OIDC_ISSUER: 'http://connexion.exemple.test' }), 'https'],
    ['sans table des rôles', () => ({ BIENFONDE_OIDC_ROLES_FILE: '' }), 'BIENFONDE_OIDC_ROLES_FILE manque'],
    ['dont le secret est introuvable', () => ({ BIENFONDE_OIDC_CLIENT_SECRET_FILE: '/absent' }), 'introuvable'],
    ...['{', '{}', '[]', '[null]', '[{ "value": "a" }]', '[{ "value": "a", "role": "CHEF" }]'].map(
      (content, n): [string, () => NodeJS.ProcessEnv, string] => [
        `dont la table des rôles est ${content}`,
        () => ({ BIENFONDE_OIDC_ROLES_FILE: file(`roles-${n}`, content) }),
        'doit contenir une liste',
      ],
    ),
    [
      'dont un secteur manque',
      () => ({ BIENFONDE_OIDC_ROLES_FILE: file('sans-secteur', '[{ "value": "a", "role": "SECTOR_RESPONDENT" }]') }),
      'nomme aussi son secteur',
    ],
  ])('%s, empêchent le démarrage et disent quoi faire', (_, other, message) => {
    expect(() => readSignOn({ ...env, ...other() })).toThrow(message)
  })

  it('lisent un renseignement par son chemin, et donnent le premier rôle de la table', () => {
    const settings = {
      roleClaim: 'realm_access.roles',
      nameClaim: 'name',
      emailClaim: 'email',
      roles: readSignOn(env)?.roles ?? [],
    }
    const claims = { name: ' Rosalie  Roy ', email: 'r@exemple.test', realm_access: { roles: ['voirie', 'agents'] } }
    expect(claimedPerson(claims, settings)).toEqual({
      name: 'Rosalie Roy',
      email: 'r@exemple.test',
      role: 'OFFICER',
      sector: null,
    })
    const inherited = { ...settings, roleClaim: 'constructor.name' }
    expect(claimedPerson(claims, inherited)).toBe('SIGN_ON_WITHOUT_ROLE')
  })
})
