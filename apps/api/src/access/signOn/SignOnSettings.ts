import { readFileSync } from 'node:fs'
import { type Role, roles } from '@bienfonde/domain'
import { StartupRefusal } from '../../startupRefusal.ts'

/** What a value of the role claim gives; the first of the table that a person has is theirs. */
interface RoleGiven {
  value: string
  role: Role
  /** The sector that a respondent speaks for. */
  sector: string | null
}

/** How the organisation signs people on. */
export interface SignOnSettings {
  issuer: URL
  clientId: string
  clientSecret: string | undefined
  scope: string
  roleClaim: string
  nameClaim: string
  emailClaim: string
  roles: readonly RoleGiven[]
  /** True when local accounts still open sessions: the operator's way back. */
  localAccounts: boolean
}

/** The organisation's sign-on, read from the environment; nothing where no issuer is named. */
export function readSignOn(env: NodeJS.ProcessEnv): SignOnSettings | undefined {
  const { BIENFONDE_OIDC_ISSUER: issuer, BIENFONDE_OIDC_CLIENT_ID: clientId } = env
  if (!issuer) return undefined
  if (!clientId) throw new StartupRefusal('BIENFONDE_OIDC_CLIENT_ID manque : c’est le nom de Bienfondé au fournisseur.')
  if (!env.BIENFONDE_PUBLIC_URL) {
    throw new StartupRefusal('La connexion de l’organisation demande BIENFONDE_PUBLIC_URL, où le fournisseur renvoie.')
  }
  const secretFile = env.BIENFONDE_OIDC_CLIENT_SECRET_FILE
  return {
    issuer: issuerAddress(issuer),
    clientId,
    clientSecret: secretFile ? textOf('BIENFONDE_OIDC_CLIENT_SECRET_FILE', secretFile).trim() : undefined,
    scope: env.BIENFONDE_OIDC_SCOPE || 'openid profile email',
    roleClaim: env.BIENFONDE_OIDC_ROLE_CLAIM || 'groups',
    nameClaim: env.BIENFONDE_OIDC_NAME_CLAIM || 'name',
    emailClaim: env.BIENFONDE_OIDC_EMAIL_CLAIM || 'email',
    roles: roleTable(env.BIENFONDE_OIDC_ROLES_FILE),
    localAccounts: env.BIENFONDE_LOCAL_ACCOUNTS === '1',
  }
}

/** True for an address that never leaves this machine, where https is not required. */
export const isLoopback = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

function issuerAddress(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined
  if (address && (address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address))))
    return address
  throw new StartupRefusal('BIENFONDE_OIDC_ISSUER doit être une adresse https complète.')
}

function textOf(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new StartupRefusal(`Le fichier de ${name}, « ${file} », est introuvable ou ne peut être lu.`)
  }
}

const rolesMissing =
  'BIENFONDE_OIDC_ROLES_FILE manque : le fichier qui dit quel rôle donne chaque valeur transmise par l’organisation.'
const rolesUnreadable =
  'Le fichier de BIENFONDE_OIDC_ROLES_FILE doit contenir une liste, comme [{ "value": "plaintes", "role": "OFFICER" }] ; un rôle SECTOR_RESPONDENT y nomme aussi son secteur ("sector").'

function roleTable(file: string | undefined): RoleGiven[] {
  if (!file) throw new StartupRefusal(rolesMissing)
  const rows = readJson(textOf('BIENFONDE_OIDC_ROLES_FILE', file))
  if (!Array.isArray(rows) || rows.length === 0) throw new StartupRefusal(rolesUnreadable)
  return rows.map(row => {
    const { value, role, sector = null } = (row ?? {}) as Record<string, unknown>
    const code = roles.find(each => each.code === role)?.code
    const speaks = code === 'SECTOR_RESPONDENT'
    const isSector = speaks ? typeof sector === 'string' && sector !== '' : sector === null
    if (typeof value !== 'string' || !value || !code || !isSector) throw new StartupRefusal(rolesUnreadable)
    return { value, role: code, sector: speaks ? String(sector) : null }
  })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new StartupRefusal(rolesUnreadable)
  }
}
