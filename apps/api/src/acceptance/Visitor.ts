import { randomUUID } from 'node:crypto'
import {
  type Complaint,
  defaultSettings,
  type LocalDate,
  type Recorded,
  replay,
  type Settings,
  type StepName,
  steps,
} from '@bienfonde/domain'

/** What the application answers to a step. */
interface Outcome {
  __typename: 'StepTaken' | 'StepRefused'
  version: number
  code: string
  field: string | null
  message: string
}

const mutationOf = (step: StepName) =>
  `mutation ($dossier: DossierRef!, $input: ${step.charAt(0).toUpperCase()}${step.slice(1)}Input!) {
    ${step}(dossier: $dossier, input: $input) {
      __typename
      ... on StepTaken { version }
      ... on StepRefused { code message field }
    }
  }`

const reread = `query ($dossier: ID!, $step: LetterStepInput!) {
  letterPreview(dossier: $dossier, step: $step) { ... on LetterPreview { digest } }
}`
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`
const dossierQuery = `query ($id: ID!) {
  dossier(id: $id) { today settings journal { seq at on by role confirmation event } }
}`

/** A person in their browser: signed in, and known by their cookie. */
export class Visitor {
  #cookie = ''

  private constructor(readonly address: string) {}

  static async signedIn(address: string, email: string, password: string): Promise<Visitor> {
    const visitor = new Visitor(address)
    const { signIn: answer } = await visitor.ask<{ signIn: { __typename: string } }>(signIn, {
      input: { email, password },
    })
    if (answer.__typename !== 'SignInAccepted') throw new Error(`${email} : l’accès est refusé.`)
    return visitor
  }

  async ask<Data>(query: string, variables: object): Promise<Data> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.#cookie && { cookie: this.#cookie }) },
      body: JSON.stringify({ query, variables }),
    })
    this.#cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? this.#cookie
    const { data, errors } = (await response.json()) as { data?: Data; errors?: object[] }
    if (errors || !data) throw new Error(JSON.stringify(errors))
    return data
  }
}

/** The people who play a scenario. */
export interface Company {
  officer: Visitor
  responsible: Visitor
  /** Answers for the sector of every matter. */
  respondent: Visitor
}

/** The dossier of a scenario, moved through the endpoint alone. */
export class Followed {
  readonly id = randomUUID()
  readonly played: StepName[] = []
  /** Steps for which a passage had to be confirmed. */
  confirmed = 0
  #version = 0

  constructor(readonly company: Company) {}

  /** Sends a step that must be taken; a passage that looks identifying is confirmed with a reason, and counted. */
  async take(who: keyof Company, step: StepName, input: object): Promise<void> {
    let outcome = await this.#send(who, step, input, null)
    if (outcome.code === 'IDENTIFYING_PASSAGE') {
      this.confirmed += 1
      outcome = await this.#send(who, step, input, 'Le passage ne désigne pas la personne.')
    }
    if (outcome.__typename !== 'StepTaken')
      throw new Error(
        `« ${steps[step].title} » est refusée : ${outcome.message} (${outcome.code} ${outcome.field ?? ''})`,
      )
    this.#version = outcome.version
    this.played.push(step)
  }

  async #send(who: keyof Company, step: StepName, input: object, confirmation: string | null): Promise<Outcome> {
    const letterSeen = step === 'informComplainant' ? await this.#reread(who, step, input) : null
    const dossier = {
      id: this.id,
      expectedVersion: this.#version,
      idempotencyKey: randomUUID(),
      confirmation,
      letterSeen,
    }
    const answer = await this.company[who].ask<Record<string, Outcome>>(mutationOf(step), { dossier, input })
    const outcome = answer[step]
    if (!outcome) throw new Error(`« ${steps[step].title} » reste sans réponse.`)
    return outcome
  }

  /** The letter is read again as it will leave; its digest goes with the step. */
  async #reread(who: keyof Company, step: StepName, input: object): Promise<string | undefined> {
    const { letterPreview } = await this.company[who].ask<{ letterPreview: { digest?: string } }>(reread, {
      dossier: this.id,
      step: { [step]: input },
    })
    return letterPreview.digest
  }

  /** The dossier as the responsible officer reads it, with its journal. */
  async read(): Promise<{ complaint: Complaint; lines: Recorded[]; settings: Settings; today: LocalDate }> {
    const { dossier } = await this.company.responsible.ask<{
      dossier: { today: LocalDate; settings: Partial<Settings>; journal: Recorded[] } | null
    }>(dossierQuery, { id: this.id })
    if (!dossier) throw new Error('Le dossier ne se lit pas.')
    const { journal, settings, today } = dossier
    return { complaint: replay(journal), lines: journal, settings: { ...defaultSettings, ...settings }, today }
  }
}
