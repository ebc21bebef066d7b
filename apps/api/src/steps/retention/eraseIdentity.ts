import { type EraseIdentity, eraseIdentity } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'L’effacement de l’identité : ce que le coffre garde du dossier est détruit, sans retour.' })
export class EraseIdentityInput implements EraseIdentity {
  @Field(() => String, { description: 'Règle du calendrier de conservation appliquée ; 200 caractères au plus.' })
  @Text(shortText)
  schedule!: string

  @Field(() => String, { description: 'La raison, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string
}

@Resolver()
export class EraseIdentityResolver {
  @Mutation(() => StepOutcome, { description: eraseIdentity.title })
  eraseIdentity(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => EraseIdentityInput, answering) input: EraseIdentityInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(eraseIdentity, dossier, input)
  }
}
