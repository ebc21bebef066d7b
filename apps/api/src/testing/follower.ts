import { randomUUID } from 'node:crypto'
import { type Complaint, type EventType, replay, type StepName } from '@bienfonde/domain'
import { journalOf } from '../journal/recorded.ts'
import type { StepRefused, StepTaken } from '../schema/StepOutcome.ts'
import type { Answer, application } from './application.ts'

type Application = Awaited<ReturnType<typeof application>>
type Outcome = StepRefused & StepTaken & { __typename: 'StepTaken' | 'StepRefused' }

const mutationOf = (
  step: StepName,
) => `mutation ($dossier: DossierRef!, $input: ${step.charAt(0).toUpperCase()}${step.slice(1)}Input!) {
  ${step}(dossier: $dossier, input: $input) {
    __typename
    ... on StepTaken { id fileNumber version lines opening }
    ... on StepRefused { code message field passages { start end kind known } }
  }
}`

const reread = `query ($dossier: ID!, $step: LetterStepInput!) {
  letterPreview(dossier: $dossier, step: $step) { ... on LetterPreview { digest } }
}`

/** The people of a ministry in their browsers; each signs in once. */
export function people(app: Application) {
  const browsers = new Map<string, ReturnType<Application['signedIn']>>()
  return (email: string) => {
    const browser = browsers.get(email) ?? app.signedIn(email)
    browsers.set(email, browser)
    return browser
  }
}

/** A dossier followed through the real endpoint: each step is sent under the version that the last one left. */
export function follower(app: Application, browserOf: ReturnType<typeof people>) {
  const id = randomUUID()
  let version = 0

  /** The digest of the letter that the step would make leave, as whoever takes it reads it again. */
  async function digestSeen(email: string, step: StepName, input: object): Promise<string | null> {
    const browser = await browserOf(email)
    const answer = await browser.ask<{ letterPreview: { digest?: string } }>(reread, {
      dossier: id,
      step: { [step]: input },
    })
    return answer.data?.letterPreview?.digest ?? null
  }

  const send = async (email: string, step: StepName, input: object, dossier: object = {}) => {
    const browser = await browserOf(email)
    const letterSeen = step === 'informComplainant' ? await digestSeen(email, step, input) : null
    const reference = { id, expectedVersion: version, idempotencyKey: randomUUID(), letterSeen, ...dossier }
    return (await browser.ask(mutationOf(step), { dossier: reference, input })) as Answer<Record<string, Outcome>>
  }

  /** Sends a step and gives its typed outcome, refused or not. */
  async function attempt(email: string, step: StepName, input: object, dossier: object = {}): Promise<Outcome> {
    const answer = await send(email, step, input, dossier)
    const outcome = answer.data?.[step]
    if (!outcome) throw new Error(`${step}: ${answer.text}`)
    if (outcome.__typename === 'StepTaken') version = outcome.version
    return outcome
  }

  return {
    id,
    send,
    attempt,
    digestSeen,
    /** Sends a step that must be taken. */
    async take(email: string, step: StepName, input: object, dossier: object = {}): Promise<StepTaken> {
      const outcome = await attempt(email, step, input, dossier)
      if (outcome.__typename !== 'StepTaken')
        throw new Error(`${step}: ${outcome.code} ${outcome.field} ${outcome.message}`)
      return outcome
    },
    /** The dossier as its journal tells it. */
    complaint: async (): Promise<Complaint> => replay(await journalOf(app.database.ask, id)),
    /** Each act found in the journal, with who did it. */
    async acts(): Promise<[EventType, string][]> {
      const { rows } = await app.database.pool.query(
        `select j.type, s.email from journal j join staff s on s.id::text = j.actor_id
         where j.dossier_id = $1 order by j.seq`,
        [id],
      )
      return rows.map(({ type, email }) => [type, email.split('@')[0]])
    },
  }
}
