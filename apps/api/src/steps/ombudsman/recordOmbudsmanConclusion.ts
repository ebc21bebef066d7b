import {
  type EscalationId,
  type LocalDate,
  type RecordOmbudsmanConclusion,
  recordOmbudsmanConclusion,
} from '@bienfonde/domain'
import { ArrayMaxSize } from 'class-validator'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La conclusion du Protecteur du citoyen.' })
export class RecordOmbudsmanConclusionInput implements RecordOmbudsmanConclusion {
  @Field(() => ID, { description: 'Recours consigné au dossier.' })
  @Text(shortText)
  escalation!: EscalationId

  @Field(() => LocalDateScalar, {
    description: 'Jour de la conclusion, ni avant la réception de la plainte ni dans l’avenir.',
  })
  receivedOn!: LocalDate

  @Field(() => String, {
    description: 'La conclusion, sans rien qui identifie la personne ; 20 000 caractères au plus.',
  })
  @Text(longText)
  conclusion!: string

  @Field(() => [String], { description: 'Recommandations faites au Ministère ; 50 au plus.' })
  @ArrayMaxSize(50)
  @Text(longText, { each: true })
  recommendations!: string[]
}

@Resolver()
export class RecordOmbudsmanConclusionResolver {
  @Mutation(() => StepOutcome, { description: recordOmbudsmanConclusion.title })
  recordOmbudsmanConclusion(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RecordOmbudsmanConclusionInput, answering) input: RecordOmbudsmanConclusionInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(recordOmbudsmanConclusion, dossier, input)
  }
}
