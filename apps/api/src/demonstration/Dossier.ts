import {
  type Actor,
  acknowledgeReceipt,
  addBusinessDays,
  type Complaint,
  type Event,
  extendReplyDate,
  informComplainant,
  isPending,
  type LocalDate,
  nextBusinessDay,
  permits,
  type ReplyChannel,
  recordPosting,
  referComplainant,
  replay,
  requestDisclosureConsent,
  requestTransferAuthorization,
  type Step,
} from '@bienfonde/domain'
import { type CommandFor, type ForVault, perform } from '../journal/perform.ts'
import { journalOf } from '../journal/recorded.ts'
import { StepTaken } from '../schema/StepOutcome.ts'
import { type Deposit, depositOf } from '../vault/deposit.ts'
import type { IdentityKind } from '../vault/identityKinds.ts'
import { Chance, idOf } from './chance.ts'
import type { Plan } from './Plan.ts'
import type { Stage } from './Stage.ts'
import type { OutsideTopic, Topic } from './Topic.ts'
import { procedure } from './texts/procedure.ts'

/** What a confirmation answers; a step told again finds its key already used with one. */
const confirmable: readonly string[] = ['IDENTIFYING_PASSAGE', 'KEY_REUSED']

/** The steps by which the person is told something in writing. */
const telling: readonly string[] = [
  acknowledgeReceipt,
  extendReplyDate,
  informComplainant,
  referComplainant,
  requestDisclosureConsent,
  requestTransferAuthorization,
].map(({ title }) => title)

/** The story goes on after today: it has been told as far as it can. */
export class NotYet extends Error {}

/** A matter of the dossier, with its subject. */
export interface PlayedMatter<Subject = Topic> {
  id: string
  topic: Subject
  statement: string
}

/** A dossier of the demonstration, moved from step to step by those who would take them, on the day they would. */
export class Dossier {
  readonly id: string
  readonly chance: Chance
  day: LocalDate
  officer: Actor
  readonly decider: Actor
  channels: ReplyChannel[] = []
  matters: PlayedMatter[] = []
  outside: PlayedMatter<OutsideTopic>[] = []
  #version = 0
  #taken = 0
  #minutes = 0
  #consultations = 0

  constructor(
    readonly stage: Stage,
    readonly plan: Plan,
  ) {
    this.id = idOf('dossier', plan.key)
    this.chance = new Chance('story', plan.key)
    this.day = plan.registeredOn
    const { officers, responsible, deputy } = stage.cast
    this.decider = plan.aboutResponsible ? deputy : responsible
    const preparing = officers.filter(({ id }) => !plan.aboutResponsible || id !== responsible.id)
    this.officer = preparing[plan.officer % preparing.length] ?? this.decider
  }

  /** The channel by which the person is answered. */
  get channel(): ReplyChannel {
    return this.channels[0] ?? 'EMAIL'
  }

  /** Lets some business days pass; the story stops when they lead past yesterday. */
  wait(least: number, most: number): void {
    const days = this.plan.brisk ? least : this.chance.between(least, most)
    const day = addBusinessDays(this.day, days, this.stage.settings.calendar)
    if (day > this.stage.lastDay) throw new NotYet()
    if (day !== this.day) this.#minutes = 0
    this.day = day
  }

  /** The business day so many business days from now, for a due date. */
  later(days: number): LocalDate {
    return nextBusinessDay(addBusinessDays(this.day, days, this.stage.settings.calendar))
  }

  /** The person of a sector who answers for it, or the officer who writes the answer down. */
  answering(sector: string): Actor {
    return this.stage.cast.respondents.find(respondent => respondent.sector === sector) ?? this.officer
  }

  /** Takes a step, as whoever may: the officer of the dossier, or the person who decides. */
  async take<Command extends object, E extends Event>(
    step: Step<Command, E>,
    command: CommandFor<Command>,
    { as, ...forVault }: ForVault & { as?: Actor } = {},
  ): Promise<StepTaken> {
    const { plan, stage } = this
    if (plan.stopBefore === step) throw new NotYet()
    const actor = as ?? (permits(this.officer, step.act) ? this.officer : this.decider)
    this.#taken += 1
    this.#minutes += this.chance.between(3, 17)
    const at = new Date(Date.parse(`${this.day}T14:00:00.000Z`) + this.#minutes * 60_000)
    const attempt = (confirmation: string | null) =>
      perform(
        { database: stage.database, master: stage.master, actor, now: () => at },
        step,
        {
          id: this.id,
          expectedVersion: this.#version,
          idempotencyKey: idOf('step', plan.key, this.#taken),
          confirmation,
        },
        command,
        forVault,
      )
    const first = await attempt(null)
    const answer =
      plan.namesake && !(first instanceof StepTaken) && confirmable.includes(first.code)
        ? await attempt(procedure.namesake)
        : first
    if (!(answer instanceof StepTaken)) {
      const { code, field, passages } = answer
      throw new Error(`${plan.key}, « ${step.title} » : ${code} ${field ?? ''} ${JSON.stringify(passages)}`)
    }
    this.#version = answer.version
    if (telling.includes(step.title)) await this.#posts()
    return answer
  }

  /** What was told by letter is printed and posted that day; the letters of the last day still wait. */
  async #posts(): Promise<void> {
    if (this.day >= this.stage.lastDay) return
    const { dispatches } = await this.complaint()
    for (const { line } of dispatches.filter(isPending)) await this.take(recordPosting, { line, postedOn: this.day })
  }

  /** The name of the consultation that was just asked for. */
  nextConsultation(): string {
    this.#consultations += 1
    return `C${this.#consultations}`
  }

  /** A text for the vault, under a reference that follows from the dossier. */
  sealed(kind: IdentityKind, content: string): Deposit {
    return this.named(depositOf(kind, content))
  }

  /** The same deposit, under a reference that follows from the dossier. */
  named(deposit: Deposit): Deposit {
    return { ...deposit, ref: idOf('vault', this.plan.key, this.#taken, deposit.kind) }
  }

  /** The dossier as its journal tells it at this point of the story, which may be told again. */
  async complaint(): Promise<Complaint> {
    const lines = await journalOf(this.stage.database.ask, this.id)
    return replay(lines.filter(({ seq }) => seq <= this.#version))
  }
}
