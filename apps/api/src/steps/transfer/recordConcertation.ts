import { type LocalDate, type MatterId, type RecordConcertation, recordConcertation } from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Ce que l’organisme a dit de sa compétence.' })
export class RecordConcertationInput implements RecordConcertation {
  @Field(() => ID, { description: 'Motif du dossier que l’étape concerne.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => Boolean, {
    description: 'Vrai si l’organisme reconnaît le motif comme le sien ; sinon, le motif revient à la recevabilité.',
  })
  accepts!: boolean

  @Field(() => LocalDateScalar, { description: 'Jour de la concertation, ni avant la réception ni dans l’avenir.' })
  heldOn!: LocalDate

  @Field(() => String, {
    description: 'Résumé de la concertation, sans rien qui identifie la personne ; 20 000 caractères au plus.',
  })
  @Text(longText)
  summary!: string
}

@Resolver()
export class RecordConcertationResolver {
  @Mutation(() => StepOutcome, { description: recordConcertation.title })
  recordConcertation(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RecordConcertationInput, answering) input: RecordConcertationInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(recordConcertation, dossier, input)
  }
}
