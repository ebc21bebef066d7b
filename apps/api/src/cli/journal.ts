import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isSignedBy, readNotes, type SignedCheckpoint } from '../checkpoints/Checkpoint.ts'
import { checkpointFile } from '../checkpoints/outlets.ts'
import { publicKeyText, readPublicKey } from '../checkpoints/signingKey.ts'
import { JournalForked, writeCheckpoint } from '../checkpoints/writeCheckpoint.ts'
import type { Database } from '../database/Database.ts'
import { exportJournal } from '../journal/exportJournal.ts'
import { verify as verifyJournal } from '../journal/verify.ts'
import { checkpointFolder, readSettings } from '../settings.ts'
import { StartupRefusal } from '../startupRefusal.ts'
import { verifyVault } from '../vault/verifyVault.ts'
import { withApplication } from './withApplication.ts'

const noKey =
  'Aucune clé ne signe les points de contrôle. Créez-la (openssl genpkey -algorithm ed25519 -out cle-points-de-controle ; chmod 600 cle-points-de-controle) et donnez son chemin par BIENFONDE_CHECKPOINT_KEY_FILE.'
const forked =
  'Le journal ne suit plus le dernier point de contrôle gardé hors de la base : rien n’est signé. Lancez bienfonde verify, qui dit où ; après la restauration d’une copie plus ancienne, rangez d’abord ailleurs le fichier des points de contrôle.'

export interface VerifyOptions {
  /** The file of the checkpoints; that of this installation when none is named. */
  checkpoints: string | undefined
  /** The public key in a file; that of this installation when none is named. */
  key: string | undefined
  /** Tries what is in the vault too. */
  vault: boolean
}

/** Recomputes the chain of the journal, and compares it with what was signed along the way. */
export const verify = ({ checkpoints, key, vault }: VerifyOptions) =>
  withApplication(async ({ database, master, checkpointing }) => {
    const here = checkpointFile(checkpointFolder(readSettings()))
    const file = checkpoints ?? (existsSync(here) && checkpointing ? here : undefined)
    const signer = key ? readPublicKey(key) : checkpointing?.signer.publicKey
    if (file && !signer) throw new StartupRefusal(noKey)
    const notes = file ? notesOf(file) : []
    const forged = notes.filter(note => signer && !isSignedBy(note, signer))
    const { dossiers, lines, breaks, seal } = await verifyJournal(database, notes)
    for (const { fileNumber, dossier, message } of breaks)
      console.log([fileNumber || dossier, message].filter(Boolean).join(' : '))
    for (const { size } of forged)
      console.log(`Le point de contrôle de ${size} lignes n’est pas signé par la clé attendue.`)
    console.log(`${dossiers} dossiers, ${lines} lignes vérifiées, ${breaks.length} ruptures.`)
    console.log(`Sceau : ${seal}`)
    console.log(
      file
        ? `${notes.length} points de contrôle de « ${file} », ${forged.length} sans la signature attendue.`
        : 'Aucun point de contrôle n’est comparé.',
    )
    const altered = vault ? await tellVault(database, master) : 0
    return breaks.length + forged.length + altered > 0 ? 1 : 0
  })

async function tellVault(database: Database, master: Parameters<typeof verifyVault>[1]): Promise<number> {
  const { items, breaks } = await database.snapshot(ask => verifyVault(ask, master))
  for (const { dossier, message } of breaks) console.log(`${dossier} : ${message}`)
  console.log(`${items} éléments du coffre éprouvés, ${breaks.length} dossiers atteints.`)
  return breaks.length
}

function notesOf(file: string): SignedCheckpoint[] {
  const notes = existsSync(file) ? readNotes(readFileSync(file, 'utf8')) : undefined
  if (notes && notes.length > 0) return notes
  throw new StartupRefusal(`Le fichier « ${file} » n’est pas celui de points de contrôle, ou il est vide.`)
}

/** Signs where the journal stands, or prints the public key for whoever verifies. */
export async function checkpoint({ publicKey }: { publicKey: boolean }): Promise<number> {
  return withApplication(async ({ checkpointing }) => {
    if (!checkpointing) throw new StartupRefusal(noKey)
    if (publicKey) {
      process.stdout.write(publicKeyText(checkpointing.signer))
      return 0
    }
    const note = await writeCheckpoint(checkpointing).catch(refuseFork)
    if (!note) {
      console.log('Un autre processus écrit un point de contrôle à l’instant.')
      return 0
    }
    process.stdout.write(note)
    return 0
  })
}

/** Writes the journal for whoever verifies it with other tools, with the checkpoint and the key that go with it. */
export const exportTo = (file: string) =>
  withApplication(async ({ database, checkpointing }) => {
    const note = checkpointing && (await writeCheckpoint(checkpointing).catch(refuseFork))
    await database.snapshot(ask => pipeline(Readable.from(exportJournal(ask)), createWriteStream(file)))
    console.log(`Le journal est écrit dans « ${file} ».`)
    if (!checkpointing || !note) {
      console.log(checkpointing ? 'Un autre processus écrivait un point de contrôle : prenez le sien.' : noKey)
      return 0
    }
    writeFileSync(`${file}.checkpoints`, note)
    writeFileSync(`${file}.pem`, publicKeyText(checkpointing.signer))
    console.log(`À vérifier : python3 ${script} ${file} ${file}.checkpoints ${file}.pem`)
    return 0
  })

const script = join('tools', 'verify_journal.py')

function refuseFork(error: unknown): never {
  throw error instanceof JournalForked ? new StartupRefusal(forked) : error
}
