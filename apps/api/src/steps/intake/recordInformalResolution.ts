import {
  type LocalDate,
  type RecordInformalResolution,
  recordInformalResolution,
  type SectorCode,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'
import { knownSectors } from '../knownSectors.ts'

@InputType({ description: 'Une entente entre la personne et un secteur.' })
export class RecordInformalResolutionInput implements RecordInformalResolution {
  @Field(() => String, { description: 'Code du secteur dont la ou le gestionnaire a convenu de l’entente.' })
  @Text(shortText)
  sector!: SectorCode

  @Field(() => String, { description: 'L’entente, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  agreement!: string

  @Field(() => LocalDateScalar, { description: 'Jour de l’entente, ni avant la réception ni dans l’avenir.' })
  agreedOn!: LocalDate
}

@Resolver()
export class RecordInformalResolutionResolver {
  @Mutation(() => StepOutcome, { description: recordInformalResolution.title })
  async recordInformalResolution(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RecordInformalResolutionInput, answering) input: RecordInformalResolutionInput,
    @Ctx() context: Context,
  ) {
    await knownSectors(context, recordInformalResolution, { sector: input.sector })
    return context.perform(recordInformalResolution, dossier, input)
  }
}
