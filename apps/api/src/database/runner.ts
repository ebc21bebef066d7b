import { spawnSync } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StartupRefusal } from '../startupRefusal.ts'

/** How a PostgreSQL program is launched here: never as root and, where the system can, never outliving its launcher. */
export interface Runner {
  /** Words placed before the program's own command. */
  prefix: string[]
  /** The account to become, when no word of the prefix does it. */
  account: { uid: number; gid: number } | undefined
  /** Gives a folder to the account that will run PostgreSQL. */
  own(folder: string): void
}

const succeeds = (command: string, words: string[], account?: Runner['account']) =>
  spawnSync(command, words, { stdio: 'ignore', ...account }).status === 0

/** The first way that works among: own account, an ordinary account, the same passing closed folders, a user namespace. */
export function runnerFor(program: string, folder: string): Runner {
  const tied = ['setpriv', '--pdeathsig', 'INT']
  const canTie = process.platform === 'linux' && succeeds('setpriv', [...tied.slice(1), 'true'])
  if (process.getuid?.() !== 0) return { prefix: canTie ? tied : [], account: undefined, own: () => undefined }

  const account = ownerOf(join(folder, 'cluster')) ?? ordinaryAccount()
  const own = (path: string) => chownSync(path, account.uid, account.gid)
  const become = [...tied, '--reuid', `${account.uid}`, '--regid', `${account.gid}`, '--clear-groups']
  // A project under root's own home is closed to other accounts: the two last ways pass through such folders.
  const ways: Runner[] = canTie
    ? [
        { prefix: become, account: undefined, own },
        {
          prefix: [...become, '--inh-caps', '+dac_override', '--ambient-caps', '+dac_override'],
          account: undefined,
          own,
        },
        {
          prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534', ...tied],
          account: undefined,
          own: path => chownSync(path, 0, 0),
        },
      ]
    : [{ prefix: [], account, own }]
  for (const way of ways) {
    way.own(folder)
    const trial = ['-c', '"$0" --version && test -w "$1" && test -x "$1"', program, folder]
    const [command = '', ...words] = [...way.prefix, '/bin/sh', ...trial]
    if (succeeds(command, words, way.account)) return way
  }
  throw new StartupRefusal(
    `PostgreSQL refuse de fonctionner sous le compte root, et le dossier « ${folder} » n’est pas accessible à un compte ordinaire. Lancez la commande sous un compte ordinaire, choisissez un autre dossier par BIENFONDE_DATA, ou donnez l’adresse d’un serveur par DATABASE_URL.`,
  )
}

/** The account that already holds the data keeps it. */
function ownerOf(data: string): { uid: number; gid: number } | undefined {
  const kept = statSync(data, { throwIfNoEntry: false })
  return kept && kept.uid !== 0 ? { uid: kept.uid, gid: kept.gid } : undefined
}

function ordinaryAccount(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map(option => Number(spawnSync('id', [option, name], { encoding: 'utf8' }).stdout))
    if (uid && gid) return { uid, gid }
  }
  return { uid: 65534, gid: 65534 }
}
