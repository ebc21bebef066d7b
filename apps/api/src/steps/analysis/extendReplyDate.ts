import { type ExtendReplyDate, extendReplyDate, type LocalDate, type ReplyChannel } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { ReplyChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Le report de la date de réponse, et l’avis écrit qui le dit.' })
export class ExtendReplyDateInput implements ExtendReplyDate {
  @Field(() => LocalDateScalar, {
    description:
      'Nouvelle date, plus tardive et pas encore passée ; un jour férié est reporté au jour ouvrable suivant.',
  })
  to!: LocalDate

  @Field(() => String, { description: 'La raison, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string

  @Field(() => ReplyChannelCode, {
    nullable: true,
    description:
      'Moyen de l’avis, parmi ceux que la personne a donnés, écrit s’il y en a un ; requis si elle peut être jointe.',
  })
  channel?: ReplyChannel | null

  @Field(() => String, {
    description:
      'Texte de l’avis, sans le nom de la personne ; requis si la personne peut être jointe ; 20 000 caractères au plus.',
  })
  @Text(longText)
  notice!: string
}

@Resolver()
export class ExtendReplyDateResolver {
  @Mutation(() => StepOutcome, { description: extendReplyDate.title })
  extendReplyDate(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => ExtendReplyDateInput, answering) input: ExtendReplyDateInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(extendReplyDate, dossier, input)
  }
}
