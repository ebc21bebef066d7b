import type { Database } from '../database/Database.ts'
import { type Ask, statement } from '../database/statement.ts'
import { StartupRefusal } from '../startupRefusal.ts'
import { keyAdvice } from './keyFile.ts'
import { decrypt, encrypt, firstMark, MasterKey } from './keys.ts'

/** What the database keeps of a master key: a check that tells it, and the marking key under it. */
interface Epoch {
  epoch: number
  sealed: Buffer
  mark: Buffer | null
  rotated: boolean
}

const findEpochs = statement(
  'vault_epochs',
  'select epoch, sealed, mark, rotated_at is not null as rotated from vault_epoch order by epoch',
)
const addEpoch = statement(
  'vault_epoch_add',
  `insert into vault_epoch (epoch, sealed, mark, rotated_at) values ($1, $2, $3, case when $1 = 1 then now() end)
   on conflict do nothing`,
)
const endRotation = statement('vault_epoch_rotated', 'update vault_epoch set rotated_at = now() where epoch = $1')
const checkPlace = 'vault_check|sealed'
const markPlace = (epoch: number) => `vault_epoch|mark|${epoch}`
const check = Buffer.from('bienfonde')

const opens = (key: Buffer, { sealed }: Epoch): boolean => {
  try {
    return decrypt(key, sealed, checkPlace).equals(check)
  } catch {
    return false
  }
}

/**
 * The master key of a database, from the keys that this process was given: the one in use and, during a rotation, the
 * next one. Refuses a key other than those this database knows, and an old key left out before everything is rewrapped.
 */
export async function openMasterKey(
  { ask }: Pick<Database, 'ask'>,
  current: Buffer,
  next?: Buffer,
): Promise<MasterKey> {
  if ((await ask(findEpochs)).length === 0) await ask(addEpoch, [1, encrypt(current, check, checkPlace), null])
  const known = await ask<Epoch>(findEpochs)
  const heldOf = (epochs: Epoch[]) =>
    epochs.flatMap(each => {
      const key = [current, next].find(key => key && opens(key, each))
      return key ? [{ ...each, key }] : []
    })
  const held = heldOf(known)
  if (!held.some(({ key }) => key === current)) throw new StartupRefusal(`${otherKey} ${keyAdvice}`)
  const mark = markFrom(held)
  if (next && !held.some(({ key }) => key === next)) {
    const newest = known.at(-1)
    if (!newest?.rotated || !held.some(({ epoch }) => epoch === newest.epoch)) throw new StartupRefusal(otherRotation)
    const epoch = newest.epoch + 1
    await ask(addEpoch, [epoch, encrypt(next, check, checkPlace), encrypt(next, mark, markPlace(epoch))])
    return openMasterKey({ ask }, current, next)
  }
  const lacking = known.filter(({ epoch }) => !held.some(each => each.epoch === epoch))
  // Everything was rewrapped once under the last epoch whose rotation ended: only what is older can be left out.
  const settled = known.findLast(({ rotated }) => rotated)?.epoch ?? 1
  if (lacking.some(({ epoch }) => epoch >= settled))
    throw new StartupRefusal(lacking.some(each => each === known.at(-1)) ? newerKey : unfinished)
  return new MasterKey(current, held.toReversed(), mark)
}

/** The marking key never changes: it comes from the first master key, and goes wrapped from each to the next. */
function markFrom(held: (Epoch & { key: Buffer })[]): Buffer {
  const [oldest] = held
  if (!oldest) throw new StartupRefusal(otherKey)
  return oldest.mark ? decrypt(oldest.key, oldest.mark, markPlace(oldest.epoch)) : firstMark(oldest.key)
}

/** Whether a database already has a master key: then a missing file must not be replaced by a new one. */
export const hasMasterKey = async ({ ask }: Pick<Database, 'ask'>): Promise<boolean> =>
  (await ask(findEpochs)).length > 0

/** Says that nothing is left under an older key, which can then be taken away. */
export async function rotationEnded(ask: Ask, epoch: number): Promise<void> {
  await ask(endRotation, [epoch])
}

const otherKey = 'La clé maîtresse n’est pas celle de cette base de données.'
const otherRotation =
  'Une rotation vers une autre clé maîtresse est en cours. Terminez-la avec cette clé (bienfonde rotate-keys) avant d’en commencer une autre.'
const newerKey =
  'Cette base a une clé maîtresse plus récente que celle-ci. Donnez son fichier par BIENFONDE_MASTER_KEY_NEXT_FILE tant que la rotation dure, puis par BIENFONDE_MASTER_KEY_FILE.'
const unfinished =
  'La rotation de la clé maîtresse n’est pas terminée : il reste des clés sous l’ancienne. Remettez l’ancienne dans BIENFONDE_MASTER_KEY_FILE et la nouvelle dans BIENFONDE_MASTER_KEY_NEXT_FILE, puis lancez bienfonde rotate-keys.'
