import { type MatterId, type ReopenComplaint, reopenComplaint } from '@bienfonde/domain'
import { ArrayMaxSize } from 'class-validator'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Les faits nouveaux qui ramènent des motifs à la recevabilité.' })
export class ReopenComplaintInput implements ReopenComplaint {
  @Field(() => [ID], { description: 'Motifs à examiner de nouveau, un au moins.' })
  @ArrayMaxSize(50)
  @Text(shortText, { each: true })
  matters!: MatterId[]

  @Field(() => String, {
    description: 'Les faits nouveaux, sans rien qui identifie la personne ; 20 000 caractères au plus.',
  })
  @Text(longText)
  newFacts!: string
}

@Resolver()
export class ReopenComplaintResolver {
  @Mutation(() => StepOutcome, { description: reopenComplaint.title })
  reopenComplaint(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => ReopenComplaintInput, answering) input: ReopenComplaintInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(reopenComplaint, dossier, input)
  }
}
