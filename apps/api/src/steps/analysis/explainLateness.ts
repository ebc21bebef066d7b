import {
  type ExplainLateness,
  explainLateness,
  type LatenessCause,
  latenessCauses,
  type OwedMilestone,
  owedMilestones,
  type SectorCode,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { codesOf } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'
import { knownSectors } from '../knownSectors.ts'

const OwedMilestoneCode = codesOf('OwedMilestoneCode', 'Ce que le Ministère doit à un jour dit.', owedMilestones)
const LatenessCauseCode = codesOf('LatenessCauseCode', 'Pourquoi une date n’a pas été tenue.', latenessCauses)

@InputType({ description: 'Pourquoi une date n’a pas été tenue.' })
export class ExplainLatenessInput implements ExplainLateness {
  @Field(() => OwedMilestoneCode, { description: 'Ce qui est venu, ou viendra, en retard.' })
  milestone!: OwedMilestone

  @Field(() => LatenessCauseCode, { description: 'La cause du retard.' })
  cause!: LatenessCause

  @Field(() => String, {
    nullable: true,
    description: 'Code du secteur d’où vient le retard, s’il vient d’un secteur.',
  })
  @Text(shortText)
  sector?: SectorCode | null

  @Field(() => String, { description: 'La raison, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string
}

@Resolver()
export class ExplainLatenessResolver {
  @Mutation(() => StepOutcome, { description: explainLateness.title })
  async explainLateness(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => ExplainLatenessInput, answering) input: ExplainLatenessInput,
    @Ctx() context: Context,
  ) {
    await knownSectors(context, explainLateness, { sector: input.sector })
    return context.perform(explainLateness, dossier, input)
  }
}
