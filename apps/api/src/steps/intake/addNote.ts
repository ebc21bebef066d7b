import { type AddNote, addNote } from '@bienfonde/domain'
import { MaxLength } from 'class-validator'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'

@InputType({ description: 'Une note de travail.' })
export class AddNoteInput implements AddNote {
  @Field(() => String, { description: 'La note, sans rien qui identifie la personne.' })
  @MaxLength(10_000)
  text!: string
}

@Resolver()
export class AddNoteResolver {
  @Mutation(() => StepOutcome, { description: addNote.title })
  addNote(
    @Arg('dossier', () => DossierRef) dossier: DossierRef,
    @Arg('input', () => AddNoteInput) input: AddNoteInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(addNote, dossier, input)
  }
}
