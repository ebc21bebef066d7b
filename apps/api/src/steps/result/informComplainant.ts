import {
  type EnglishLetter,
  type InformComplainant,
  informComplainant,
  type LocalDate,
  type ReplyChannel,
} from '@bienfonde/domain'
import { ValidateNested } from 'class-validator'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { ReplyChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Ce qui permet un avis en anglais.' })
export class EnglishLetterInput implements EnglishLetter {
  @Field(() => String, { description: 'Motif qui le permet ; 20 000 caractères au plus.' })
  @Text(longText)
  ground!: string

  @Field(() => Boolean, { description: 'Vrai si la personne atteste de bonne foi que le motif s’applique.' })
  attestation!: boolean
}

@InputType({ description: 'L’avis du résultat, qui ferme le dossier.' })
export class InformComplainantInput implements InformComplainant {
  @Field(() => ReplyChannelCode, { description: 'Moyen par lequel l’avis a été donné.' })
  channel!: ReplyChannel

  @Field(() => LocalDateScalar, { description: 'Jour de l’envoi, ni avant la réception ni dans l’avenir.' })
  sentOn!: LocalDate

  @Field(() => String, {
    description:
      'L’avis, sans le nom ni l’adresse de la personne : résultat et motifs de chaque motif de plainte, recours au Protecteur du citoyen ; 60 000 caractères au plus.',
  })
  @Text(3 * longText)
  text!: string

  @Field(() => String, {
    nullable: true,
    description: 'Pourquoi un motif fondé reste sans recommandation, le cas échéant ; 20 000 caractères au plus.',
  })
  @Text(longText)
  noRecommendationReason?: string | null

  @Field(() => EnglishLetterInput, { nullable: true, description: 'Ce qui permet un avis en anglais, s’il l’est.' })
  @ValidateNested()
  english?: EnglishLetterInput | null
}

@Resolver()
export class InformComplainantResolver {
  @Mutation(() => StepOutcome, { description: informComplainant.title })
  informComplainant(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => InformComplainantInput, answering) input: InformComplainantInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(informComplainant, dossier, input)
  }
}
