import {
  type AssessMerits,
  assessMerits,
  type Criterion,
  type CriterionAnswer,
  type MatterId,
  type Prejudice,
  type RepresentativeError,
} from '@bienfonde/domain'
import { ArrayMaxSize, ValidateNested } from 'class-validator'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { CriterionCode, PrejudiceCode, RepresentativeErrorCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La réponse à un critère d’appréciation.' })
export class CriterionAnswerInput implements CriterionAnswer {
  @Field(() => CriterionCode, { description: 'Critère.' })
  criterion!: Criterion

  @Field(() => Boolean, { description: 'Vrai si le critère est retenu.' })
  met!: boolean

  @Field(() => String, { description: 'Pourquoi le critère est retenu ou non ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string

  @Field(() => String, {
    nullable: true,
    description: 'Norme de service ; requise si BELOW_SERVICE_STANDARD est retenu ; 20 000 caractères au plus.',
  })
  @Text(longText)
  standard?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Écart avec la norme ; requis si BELOW_SERVICE_STANDARD est retenu ; 20 000 caractères au plus.',
  })
  @Text(longText)
  gap?: string | null

  @Field(() => RepresentativeErrorCode, {
    nullable: true,
    description: 'Genre d’erreur ; requis si REPRESENTATIVE_ERROR est retenu.',
  })
  errorKind?: RepresentativeError | null

  @Field(() => String, {
    nullable: true,
    description: 'Règle contredite ; requise si MANIFEST_RULE_DISCREPANCY est retenu ; 20 000 caractères au plus.',
  })
  @Text(longText)
  rule?: string | null
}

@InputType({ description: 'L’appréciation d’un motif. Le résultat en découle : personne ne le saisit.' })
export class AssessMeritsInput implements AssessMerits {
  @Field(() => ID, { description: 'Motif du dossier que l’étape concerne.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => [CriterionAnswerInput], { description: 'Une réponse pour chaque critère de l’édition en vigueur.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  criteria!: CriterionAnswerInput[]

  @Field(() => PrejudiceCode, {
    nullable: true,
    description: 'Qui a subi un préjudice ; requis. Sans préjudice, le motif est non fondé.',
  })
  prejudice?: Prejudice | null

  @Field(() => String, { description: 'Ce qui établit le préjudice, ou son absence ; 20 000 caractères au plus.' })
  @Text(longText)
  prejudiceReason!: string

  @Field(() => String, {
    description: 'Motifs de la décision, sans rien qui identifie la personne ; 20 000 caractères au plus.',
  })
  @Text(longText)
  reasons!: string
}

@Resolver()
export class AssessMeritsResolver {
  @Mutation(() => StepOutcome, { description: assessMerits.title })
  assessMerits(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => AssessMeritsInput, answering) input: AssessMeritsInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(assessMerits, dossier, input)
  }
}
