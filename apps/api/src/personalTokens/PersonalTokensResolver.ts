import { IsUUID } from 'class-validator'
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  Float,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql'
import { AdministrationOutcome } from '../administration/AdministrationOutcome.ts'
import { administer } from '../administration/administer.ts'
import { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { permitted } from '../queries/permitted.ts'
import { InstantScalar } from '../schema/scalars.ts'
import { longText, Text } from '../schema/Text.ts'
import { createToken, endToken } from './personalTokens.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'Un jeton personnel : ce avec quoi les programmes d’une personne lisent les statistiques en son nom.',
})
export class PersonalToken {
  @Field(() => ID, { description: 'Identifiant du jeton, qui ne permet rien.' })
  id!: string

  @Field(() => String, { description: 'Ce à quoi il sert.' })
  label!: string

  @Field(() => InstantScalar, { description: 'Quand il a été créé.' })
  createdAt!: string

  @Field(() => InstantScalar, { description: 'Quand il cesse de valoir.' })
  expiresAt!: string

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Dernier usage, à la minute près ; absent s’il n’a pas servi.',
  })
  lastUsedAt!: string | null

  @Field(() => InstantScalar, { nullable: true, description: 'Quand il a été révoqué ; absent s’il ne l’est pas.' })
  revokedAt!: string | null

  @Field(() => Boolean, { description: 'Vrai s’il permet encore de lire les statistiques.' })
  valid!: boolean
}

// Any number is read: the domain says in a sentence which one is not accepted.
@InputType({ description: 'Un jeton à créer ; il ne permet que de lire les statistiques.' })
export class PersonalTokenInput {
  @Field(() => String, { description: 'Ce à quoi il servira.' })
  @Text(longText)
  label!: string

  @Field(() => Float, { description: 'Pendant combien de jours il vaudra, de 1 à 366.' })
  days!: number
}

@ArgsType()
export class RevokePersonalTokenArguments {
  @Field(() => ID, { description: 'Le jeton à révoquer.' })
  @IsUUID()
  id!: string
}

const findTokens = statement(
  'personal_tokens',
  `select id, label, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt",
     revoked_at as "revokedAt", revoked_at is null and expires_at > $2 as valid
   from personal_token where staff_id = $1 order by valid desc, created_at desc, id limit 200`,
)

@Resolver()
export class PersonalTokensResolver {
  @Query(() => [PersonalToken], { description: 'Les jetons de la personne, ceux qui valent encore d’abord.' })
  personalTokens(@Ctx() context: Context): Promise<PersonalToken[]> {
    const { id } = permitted(context, 'READ_STATISTICS')
    return context.database.ask<PersonalToken>(findTokens, [id, context.now()])
  }

  @Mutation(() => AdministrationOutcome, {
    description: 'Crée un jeton personnel pour lire les statistiques ; il est donné une fois.',
  })
  createPersonalToken(
    @Arg('input', () => PersonalTokenInput) input: PersonalTokenInput,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'READ_STATISTICS', undefined, (ask, stamp) => createToken(ask, stamp, input))
  }

  @Mutation(() => AdministrationOutcome, {
    description: 'Révoque un jeton de la personne ; il cesse de valoir aussitôt.',
  })
  revokePersonalToken(
    @Args(() => RevokePersonalTokenArguments) { id }: RevokePersonalTokenArguments,
    @Ctx() context: Context,
  ): Promise<typeof AdministrationOutcome> {
    return administer(context, 'READ_STATISTICS', undefined, (ask, stamp) => endToken(ask, stamp, id))
  }
}
