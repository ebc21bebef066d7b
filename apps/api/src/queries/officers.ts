import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { permitted } from './permitted.ts'

@ObjectType({ simpleResolvers: true, description: 'Une personne à qui un dossier peut être attribué.' })
export class Officer {
  @Field(() => ID, { description: 'Identifiant de la personne.' })
  id!: string

  @Field(() => String, { description: 'Nom de la personne.' })
  name!: string
}

const findOfficers = statement(
  'officers',
  `select id, name from staff where active and role in ('OFFICER', 'RESPONSIBLE_OFFICER')
   order by lower(unaccent(name)), id limit 1000`,
)

@Resolver()
export class OfficersResolver {
  @Query(() => [Officer], { description: 'Les personnes à qui un dossier peut être attribué, par ordre alphabétique.' })
  officers(@Ctx() context: Context): Promise<Officer[]> {
    permitted(context, 'READ_STAFF')
    return context.database.ask<Officer>(findOfficers)
  }
}
