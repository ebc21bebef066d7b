import { type InformationCategory, type OpenIdentity, openIdentity } from '@bienfonde/domain'
import { ArrayMaxSize } from 'class-validator'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { InformationCategoryCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({
  description:
    'Pourquoi l’identité est ouverte, et ce qui en sera lu. La réponse porte l’ouverture à présenter à discloseIdentity.',
})
export class OpenIdentityInput implements OpenIdentity {
  @Field(() => String, {
    description: 'La raison d’ouvrir, sans rien qui identifie la personne ; 20 000 caractères au plus.',
  })
  @Text(longText)
  reason!: string

  @Field(() => [InformationCategoryCode], { description: 'Genres de renseignements à lire, un au moins.' })
  @ArrayMaxSize(10)
  scope!: InformationCategory[]

  @Field(() => ID, {
    nullable: true,
    description:
      'Référence au journal du seul document dont l’original est à ouvrir : l’ouverture, à présenter à POST /files/original, ne couvre alors que lui.',
  })
  @Text(shortText)
  attachment?: string | null
}

@Resolver()
export class OpenIdentityResolver {
  @Mutation(() => StepOutcome, { description: openIdentity.title })
  openIdentity(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => OpenIdentityInput, answering) input: OpenIdentityInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(openIdentity, dossier, input)
  }
}
