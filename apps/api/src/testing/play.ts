import { randomUUID } from 'node:crypto'
import {
  type Actor,
  type Complaint,
  declareAdmissible,
  defaultSettings,
  type Event,
  identityTokens,
  informComplainant,
  type LocalDate,
  type MatterContent,
  proposedNotice,
  type RegisterComplaint,
  registerComplaint,
  replay,
  type Step,
} from '@bienfonde/domain'
import { type CommandFor, type ForVault, perform } from '../journal/perform.ts'
import { journalOf } from '../journal/recorded.ts'
import { StepRefused } from '../schema/StepOutcome.ts'
import { depositOf } from '../vault/deposit.ts'
import type { Identity } from '../vault/identity.ts'
import type { application } from './application.ts'

type App = Pick<Awaited<ReturnType<typeof application>>, 'database' | 'master'>

/** Whom a played complaint is from: what only the vault may keep. */
export interface Person {
  name: string
  email: string
  words: string
}

const unsaid: Identity = {
  givenName: null,
  familyName: null,
  organisation: null,
  email: null,
  telephone: null,
  street: null,
  city: null,
  postalCode: null,
  numbers: [],
}

const invented: Person = {
  name: 'Philomène Castonguay',
  email: 'philomene.castonguay@exemple.test',
  words: 'Je soussignée Philomène Castonguay attends depuis l’automne.',
}

/** Plays the process on real dossiers: each step on its day, each refusal an error. */
export function play({ database, master }: App, actor: Actor) {
  const versions = new Map<string, number>()

  async function step<Command extends object, E extends Event>(
    id: string,
    on: LocalDate,
    taken: Step<Command, E>,
    command: CommandFor<Command>,
    { by = actor, confirmation = null, ...forVault }: ForVault & { by?: Actor; confirmation?: string | null } = {},
  ) {
    const performer = { database, master, actor: by, now: () => new Date(`${on}T14:00:00Z`) }
    const dossier = { id, expectedVersion: versions.get(id) ?? 0, idempotencyKey: randomUUID(), confirmation }
    const answer = await perform(performer, taken, dossier, command, forVault)
    if (answer instanceof StepRefused)
      throw new Error(`${taken.title} : ${answer.code} ${answer.field} ${JSON.stringify(answer.passages)}`)
    versions.set(id, answer.version)
    return answer
  }

  const complaint = async (id: string): Promise<Complaint> => replay(await journalOf(database.ask, id))

  return {
    step,
    complaint,
    /** Registers a complaint on the day it is received, with its identity and words in the vault. */
    async register(
      id: string,
      on: LocalDate,
      matters: (Pick<MatterContent, 'subject' | 'sector' | 'statement'> & Partial<MatterContent>)[],
      {
        person = invented,
        confirmation,
        ...more
      }: Partial<RegisterComplaint> & { person?: Person; confirmation?: string } = {},
    ) {
      const { name: familyName, email } = person
      const said = { ...unsaid, familyName, email }
      const identity = depositOf('IDENTITY', JSON.stringify(said), tokensOf(person))
      identity.ref = refOf(id, 1)
      const words = depositOf('WORDS', person.words)
      words.ref = refOf(id, 2)
      const anonymous = more.anonymous ?? false
      const command = (fileNumber: string): RegisterComplaint => ({
        fileNumber,
        intakeChannel: 'WEB',
        receivedOn: on,
        anonymous,
        replyChannels: anonymous ? [] : ['EMAIL'],
        language: 'FR',
        identity: anonymous ? null : identity.ref,
        words: words.ref,
        matters: matters.map(matter => ({ service: null, concernedStaff: [], referralSubject: null, ...matter })),
        ...more,
      })
      await step(id, on, registerComplaint, command, {
        deposits: anonymous ? [words] : [identity, words],
        confirmation: confirmation ?? null,
      })
    },
    admit: (id: string, on: LocalDate, matter = 'M1') =>
      step(id, on, declareAdmissible, { matter, reasons: 'Rien ne s’y oppose.' }),
    /** Gives the notice that the domain proposes, which closes the dossier. */
    async inform(id: string, on: LocalDate) {
      const text = proposedNotice(await complaint(id), defaultSettings)
      await step(id, on, informComplainant, {
        channel: 'EMAIL',
        sentOn: on,
        text,
        noRecommendationReason: 'Le correctif est déjà en place.',
      })
    },
  }
}

const tokensOf = ({ name, email }: Person) =>
  identityTokens({ names: [name], emails: [email], telephones: [], postalCodes: [], addresses: [], numbers: [] })

/** A reference to the vault that follows from the dossier: two worlds that are played alike name their things alike. */
const refOf = (dossier: string, n: number): string => dossier.replace(/^........-..../, `0000000${n}-0000`)

/** The n-th of as many fixed identifiers as a trial needs. */
export const fixedId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const responsible: Actor = { id: fixedId(900), role: 'RESPONSIBLE_OFFICER', sector: null }
