import { type LinkRelatedComplaint, linkRelatedComplaint, type Relation } from '@bienfonde/domain'
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { statement } from '../../database/statement.ts'
import { RelationCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { longText, shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'Un autre dossier, et ce qui le relie à celui-ci.' })
export class LinkRelatedComplaintInput implements Omit<LinkRelatedComplaint, 'related'> {
  @Field(() => String, { description: 'Numéro de l’autre dossier.' })
  @Text(shortText)
  relatedFileNumber!: string

  @Field(() => RelationCode, { description: 'Ce qui relie les deux dossiers.' })
  relation!: Relation

  @Field(() => String, { description: 'La raison, sans rien qui identifie la personne ; 20 000 caractères au plus.' })
  @Text(longText)
  reason!: string
}

const findDossier = statement('dossier_by_number', 'select id from dossier where file_number = $1')

@Resolver()
export class LinkRelatedComplaintResolver {
  @Mutation(() => StepOutcome, { description: linkRelatedComplaint.title })
  async linkRelatedComplaint(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => LinkRelatedComplaintInput, answering) input: LinkRelatedComplaintInput,
    @Ctx() { database, perform }: Context,
  ) {
    const [found] = await database.ask<{ id: string }>(findDossier, [input.relatedFileNumber.trim()])
    return perform(linkRelatedComplaint, dossier, { ...input, related: found?.id ?? null })
  }
}
