import {
  type EscalationId,
  type PackageBasis,
  type PackageContact,
  type PreparePackage,
  preparePackage,
} from '@bienfonde/domain'
import { ValidateNested } from 'class-validator'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { PackageBasisCode } from '../../schema/codes.ts'
import { DossierRef } from '../../schema/DossierRef.ts'
import { StepOutcome } from '../../schema/StepOutcome.ts'
import { answering, onDossier } from '../../schema/stepArguments.ts'
import { shortText, Text } from '../../schema/Text.ts'

@InputType({ description: 'La personne du Ministère que le Protecteur du citoyen peut appeler.' })
export class PackageContactInput implements PackageContact {
  @Field(() => String, { description: 'Nom ; 200 caractères au plus.' })
  @Text(shortText)
  name!: string

  @Field(() => String, { description: 'Titre ; 200 caractères au plus.' })
  @Text(shortText)
  title!: string

  @Field(() => String, { description: 'Téléphone ; 200 caractères au plus.' })
  @Text(shortText)
  telephone!: string

  @Field(() => String, { nullable: true, defaultValue: null, description: 'Poste téléphonique, s’il y en a un.' })
  @Text(shortText)
  extension!: string | null
}

@InputType({ description: 'L’envoi destiné au Protecteur du citoyen.' })
export class PreparePackageInput implements PreparePackage {
  @Field(() => ID, { description: 'Recours consigné au dossier.' })
  @Text(shortText)
  escalation!: EscalationId

  @Field(() => Boolean, { description: 'Vrai si l’identité est transmise ; la base doit alors être consignée.' })
  withIdentity!: boolean

  @Field(() => PackageBasisCode, { description: 'Base de l’envoi.' })
  basis!: PackageBasis

  @Field(() => String, {
    nullable: true,
    description: 'Référence de la demande fondée sur la loi, si c’est la base ; 200 caractères au plus.',
  })
  @Text(shortText)
  reference?: string | null

  @Field(() => PackageContactInput, { description: 'Qui appeler au Ministère.' })
  @ValidateNested()
  contact!: PackageContactInput
}

@Resolver()
export class PreparePackageResolver {
  @Mutation(() => StepOutcome, { description: preparePackage.title })
  preparePackage(
    @Arg('dossier', () => DossierRef, onDossier) dossier: DossierRef,
    @Arg('input', () => PreparePackageInput, answering) input: PreparePackageInput,
    @Ctx() { perform }: Context,
  ) {
    return perform(preparePackage, dossier, input)
  }
}
