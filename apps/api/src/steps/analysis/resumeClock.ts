import { type LocalDate, type ResumeClock, resumeClock } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La reprise du délai de réponse.' })
export class ResumeClockInput implements ResumeClock {
  @Field(() => LocalDateScalar, {
    description: 'Premier jour qui compte de nouveau, ni avant l’arrêt ni dans l’avenir.',
  })
  to!: LocalDate

  @Field(() => String, { description: 'La raison, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string
}

@Resolver()
export class ResumeClockResolver {
  @Mutation(() => StepOutcome, { description: resumeClock.title })
  resumeClock(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => ResumeClockInput, answering) input: ResumeClockInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(resumeClock, dossier, input)
  }
}
