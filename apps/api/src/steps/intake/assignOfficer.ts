import { type AssignOfficer, assignOfficer, type StaffId } from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { statement } from '../../database/statement.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La personne à qui le dossier revient.' })
export class AssignOfficerInput implements AssignOfficer {
  @Field(() => ID, { description: 'Identifiant d’une personne active, agente ou responsable des plaintes.' })
  @Text(shortText)
  officer!: StaffId
}

const findOfficer = statement(
  'staff_officer',
  `select 1 from staff where id::text = lower($1) and active and role in ('OFFICER', 'RESPONSIBLE_OFFICER')`,
)

@Resolver()
export class AssignOfficerResolver {
  @Mutation(() => StepOutcome, { description: assignOfficer.title })
  async assignOfficer(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => AssignOfficerInput, answering) { officer }: AssignOfficerInput,
    @Ctx() { database, perform }: Context,
  ) {
    const found = await database.ask(findOfficer, [officer])
    return perform(assignOfficer, dossier, { officer: found.length > 0 ? officer.toLowerCase() : '' })
  }
}
