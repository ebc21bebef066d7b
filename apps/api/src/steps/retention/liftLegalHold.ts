import { type LiftLegalHold, liftLegalHold } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La fin de la mise en suspens légale.' })
export class LiftLegalHoldInput implements LiftLegalHold {
  @Field(() => String, { description: 'La raison, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string
}

@Resolver()
export class LiftLegalHoldResolver {
  @Mutation(() => StepOutcome, { description: liftLegalHold.title })
  liftLegalHold(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => LiftLegalHoldInput, answering) input: LiftLegalHoldInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(liftLegalHold, dossier, input)
  }
}
