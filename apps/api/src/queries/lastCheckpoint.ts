import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { InstantScalar } from '../schema/scalars.ts'
import { permitted } from './permitted.ts'

@ObjectType({ simpleResolvers: true, description: 'Un point de contrôle : où en était le journal, et qui l’a signé.' })
export class JournalCheckpoint {
  @Field(() => String, {
    description: 'Le point de contrôle tel qu’il est signé : origine, nombre de lignes, tête, et signature.',
  })
  note!: string

  @Field(() => Int, { description: 'Nombre de lignes du journal à ce moment.' })
  size!: number

  @Field(() => InstantScalar, { description: 'Moment où ce point de contrôle fut signé.' })
  at!: Date

  @Field(() => Int, { description: 'Nombre de lignes écrites depuis, que le prochain couvrira.' })
  linesSince!: number
}

const findLast = statement(
  'last_checkpoint',
  `select note, size::int, at,
     (select count(*)::int from journal where position > c.position)
       + (select count(*)::int from administration_journal where position > c.position) as "linesSince"
   from checkpoint c order by size desc limit 1`,
)

@Resolver()
export class LastCheckpointResolver {
  @Query(() => JournalCheckpoint, {
    nullable: true,
    description: 'Le dernier point de contrôle du journal, s’il y en a un ; ce qui fait foi est gardé hors de la base.',
  })
  async lastCheckpoint(@Ctx() context: Context): Promise<JournalCheckpoint | undefined> {
    permitted(context, 'VERIFY_JOURNAL')
    return (await context.database.ask<JournalCheckpoint>(findLast))[0]
  }
}
