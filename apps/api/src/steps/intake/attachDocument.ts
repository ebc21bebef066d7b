import { type AttachDocument, attachDocument } from '@bienfonde/domain'
import { IsUUID } from 'class-validator'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { uploadFacts } from '../../attachments/upload.ts'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Un document déjà reçu, à joindre au dossier. Son contenu et son nom vont au coffre.' })
export class AttachDocumentInput implements Pick<AttachDocument, 'attachment' | 'description'> {
  @Field(() => ID, { description: 'Identifiant donné par POST /files à la même personne, depuis moins d’un jour.' })
  @IsUUID()
  attachment!: string

  @Field(() => String, {
    description: 'Ce qu’est le document, sans rien qui identifie la personne ; 20 000 caractères au plus.',
  })
  @Text(longText)
  description!: string
}

@Resolver()
export class AttachDocumentResolver {
  @Mutation(() => StepOutcome, { description: attachDocument.title })
  async attachDocument(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => AttachDocumentInput, answering) input: AttachDocumentInput,
    @Ctx() { actor, database, master, perform }: Context,
  ) {
    const { attachment, description } = input
    const facts = await uploadFacts(database.ask, master, actor.id, attachment)
    if (!facts || facts.copyOf) return perform(attachDocument, dossier, { ...absent, description }, { sent: input })
    return perform(
      attachDocument,
      dossier,
      { attachment, description, ...facts },
      { uploads: [attachment], sent: input },
    )
  }
}

/** No document waits under that identifier for whoever asks: the step refuses it. */
const absent = { attachment: '', mediaType: '', bytes: 0, sha256: '' }
