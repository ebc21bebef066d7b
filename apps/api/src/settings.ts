import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSignOn, type SignOnSettings } from './access/signOn/SignOnSettings.ts'
import type { AntivirusPlace } from './attachments/antivirus.ts'
import { StartupRefusal } from './startupRefusal.ts'

/** What an installation chooses, read once from the environment. */
export interface Settings {
  /** Folder of the embedded database and of its master key. */
  data: string
  databaseUrl: string | undefined
  masterKeyFile: string | undefined
  /** The key that takes the place of the master key, during a rotation. */
  masterKeyNextFile: string | undefined
  /** The key that signs checkpoints of the journal. */
  checkpointKeyFile: string | undefined
  /** Folder of the checkpoints. */
  checkpoints: string | undefined
  /** Where each checkpoint is sent as well. */
  checkpointUrl: string | undefined
  host: string
  port: number
  publicUrl: string | undefined
  /** How the organisation signs people on, where it does. */
  signOn: SignOnSettings | undefined
  /** True when whoever decides or administers must have a second factor with a local account. */
  secondFactor: boolean
  /** What examines the documents that are received. */
  antivirus: AntivirusPlace | undefined
  trustProxy: string | undefined
  requestsPerMinute: number
  /** True when the contract runs any document, and not those of the portal alone. */
  anyDocument: boolean
  logLevel: string
  /** How many dossiers the demonstration has. */
  demonstration: number
  /** Folder of the portal as it was built. */
  portal: string
}

const root = fileURLToPath(new URL('../../../', import.meta.url))

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  return {
    data: env.BIENFONDE_DATA || join(root, '.data'),
    databaseUrl: env.DATABASE_URL || undefined,
    masterKeyFile: env.BIENFONDE_MASTER_KEY_FILE || undefined,
    masterKeyNextFile: env.BIENFONDE_MASTER_KEY_NEXT_FILE || undefined,
    checkpointKeyFile: env.BIENFONDE_CHECKPOINT_KEY_FILE || undefined,
    checkpoints: env.BIENFONDE_CHECKPOINTS || undefined,
    checkpointUrl: address('BIENFONDE_CHECKPOINT_URL', env.BIENFONDE_CHECKPOINT_URL),
    host: env.BIENFONDE_HOST || 'localhost',
    port: whole('PORT', env.PORT, 4000, 65_535),
    publicUrl: address('BIENFONDE_PUBLIC_URL', env.BIENFONDE_PUBLIC_URL),
    signOn: readSignOn(env),
    secondFactor: env.BIENFONDE_SECOND_FACTOR === '1',
    antivirus: antivirusPlace(env.BIENFONDE_CLAMAV),
    trustProxy: env.BIENFONDE_TRUST_PROXY || undefined,
    requestsPerMinute: whole('BIENFONDE_REQUESTS_PER_MINUTE', env.BIENFONDE_REQUESTS_PER_MINUTE, 3_000, 1_000_000),
    anyDocument: env.BIENFONDE_ANY_DOCUMENT === '1',
    demonstration: whole('BIENFONDE_DEMONSTRATION', env.BIENFONDE_DEMONSTRATION, 400, 5_000),
    logLevel: env.BIENFONDE_LOG_LEVEL || 'warn',
    portal: join(root, 'apps/portal/dist'),
  }
}

/** Where the checkpoints are kept: beside the embedded database unless another folder is chosen. */
export const checkpointFolder = ({ checkpoints, data }: Settings): string => checkpoints ?? join(data, 'checkpoints')

function whole(name: string, text: string | undefined, otherwise: number, most: number): number {
  if (!text) return otherwise
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0 && value <= most) return value
  throw new StartupRefusal(`${name} doit être un nombre entier de 0 à ${most}.`)
}

function antivirusPlace(text: string | undefined): AntivirusPlace | undefined {
  if (!text) return undefined
  if (text.startsWith('/')) return { path: text }
  const [, host = '', port = ''] = /^([^:]+):(\d{1,5})$/.exec(text) ?? []
  if (host && Number(port) > 0 && Number(port) < 65_536) return { host, port: Number(port) }
  throw new StartupRefusal('BIENFONDE_CLAMAV doit être le chemin d’une prise de la machine, ou un hôte et son port.')
}

function address(name: string, text: string | undefined): string | undefined {
  if (!text) return undefined
  if (URL.canParse(text) && /^https?:/.test(text)) return text
  throw new StartupRefusal(`${name} doit être une adresse complète, comme https://plaintes.exemple.test.`)
}
