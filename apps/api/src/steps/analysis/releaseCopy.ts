import { type ConsultationId, type ReleaseCopy, releaseCopy } from '@bienfonde/domain'
import { IsUUID } from 'class-validator'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { uploadFacts } from '../../attachments/upload.ts'
import type { Context } from '../../context.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Une copie nettoyée, regardée et remise au secteur d’une consultation.' })
export class ReleaseCopyInput implements Pick<ReleaseCopy, 'consultation' | 'copy' | 'description' | 'looked'> {
  @Field(() => ID, { description: 'Consultation du dossier.' })
  @Text(shortText)
  consultation!: ConsultationId

  @Field(() => ID, {
    description: 'Identifiant donné par POST /files/copy à la même personne, depuis moins d’un jour.',
  })
  @IsUUID()
  copy!: string

  @Field(() => String, {
    description: 'Ce qu’est le document, tel que le secteur le lira ; 20 000 caractères au plus.',
  })
  @Text(longText)
  description!: string

  @Field(() => Boolean, {
    description: 'Vrai si la personne a regardé la copie et que rien n’y identifie la plaignante ou le plaignant.',
  })
  looked!: boolean
}

@Resolver()
export class ReleaseCopyResolver {
  @Mutation(() => StepOutcome, { description: releaseCopy.title })
  async releaseCopy(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => ReleaseCopyInput, answering) input: ReleaseCopyInput,
    @Ctx() { actor, database, master, perform }: Context,
  ) {
    const { copyOf, ...facts } = (await uploadFacts(database.ask, master, actor.id, input.copy)) ?? absent
    const command = copyOf
      ? { ...input, ...facts, attachment: copyOf.attachment, originalSha256: copyOf.sha256 }
      : { ...input, ...absent, copy: '', attachment: '', originalSha256: '' }
    return perform(releaseCopy, dossier, command, { uploads: copyOf ? [input.copy] : [], sent: input })
  }
}

/** No copy waits under that identifier for whoever asks: the step refuses it. */
const absent = { copyOf: undefined, mediaType: '', bytes: 0, sha256: '' }
