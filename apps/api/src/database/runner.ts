import { spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'
import { StartupRefusal } from '../startupRefusal.ts'

/** How a PostgreSQL program is launched here: never as root, and never outliving the process that launched it. */
export interface Runner {
  /** Words placed before the program's own command. */
  prefix: string[]
  /** Gives a folder to the account that will run PostgreSQL. */
  own(folder: string): void
}

const runs = (command: string, ...words: string[]) => spawnSync(command, words, { stdio: 'ignore' }).status === 0

/** The first way that works among: own account, an ordinary account, the same with reading rights, a user namespace. */
export function runnerFor(program: string, folder: string): Runner {
  const linux = process.platform === 'linux'
  const dies = linux && runs('setpriv', '--pdeathsig', 'INT', 'true') ? ['setpriv', '--pdeathsig', 'INT'] : []
  if (process.getuid?.() !== 0) return { prefix: dies, own: () => undefined }

  const account = ordinaryAccount()
  const own = (path: string) => chownSync(path, account.uid, account.gid)
  const asAccount = ['--reuid', `${account.uid}`, '--regid', `${account.gid}`, '--clear-groups']
  // A project under root's own home is closed to other accounts: the two last ways pass through such folders.
  const ways: Runner[] = dies.length
    ? [
        { prefix: [...dies, ...asAccount], own },
        {
          prefix: [...dies, ...asAccount, '--inh-caps', '+dac_override', '--ambient-caps', '+dac_override'],
          own,
        },
        {
          prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534', ...dies],
          own: path => chownSync(path, 0, 0),
        },
      ]
    : []
  for (const way of ways) {
    way.own(folder)
    const [command = '', ...words] = way.prefix
    if (runs(command, ...words, 'sh', '-c', '"$0" --version && test -w "$1" && test -x "$1"', program, folder)) {
      return way
    }
  }
  throw new StartupRefusal(
    `PostgreSQL refuse de fonctionner sous le compte root, et le dossier « ${folder} » n’est pas accessible à un compte ordinaire. Lancez la commande sous un compte ordinaire, choisissez un autre dossier par BIENFONDE_DATA, ou donnez l’adresse d’un serveur par DATABASE_URL.`,
  )
}

function ordinaryAccount(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map(option => Number(spawnSync('id', [option, name], { encoding: 'utf8' }).stdout))
    if (uid && gid) return { uid, gid }
  }
  return { uid: 65534, gid: 65534 }
}
