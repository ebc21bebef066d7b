import { type DeclareAdmissible, declareAdmissible, type MatterId } from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La recevabilité d’un motif.' })
export class DeclareAdmissibleInput implements DeclareAdmissible {
  @Field(() => ID, { description: 'Motif du dossier que l’étape concerne.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => String, {
    description:
      'Motifs ; requis pour une plainte anonyme qui ne laisse aucun moyen de répondre, libres sinon ; 20 000 caractères au plus.',
  })
  @Text(longText)
  reasons!: string
}

@Resolver()
export class DeclareAdmissibleResolver {
  @Mutation(() => StepOutcome, { description: declareAdmissible.title })
  declareAdmissible(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => DeclareAdmissibleInput, answering) input: DeclareAdmissibleInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(declareAdmissible, dossier, input)
  }
}
