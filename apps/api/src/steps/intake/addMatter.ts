import { type AddMatter, addMatter } from '@bienfonde/domain'
import { Arg, Ctx, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { MatterInput } from '../../schema/MatterInput.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { knownSectors } from '../knownSectors.ts'
import { knownStaff } from '../knownStaff.ts'

@InputType({ description: 'Un motif de plus dans la plainte.' })
export class AddMatterInput extends MatterInput implements AddMatter {}

@Resolver()
export class AddMatterResolver {
  @Mutation(() => StepOutcome, { description: addMatter.title })
  async addMatter(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => AddMatterInput, answering) input: AddMatterInput,
    @Ctx() context: Context,
  ) {
    await knownSectors(context, addMatter, { sector: input.sector })
    await knownStaff(context, addMatter, { concernedStaff: input.concernedStaff })
    return context.perform(addMatter, dossier, input)
  }
}
