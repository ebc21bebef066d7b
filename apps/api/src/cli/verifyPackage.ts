import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPublicKey } from '../checkpoints/signingKey.ts'
import { verifyPackage } from '../ombudsman/verifyPackage.ts'
import { readSettings } from '../settings.ts'
import { StartupRefusal } from '../startupRefusal.ts'

/** Verifies a package in a file, with nothing but the public key; the code is 1 when something is wrong with it. */
export async function verifyPackageFile(file: string, key: string | undefined): Promise<number> {
  if (!existsSync(file)) throw new StartupRefusal(`Le fichier « ${file} » est introuvable.`)
  const { manifest, faults } = verifyPackage(readFileSync(file), publicKey(key))
  if (manifest) {
    const { fileNumber, preparedOn, withIdentity, parts } = manifest
    console.log(
      `Dossier ${fileNumber}, préparé le ${preparedOn}, ${withIdentity ? 'avec' : 'sans'} l’identité : ${parts.length} pièces.`,
    )
  }
  for (const fault of faults) console.log(fault)
  console.log(
    faults.length === 0 ? 'L’envoi est entier, et signé par cette clé.' : 'L’envoi n’est pas celui qui fut préparé.',
  )
  return faults.length === 0 ? 0 : 1
}

function publicKey(named: string | undefined) {
  if (named) return readPublicKey(named)
  const { checkpointKeyFile, data } = readSettings()
  const own = checkpointKeyFile ?? join(data, 'checkpoint.key')
  if (!existsSync(own))
    throw new StartupRefusal('Il manque --key <fichier>, la clé publique que le Ministère a remise d’avance.')
  return createPublicKey(readFileSync(own, 'utf8'))
}
