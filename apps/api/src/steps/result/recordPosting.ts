import { type LocalDate, type RecordPosting, recordPosting } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'

@InputType({ description: 'Une lettre imprimée et postée.' })
export class RecordPostingInput implements RecordPosting {
  @Field(() => Int, { description: 'Rang de la ligne du journal par laquelle la lettre part.' })
  line!: number

  @Field(() => LocalDateScalar, { description: 'Jour de l’envoi, ni avant la lettre ni dans l’avenir.' })
  postedOn!: LocalDate
}

@Resolver()
export class RecordPostingResolver {
  @Mutation(() => StepOutcome, { description: recordPosting.title })
  recordPosting(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RecordPostingInput, answering) input: RecordPostingInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(recordPosting, dossier, input)
  }
}
