import { type ConsultationId, type LocalDate, type RecordSectorReply, recordSectorReply } from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La réponse d’un secteur.' })
export class RecordSectorReplyInput implements RecordSectorReply {
  @Field(() => ID, { description: 'Consultation du dossier.' })
  @Text(shortText)
  consultation!: ConsultationId

  @Field(() => String, { description: 'La réponse, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  reply!: string

  @Field(() => LocalDateScalar, { description: 'Jour de la réponse, ni avant la réception ni dans l’avenir.' })
  repliedOn!: LocalDate
}

@Resolver()
export class RecordSectorReplyResolver {
  @Mutation(() => StepOutcome, { description: recordSectorReply.title })
  recordSectorReply(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RecordSectorReplyInput, answering) input: RecordSectorReplyInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(recordSectorReply, dossier, input)
  }
}
