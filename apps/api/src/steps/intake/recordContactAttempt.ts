import { type LocalDate, type RecordContactAttempt, type ReplyChannel, recordContactAttempt } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { ReplyChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Un essai de joindre la personne.' })
export class RecordContactAttemptInput implements RecordContactAttempt {
  @Field(() => ReplyChannelCode, { description: 'Moyen essayé.' })
  channel!: ReplyChannel

  @Field(() => LocalDateScalar, { description: 'Jour de l’essai, ni avant la réception ni dans l’avenir.' })
  attemptedOn!: LocalDate

  @Field(() => Boolean, { description: 'Vrai si la personne a été jointe.' })
  reached!: boolean

  @Field(() => String, {
    description: 'Ce qui s’est passé, sans rien qui identifie la personne ; 20 000 caractères au plus.',
  })
  @Text(longText)
  note!: string
}

@Resolver()
export class RecordContactAttemptResolver {
  @Mutation(() => StepOutcome, { description: recordContactAttempt.title })
  recordContactAttempt(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RecordContactAttemptInput, answering) input: RecordContactAttemptInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(recordContactAttempt, dossier, input)
  }
}
