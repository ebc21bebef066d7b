import {
  type AssessMerits,
  assessMerits,
  assessmentCriteria,
  closeWithoutFurtherAction,
  formulateRecommendation,
  suggestImprovement,
  type WithoutFurtherActionCause,
} from '@bienfonde/domain'
import type { Dossier, PlayedMatter } from '../Dossier.ts'
import { notMet, procedure } from '../texts/procedure.ts'

/** An answer to every criterion: those that the subject meets, or none. */
function answersFor(dossier: Dossier, { topic }: PlayedMatter, founded: boolean): AssessMerits['criteria'] {
  const met = founded ? topic.met.slice(0, dossier.chance.between(1, topic.met.length)) : []
  return assessmentCriteria.map(({ code: criterion }) => {
    const answer = met.find(each => each.criterion === criterion)
    return answer ? { ...answer, met: true } : { criterion, met: false, reason: notMet[criterion] }
  })
}

/** The matter is found founded, for the person or for a group that they belong to. */
export async function findsFounded(dossier: Dossier, matter: PlayedMatter): Promise<void> {
  await dossier.take(assessMerits, {
    matter: matter.id,
    criteria: answersFor(dossier, matter, true),
    prejudice: dossier.chance.happens(0.8) ? 'SELF' : 'GROUP_INCLUDING_SELF',
    prejudiceReason: matter.topic.prejudice,
    reasons: dossier.chance.pick(matter.topic.founded),
  })
}

/** The matter is found unfounded: no criterion met, or no prejudice to anyone; a lead may follow. */
export async function findsUnfounded(dossier: Dossier, matter: PlayedMatter): Promise<void> {
  const { chance } = dossier
  const { id, topic } = matter
  const harmless = chance.happens(0.4)
  await dossier.take(assessMerits, {
    matter: id,
    criteria: answersFor(dossier, matter, harmless && chance.happens(0.4)),
    prejudice: harmless ? 'NONE' : 'SELF',
    prejudiceReason: harmless ? procedure.noPrejudice : topic.prejudice,
    reasons: chance.pick(topic.unfounded),
  })
  if (chance.happens(0.3))
    await dossier.take(suggestImprovement, { matter: id, sector: topic.sector, text: topic.improvement })
}

/** One recommendation, or two, to the sector of a founded matter. */
export async function recommends(dossier: Dossier, { id, topic }: PlayedMatter): Promise<void> {
  const { chance } = dossier
  const texts = chance.happens(0.25) ? topic.recommendations : [chance.pick(topic.recommendations)]
  for (const text of texts) {
    const dueOn = chance.happens(0.85) ? dossier.later(chance.between(15, 60)) : null
    await dossier.take(formulateRecommendation, { matter: id, sector: topic.sector, text, dueOn })
  }
}

/** The facts of a matter cannot be known. */
export async function closesWithoutFurtherAction(
  dossier: Dossier,
  { id }: PlayedMatter,
  cause: WithoutFurtherActionCause,
): Promise<void> {
  const { unknowable, reasons } = cause === 'ANONYMITY' ? procedure.anonymous : procedure.consent
  await dossier.take(closeWithoutFurtherAction, { matter: id, cause, facts: unknowable, reasons })
}
