import { type LinkTheme, linkTheme } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Le thème que le dossier partage avec d’autres.' })
export class LinkThemeInput implements LinkTheme {
  @Field(() => String, { description: 'Nom du thème, 120 caractères au plus ; les mêmes mots font le même thème.' })
  @Text(shortText)
  title!: string

  @Field(() => String, { description: 'La raison, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string
}

@Resolver()
export class LinkThemeResolver {
  @Mutation(() => StepOutcome, { description: linkTheme.title })
  linkTheme(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => LinkThemeInput, answering) input: LinkThemeInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(linkTheme, dossier, input)
  }
}
