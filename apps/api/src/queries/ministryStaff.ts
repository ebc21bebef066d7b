import type { Role } from '@bienfonde/domain'
import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { RoleCode } from '../schema/codes.ts'
import { permitted } from './permitted.ts'

@ObjectType({ simpleResolvers: true, description: 'Une personne du Ministère, qu’un motif de plainte peut viser.' })
export class MinistryStaffMember {
  @Field(() => ID, { description: 'Identifiant de la personne.' })
  id!: string

  @Field(() => String, { description: 'Nom de la personne.' })
  name!: string

  @Field(() => RoleCode, { description: 'Rôle de la personne.' })
  role!: Role

  @Field(() => String, { nullable: true, description: 'Code du secteur que la personne représente, s’il y en a un.' })
  sector!: string | null
}

const findStaff = statement(
  'ministry_staff',
  `select id, name, role, sector from staff where active and role <> 'OMBUDSMAN'
   order by lower(unaccent(name)), id limit 5000`,
)

@Resolver()
export class MinistryStaffResolver {
  @Query(() => [MinistryStaffMember], {
    description: 'Les personnes du Ministère qu’un motif de plainte peut viser, par ordre alphabétique.',
  })
  ministryStaff(@Ctx() context: Context): Promise<MinistryStaffMember[]> {
    permitted(context, 'READ_STAFF')
    return context.database.ask<MinistryStaffMember>(findStaff)
  }
}
