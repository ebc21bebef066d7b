import { IsUUID } from 'class-validator'
import { Args, ArgsType, Ctx, createUnionType, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { type Disclosure, identityDisclosure } from '../../vault/identityDisclosure.ts'

@ArgsType()
export class DiscloseIdentityArgs {
  @Field(() => ID, { description: 'Ouverture que l’étape « Ouvrir l’identité » a donnée.' })
  @IsUUID()
  opening!: string
}

@ObjectType({ description: 'L’identité et les coordonnées de la personne, telles que le coffre les garde.' })
export class Identity {
  @Field(() => String, { nullable: true, description: 'Prénom.' })
  givenName!: string | null

  @Field(() => String, { nullable: true, description: 'Nom de famille.' })
  familyName!: string | null

  @Field(() => String, { nullable: true, description: 'Organisation au nom de laquelle la personne porte plainte.' })
  organisation!: string | null

  @Field(() => String, { nullable: true, description: 'Adresse de courriel.' })
  email!: string | null

  @Field(() => String, { nullable: true, description: 'Téléphone.' })
  telephone!: string | null

  @Field(() => String, { nullable: true, description: 'Numéro et rue, ou case postale.' })
  street!: string | null

  @Field(() => String, { nullable: true, description: 'Municipalité.' })
  city!: string | null

  @Field(() => String, { nullable: true, description: 'Code postal.' })
  postalCode!: string | null

  @Field(() => [String], { description: 'Numéros de compte ou de dossier que la personne a donnés.' })
  numbers!: string[]
}

@ObjectType({ description: 'Le nom et les coordonnées de la personne qui porte plainte pour une autre.' })
export class RepresentativeIdentity {
  @Field(() => String, { nullable: true, description: 'Prénom et nom.' })
  fullName!: string | null

  @Field(() => String, { nullable: true, description: 'Téléphone.' })
  telephone!: string | null

  @Field(() => String, { nullable: true, description: 'Adresse de courriel.' })
  email!: string | null
}

@ObjectType({ description: 'Des propos de la personne, sous la référence qui les nomme au journal.' })
export class SealedText {
  @Field(() => ID, { description: 'Référence de ces propos au journal.' })
  ref!: string

  @Field(() => String, { description: 'Les propos, tels que reçus.' })
  text!: string
}

@ObjectType({ description: 'Un document remis, sans son contenu.' })
export class SealedAttachment {
  @Field(() => ID, { description: 'Référence du document au journal.' })
  ref!: string

  @Field(() => String, { description: 'Nom du fichier, tel que reçu.' })
  name!: string

  @Field(() => String, { description: 'Type de contenu annoncé à la réception.' })
  mediaType!: string

  @Field(() => Int, { description: 'Taille, en octets.' })
  bytes!: number
}

@ObjectType({ description: 'Ce que l’ouverture donne à lire, une seule fois ; rien de ce qu’elle ne couvre pas.' })
export class IdentityDisclosed implements Disclosure {
  @Field(() => Identity, {
    nullable: true,
    description: 'Identité, si l’ouverture la couvre et que le coffre en a une.',
  })
  identity!: Identity | null

  @Field(() => RepresentativeIdentity, {
    nullable: true,
    description: 'Personne représentante, couverte avec l’identité.',
  })
  representative!: RepresentativeIdentity | null

  @Field(() => SealedText, {
    nullable: true,
    description: 'Propos de la personne à l’inscription, s’ils sont couverts.',
  })
  words!: SealedText | null

  @Field(() => [SealedText], {
    description: 'Messages de la personne, du premier au dernier, couverts avec ses propos.',
  })
  messages!: SealedText[]

  @Field(() => [SealedText], { description: 'Passages cités par une irrecevabilité, couverts avec les propos.' })
  passages!: SealedText[]

  @Field(() => [SealedAttachment], { description: 'Documents remis, s’ils sont couverts.' })
  attachments!: SealedAttachment[]
}

@ObjectType({ description: 'L’ouverture ne donne rien à lire. La réponse est la même quelle qu’en soit la cause.' })
export class IdentityNotDisclosed {
  @Field(() => String, { description: 'Code du refus : OPENING_GIVES_NOTHING.' })
  code!: string

  @Field(() => String, { description: 'Le refus, en une phrase.' })
  message!: string
}

const DiscloseIdentityOutcome = createUnionType({
  name: 'DiscloseIdentityOutcome',
  description: 'Ce que répond la présentation d’une ouverture.',
  types: () => [IdentityDisclosed, IdentityNotDisclosed] as const,
  resolveType: answer => ('code' in answer ? IdentityNotDisclosed : IdentityDisclosed),
})

const nothing = {
  code: 'OPENING_GIVES_NOTHING',
  message:
    'Cette ouverture ne donne rien à lire. Elle vaut une minute, une seule fois, pour qui l’a faite ; au besoin, ouvrez l’identité de nouveau.',
}

@Resolver()
export class DiscloseIdentityResolver {
  @Mutation(() => DiscloseIdentityOutcome, {
    description: 'Lit ce qu’une ouverture couvre : une seule fois, dans la minute, par la personne qui a ouvert.',
  })
  async discloseIdentity(
    @Args(() => DiscloseIdentityArgs) { opening }: DiscloseIdentityArgs,
    @Ctx() context: Context,
  ): Promise<IdentityDisclosed | IdentityNotDisclosed> {
    const disclosure = await identityDisclosure(context, opening)
    return disclosure
      ? Object.assign(new IdentityDisclosed(), disclosure)
      : Object.assign(new IdentityNotDisclosed(), nothing)
  }
}
