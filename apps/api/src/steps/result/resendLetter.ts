import { type ResendLetter, resendLetter } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'

@InputType({ description: 'Une lettre à confier de nouveau au serveur de courriel.' })
export class ResendLetterInput implements ResendLetter {
  @Field(() => Int, { description: 'Rang de la ligne du journal par laquelle la lettre part.' })
  line!: number
}

@Resolver()
export class ResendLetterResolver {
  @Mutation(() => StepOutcome, { description: resendLetter.title })
  resendLetter(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => ResendLetterInput, answering) input: ResendLetterInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(resendLetter, dossier, input)
  }
}
