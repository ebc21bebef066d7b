import { type PlaceLegalHold, placeLegalHold } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La mise en suspens légale, qui interdit l’effacement.' })
export class PlaceLegalHoldInput implements PlaceLegalHold {
  @Field(() => String, { description: 'Référence de l’acte qui la demande ; 200 caractères au plus.' })
  @Text(shortText)
  reference!: string

  @Field(() => String, { description: 'La raison, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string
}

@Resolver()
export class PlaceLegalHoldResolver {
  @Mutation(() => StepOutcome, { description: placeLegalHold.title })
  placeLegalHold(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => PlaceLegalHoldInput, answering) input: PlaceLegalHoldInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(placeLegalHold, dossier, input)
  }
}
