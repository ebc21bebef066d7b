import {
  type CitedGround,
  type DeclareInadmissible,
  declareInadmissible,
  type InadmissibilityGround,
  type MatterId,
} from '@bienfonde/domain'
import { ArrayMaxSize, ValidateNested } from 'class-validator'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { BodyReferenceInput } from '../../schema/BodyReferenceInput.ts'
import { InadmissibilityGroundCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'
import { wordsDeposit } from '../../vault/identityInput.ts'

@InputType({ description: 'Un motif d’irrecevabilité, avec ce qui l’appuie.' })
export class CitedGroundInput implements CitedGround {
  @Field(() => InadmissibilityGroundCode, { description: 'Motif d’irrecevabilité.' })
  ground!: InadmissibilityGround

  @Field(() => String, {
    nullable: true,
    description: 'Procédure inscrite à la cour ; requise pour COURT_PROCEEDINGS ; 20 000 caractères au plus.',
  })
  @Text(longText)
  proceeding?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Passage haineux, menaçant ou harcelant, tel quel : il va au coffre ; requis pour HATEFUL_THREATENING_HARASSING ; 20 000 caractères au plus.',
  })
  @Text(longText)
  passage?: string | null

  @Field(() => [BodyReferenceInput], {
    nullable: true,
    description: 'Organismes compétents ; un au moins pour OUTSIDE_MINISTRY_RESPONSIBILITY, vingt au plus.',
  })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  bodies?: BodyReferenceInput[] | null
}

@InputType({ description: 'L’irrecevabilité d’un motif.' })
export class DeclareInadmissibleInput implements DeclareInadmissible {
  @Field(() => ID, { description: 'Motif du dossier que l’étape concerne.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => [CitedGroundInput], { description: 'Motifs d’irrecevabilité, un au moins, dix au plus.' })
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  grounds!: CitedGroundInput[]

  @Field(() => String, {
    description: 'Motifs de la décision, sans rien qui identifie la personne ; 20 000 caractères au plus.',
  })
  @Text(longText)
  reasons!: string
}

@Resolver()
export class DeclareInadmissibleResolver {
  @Mutation(() => StepOutcome, { description: declareInadmissible.title })
  declareInadmissible(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => DeclareInadmissibleInput, answering) input: DeclareInadmissibleInput,
    @Ctx() { perform }: Context,
  ) {
    const { matter, grounds, reasons } = input
    const sealed = grounds.map(cited => ({ cited, passage: wordsDeposit('PASSAGE', cited.passage) }))
    const command = {
      matter,
      grounds: sealed.map(({ cited, passage }) => ({ ...cited, passage: passage?.ref ?? null })),
      reasons,
    }
    const deposits = sealed.map(({ passage }) => passage).filter(passage => passage !== undefined)
    return perform(declareInadmissible, dossier, command, { deposits, sent: input })
  }
}
