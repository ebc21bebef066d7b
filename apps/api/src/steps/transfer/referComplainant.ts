import { type ExchangeChannel, type MatterId, type ReferComplainant, referComplainant } from '@bienfonde/domain'
import { ArrayMaxSize, ValidateNested } from 'class-validator'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { BodyReferenceInput } from '../../schema/BodyReferenceInput.ts'
import { ExchangeChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Ce que la personne a appris sur l’endroit où s’adresser.' })
export class ReferComplainantInput implements ReferComplainant {
  @Field(() => ID, { description: 'Motif du dossier que l’étape concerne.' })
  @Text(shortText)
  matter!: MatterId

  @Field(() => [BodyReferenceInput], { description: 'Organismes compétents, un au moins.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  bodies!: BodyReferenceInput[]

  @Field(() => ExchangeChannelCode, { description: 'Moyen par lequel la personne a été jointe.' })
  channel!: ExchangeChannel

  @Field(() => String, { description: 'Ce qui a été expliqué à la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  explanation!: string
}

@Resolver()
export class ReferComplainantResolver {
  @Mutation(() => StepOutcome, { description: referComplainant.title })
  referComplainant(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => ReferComplainantInput, answering) input: ReferComplainantInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(referComplainant, dossier, input)
  }
}
