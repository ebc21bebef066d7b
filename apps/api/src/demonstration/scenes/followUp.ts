import {
  answerRecommendation,
  closeRecommendation,
  type Recommendation,
  type RecommendationAnswer,
  recordImplementation,
} from '@bienfonde/domain'
import type { Dossier } from '../Dossier.ts'
import { procedure } from '../texts/procedure.ts'

/** Each recommendation goes its way: answered, carried out and closed, or left waiting. */
export async function followsUp(dossier: Dossier): Promise<void> {
  for (const recommendation of (await dossier.complaint()).recommendations) await follows(dossier, recommendation)
}

async function follows(dossier: Dossier, { id: recommendation, sector }: Recommendation): Promise<void> {
  const { chance, plan } = dossier
  const as = dossier.answering(sector)
  const forgotten = !plan.stopBefore && chance.happens(0.05)
  if (forgotten) return
  dossier.wait(3, 20)
  const held = plan.stopBefore === recordImplementation || plan.stopBefore === closeRecommendation
  const answer = chance.weighted<RecommendationAnswer>([
    ['ACCEPTED', 8],
    ['PARTLY_ACCEPTED', 2],
    ['REFUSED', held ? 0 : 1],
  ])
  const dueOn = answer === 'REFUSED' ? null : dossier.later(chance.between(10, 50))
  await dossier.take(
    answerRecommendation,
    { recommendation, answer, plan: chance.pick(procedure.plans[answer]), dueOn },
    { as },
  )
  if (answer !== 'REFUSED') {
    if (!held && chance.happens(0.12)) return
    dossier.wait(8, 55)
    const evidence = chance.pick(procedure.evidence)
    await dossier.take(recordImplementation, { recommendation, evidence, implementedOn: dossier.day }, { as })
  }
  if (!held && chance.happens(0.1)) return
  dossier.wait(1, 10)
  const reason = answer === 'REFUSED' ? procedure.followedUp.refused : procedure.followedUp.done
  await dossier.take(closeRecommendation, { recommendation, reason })
}
