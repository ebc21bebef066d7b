import {
  type LocalDate,
  type RecommendationId,
  type RecordImplementation,
  recordImplementation,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La mise en œuvre d’une recommandation acceptée.' })
export class RecordImplementationInput implements RecordImplementation {
  @Field(() => ID, { description: 'Recommandation du dossier.' })
  @Text(shortText)
  recommendation!: RecommendationId

  @Field(() => String, { description: 'Preuve de la mise en œuvre ; 20 000 caractères au plus.' })
  @Text(longText)
  evidence!: string

  @Field(() => LocalDateScalar, { description: 'Jour de la mise en œuvre, ni avant la réception ni dans l’avenir.' })
  implementedOn!: LocalDate
}

@Resolver()
export class RecordImplementationResolver {
  @Mutation(() => StepOutcome, { description: recordImplementation.title })
  recordImplementation(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RecordImplementationInput, answering) input: RecordImplementationInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(recordImplementation, dossier, input)
  }
}
