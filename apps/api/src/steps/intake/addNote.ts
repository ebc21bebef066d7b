import { type AddNote, addNote } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { Text } from '../../schema/Text.ts'

@InputType({ description: 'Une note de travail.' })
export class AddNoteInput implements AddNote {
  @Field(() => String, { description: 'La note, sans rien qui identifie la personne ; 10 000 caractères au plus.' })
  @Text(10_000)
  text!: string
}

@Resolver()
export class AddNoteResolver {
  @Mutation(() => StepOutcome, { description: addNote.title })
  addNote(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => AddNoteInput, answering) input: AddNoteInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(addNote, dossier, input)
  }
}
