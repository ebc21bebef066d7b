import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'

@ObjectType({ simpleResolvers: true, description: 'Un secteur du Ministère.' })
export class SectorEntry {
  @Field(() => String, { description: 'Code du secteur.' })
  code!: string

  @Field(() => String, { description: 'Nom du secteur.' })
  name!: string

  @Field(() => [String], { description: 'Ses services.' })
  services!: string[]

  @Field(() => Boolean, { description: 'Faux si le secteur n’existe plus : son nom reste lisible, sans être proposé.' })
  active!: boolean
}

const findSectors = statement(
  'sectors',
  'select code, name, services, active from sector order by rank, lower(unaccent(name)), code limit 1000',
)

@Resolver()
export class SectorsResolver {
  @Query(() => [SectorEntry], {
    description: 'Les secteurs du Ministère, dans l’ordre qu’il leur donne, sinon par ordre alphabétique.',
  })
  sectors(@Ctx() { actor: _, database }: Context): Promise<SectorEntry[]> {
    return database.ask<SectorEntry>(findSectors)
  }
}
