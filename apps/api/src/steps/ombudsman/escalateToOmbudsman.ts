import {
  type EscalateToOmbudsman,
  type EscalationInitiator,
  escalateToOmbudsman,
  type LocalDate,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { EscalationInitiatorCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Un recours au Protecteur du citoyen.' })
export class EscalateToOmbudsmanInput implements EscalateToOmbudsman {
  @Field(() => EscalationInitiatorCode, { description: 'Qui s’est adressé au Protecteur du citoyen.' })
  initiatedBy!: EscalationInitiator

  @Field(() => LocalDateScalar, { description: 'Jour du recours, ni avant la réception ni dans l’avenir.' })
  escalatedOn!: LocalDate

  @Field(() => String, {
    nullable: true,
    description: 'Numéro du dossier chez le Protecteur du citoyen ; 200 caractères au plus.',
  })
  @Text(shortText)
  ombudsmanFileNumber?: string | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Jour où la personne a consenti à ce que son identité soit transmise, s’il y a lieu.',
  })
  consentGivenOn?: LocalDate | null

  @Field(() => String, { description: 'La raison, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string
}

@Resolver()
export class EscalateToOmbudsmanResolver {
  @Mutation(() => StepOutcome, { description: escalateToOmbudsman.title })
  escalateToOmbudsman(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => EscalateToOmbudsmanInput, answering) input: EscalateToOmbudsmanInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(escalateToOmbudsman, dossier, input)
  }
}
