import {
  type EnglishLetter,
  type InformComplainant,
  informComplainant,
  type LocalDate,
  type MatterId,
  type ReplyChannel,
  type TranslatedReasons,
} from '@bienfonde/domain'
import { ArrayMaxSize, ValidateNested } from 'class-validator'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { ReplyChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Les motifs d’une décision, dans la langue de l’avis.' })
export class TranslatedReasonsInput implements TranslatedReasons {
  @Field(() => ID, { description: 'Motif de plainte dont la décision est expliquée.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => String, { description: 'Les motifs, tels que l’avis les dit ; 20 000 caractères au plus.' })
  @Text(longText)
  text!: string
}

@InputType({ description: 'Ce qui permet un avis en anglais, et ce qu’il doit dire dans cette langue.' })
export class EnglishLetterInput implements EnglishLetter {
  @Field(() => String, { description: 'Motif qui le permet ; 20 000 caractères au plus.' })
  @Text(longText)
  ground!: string

  @Field(() => Boolean, { description: 'Vrai si la personne atteste de bonne foi que le motif s’applique.' })
  attestation!: boolean

  @Field(() => [TranslatedReasonsInput], {
    nullable: true,
    description: 'Les motifs en anglais de chaque décision qui en a ; l’avis les dit tels quels.',
  })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  reasons?: TranslatedReasonsInput[] | null
}

@InputType({ description: 'L’avis du résultat, qui ferme le dossier.' })
export class InformComplainantInput implements InformComplainant {
  @Field(() => ReplyChannelCode, {
    description: 'Moyen par lequel l’avis a été donné, parmi ceux que la personne a donnés.',
  })
  channel!: ReplyChannel

  @Field(() => LocalDateScalar, { description: 'Jour de l’envoi, ni avant la réception ni dans l’avenir.' })
  sentOn!: LocalDate

  @Field(() => String, {
    description:
      'L’avis, sans le nom ni l’adresse de la personne : résultat et raisons de chaque motif de plainte, organismes compétents, recours au Protecteur du citoyen ; 60 000 caractères au plus.',
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
