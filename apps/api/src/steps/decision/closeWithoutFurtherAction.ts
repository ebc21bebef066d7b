import {
  type CloseWithoutFurtherAction,
  closeWithoutFurtherAction,
  type MatterId,
  type WithoutFurtherActionCause,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { WithoutFurtherActionCauseCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Le classement d’un motif dont les faits ne peuvent être connus.' })
export class CloseWithoutFurtherActionInput implements CloseWithoutFurtherAction {
  @Field(() => ID, { description: 'Motif du dossier que l’étape concerne.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => WithoutFurtherActionCauseCode, { description: 'Refus de la permission, ou anonymat.' })
  cause!: WithoutFurtherActionCause

  @Field(() => String, { description: 'Ce qui empêche de connaître les faits ; 20 000 caractères au plus.' })
  @Text(longText)
  facts!: string

  @Field(() => String, {
    description: 'Motifs de la décision, sans rien qui identifie la personne ; 20 000 caractères au plus.',
  })
  @Text(longText)
  reasons!: string
}

@Resolver()
export class CloseWithoutFurtherActionResolver {
  @Mutation(() => StepOutcome, { description: closeWithoutFurtherAction.title })
  closeWithoutFurtherAction(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => CloseWithoutFurtherActionInput, answering) input: CloseWithoutFurtherActionInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(closeWithoutFurtherAction, dossier, input)
  }
}
