import {
  type ConsultationPurpose,
  type ConsultSector,
  consultSector,
  type LocalDate,
  type MatterId,
  type SectorCode,
} from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { ConsultationPurposeCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'
import { knownSectors } from '../knownSectors.ts'

@InputType({ description: 'Ce qui est demandé à un secteur, sans rien qui identifie la personne.' })
export class ConsultSectorInput implements ConsultSector {
  @Field(() => ID, { description: 'Motif du dossier que l’étape concerne.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => String, { description: 'Code du secteur consulté.' })
  @Text(shortText)
  sector!: SectorCode

  @Field(() => ConsultationPurposeCode, { description: 'Ce qui lui est demandé.' })
  purpose!: ConsultationPurpose

  @Field(() => String, {
    description: 'Les faits tels que le secteur les lira, dépersonnalisés ; 20 000 caractères au plus.',
  })
  @Text(longText)
  statement!: string

  @Field(() => String, { description: 'La question posée, dépersonnalisée ; 20 000 caractères au plus.' })
  @Text(longText)
  question!: string

  @Field(() => LocalDateScalar, { description: 'Jour où la réponse est attendue, pas encore passé.' })
  dueOn!: LocalDate
}

@Resolver()
export class ConsultSectorResolver {
  @Mutation(() => StepOutcome, { description: consultSector.title })
  async consultSector(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => ConsultSectorInput, answering) input: ConsultSectorInput,
    @Ctx() context: Context,
  ) {
    await knownSectors(context, consultSector, { sector: input.sector })
    return context.perform(consultSector, dossier, input)
  }
}
