import { type IntakeChannel, type LocalDate, type RecordWithdrawal, recordWithdrawal } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { IntakeChannelCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { LocalDateScalar } from '../../schema/scalars.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Le désistement de la personne.' })
export class RecordWithdrawalInput implements RecordWithdrawal {
  @Field(() => IntakeChannelCode, { description: 'Moyen par lequel le désistement est venu.' })
  channel!: IntakeChannel

  @Field(() => LocalDateScalar, { description: 'Jour du désistement, ni avant la réception ni dans l’avenir.' })
  withdrawnOn!: LocalDate

  @Field(() => String, { description: 'Précisions, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  note!: string
}

@Resolver()
export class RecordWithdrawalResolver {
  @Mutation(() => StepOutcome, { description: recordWithdrawal.title })
  recordWithdrawal(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => RecordWithdrawalInput, answering) input: RecordWithdrawalInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(recordWithdrawal, dossier, input)
  }
}
