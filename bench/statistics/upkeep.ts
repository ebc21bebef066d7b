import { randomUUID } from 'node:crypto'
import type { Database } from '../../apps/api/dist/database/Database.js'
import { perform } from '../../apps/api/dist/journal/perform.js'
import { readModels } from '../../apps/api/dist/readModels/index.js'
import { statisticsFacts } from '../../apps/api/dist/readModels/statisticsFacts.js'
import { depositOf } from '../../apps/api/dist/vault/deposit.js'
import type { MasterKey } from '../../apps/api/dist/vault/keys.js'
import {
  type Actor,
  acknowledgeReceipt,
  addNote,
  declareAdmissible,
  identityTokens,
  localDateAt,
  type RegisterComplaint,
  registerComplaint,
} from '../../packages/domain/dist/index.js'

const nobody = { names: [], emails: [], telephones: [], postalCodes: [], addresses: [], numbers: [] }

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** A step with the figures kept, beside the same step without: one dossier in two, taken in turn. */
export async function upkeep(
  { database, master }: { database: Database; master: MasterKey },
  say: (...cells: (string | number)[]) => void,
) {
  const { rows } = await database.pool.query("select id from staff where role = 'RESPONSIBLE_OFFICER' limit 1")
  const actor: Actor = { id: rows[0].id, role: 'RESPONSIBLE_OFFICER', sector: null }
  const performer = { database, master, actor, now: () => new Date() }
  const at = readModels.indexOf(statisticsFacts)
  const times = { with: new Map<string, number[]>(), without: new Map<string, number[]>() }
  for (let n = 0; n < 300; n++) {
    const kept = n % 2 === 0
    readModels.splice(at, readModels.includes(statisticsFacts) ? 1 : 0, ...(kept ? [statisticsFacts] : []))
    const id = randomUUID()
    let version = 0
    const step = async (
      name: string,
      work: (dossier: { id: string; expectedVersion: number; idempotencyKey: string }) => Promise<object>,
    ) => {
      const from = performance.now()
      const answer = await work({ id, expectedVersion: version, idempotencyKey: randomUUID() })
      const list = times[kept ? 'with' : 'without']
      if (n >= 20) list.set(name, [...(list.get(name) ?? []), performance.now() - from])
      if (!('version' in answer)) throw new Error(JSON.stringify(answer))
      version = Number(answer.version)
    }
    const words = depositOf('WORDS', 'Ma demande est restée sans réponse.')
    const said = { ...nobody, emails: ['philomene@exemple.test'] }
    const identity = depositOf('IDENTITY', JSON.stringify(said), identityTokens(said))
    const today = localDateAt(new Date())
    const command = (fileNumber: string): RegisterComplaint => ({
      ...{
        fileNumber,
        intakeChannel: 'WEB',
        receivedOn: today,
        anonymous: false,
        replyChannels: ['EMAIL'],
        language: 'FR',
      },
      ...{ identity: identity.ref, words: words.ref },
      matters: [
        {
          ...{
            subject: 'Délai de réponse',
            sector: 'HABITATION',
            service: null,
            concernedStaff: [],
            referralSubject: null,
          },
          statement: 'La demande est restée sans réponse.',
        },
      ],
    })
    await step('registerComplaint', dossier =>
      perform(performer, registerComplaint, dossier, command, { deposits: [identity, words] }),
    )
    await step('acknowledgeReceipt', dossier =>
      perform(performer, acknowledgeReceipt, dossier, {
        channel: 'EMAIL',
        sentOn: today,
        text: 'Nous avons reçu votre plainte.',
      }),
    )
    await step('declareAdmissible', dossier =>
      perform(performer, declareAdmissible, dossier, { matter: 'M1', reasons: 'Rien ne s’y oppose.' }),
    )
    await step('addNote', dossier => perform(performer, addNote, dossier, { text: 'Rappeler demain.' }))
  }
  console.log('\nUn acte, avec et sans les statistiques (ms, médianes)')
  for (const [name, values] of times.with) {
    const [kept, bare] = [median(values), median(times.without.get(name) ?? [])]
    say(name, kept, bare, `× ${(kept / bare).toFixed(2)}`)
  }
}
