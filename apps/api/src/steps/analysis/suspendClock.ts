import { type LocalDate, type SuspendClock, type SuspensionCause, suspendClock } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { SuspensionCauseCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, Text } from '../../schema/Text.ts'

@InputType({ description: 'L’arrêt du délai de réponse.' })
export class SuspendClockInput implements SuspendClock {
  @Field(() => SuspensionCauseCode, { description: 'Cause de la suspension.' })
  cause!: SuspensionCause

  @Field(() => String, { description: 'La raison, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string

  @Field(() => LocalDateScalar, { description: 'Premier jour qui ne compte pas, pas dans l’avenir.' })
  from!: LocalDate
}

@Resolver()
export class SuspendClockResolver {
  @Mutation(() => StepOutcome, { description: suspendClock.title })
  suspendClock(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => SuspendClockInput, answering) input: SuspendClockInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(suspendClock, dossier, input)
  }
}
