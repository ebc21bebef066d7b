import { type LocalDate, localDateAt, type Role } from '@bienfonde/domain'
import { Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { RoleCode } from '../schema/codes.ts'
import { LocalDateScalar } from '../schema/scalars.ts'
import { permitted } from './permitted.ts'
import { settingsNow } from './settings.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'Une personne qui a ouvert autant d’identités, en une heure ou en un jour, que le plafond en permet.',
})
export class OpeningAlert {
  @Field(() => ID, { description: 'Identifiant de la personne.' })
  by!: string

  @Field(() => String, { nullable: true, description: 'Nom de la personne, si le registre du personnel la connaît.' })
  byName!: string | null

  @Field(() => RoleCode, { description: 'Rôle sous lequel elle a ouvert.' })
  role!: Role

  @Field(() => LocalDateScalar, { description: 'Jour où le plafond a été atteint, à l’heure du Ministère.' })
  on!: LocalDate

  @Field(() => Int, { description: 'Identités ouvertes ce jour-là.' })
  openings!: number
}

const days = 7

const findAlerts = statement(
  'opening_alerts',
  `with opened as (
     select actor_id, actor_role, at,
       count(*) over (partition by actor_id order by at range interval '1 hour' preceding) as in_hour,
       count(*) over (partition by actor_id order by at range interval '1 day' preceding) as in_day
     from journal
     where type = 'IDENTITY_OPENED' and at > $1::timestamptz - make_interval(days => ${days + 1})
   )
   select o.actor_id as by, s.name as "byName", o.actor_role as role,
     array_agg(o.at order by o.at) as moments,
     array_agg(o.at order by o.at) filter (where o.in_hour >= $2 or o.in_day >= $3) as reached
   from opened o left join staff s on s.id::text = o.actor_id
   group by o.actor_id, s.name, o.actor_role
   having bool_or((o.in_hour >= $2 or o.in_day >= $3) and o.at > $1::timestamptz - make_interval(days => ${days}))`,
)

@Resolver()
export class OpeningAlertsResolver {
  @Query(() => [OpeningAlert], {
    description: `Qui a atteint, dans les ${days} derniers jours, le plafond des ouvertures d’identité ; lu dans le journal, du plus récent au plus ancien.`,
  })
  async openingAlerts(@Ctx() context: Context): Promise<OpeningAlert[]> {
    permitted(context, 'READ_OPENINGS')
    const { perHour, perDay } = (await settingsNow(context)).openingCaps
    const now = context.now()
    const people = await context.database.ask<
      Omit<OpeningAlert, 'on' | 'openings'> & { moments: Date[]; reached: Date[] }
    >(findAlerts, [now, perHour, perDay])
    const first = localDateAt(new Date(now.getTime() - days * 86_400_000))
    return people
      .flatMap(({ moments, reached, ...person }) =>
        [...new Set(reached.map(localDateAt))].map(on => ({
          ...person,
          on,
          openings: moments.filter(moment => localDateAt(moment) === on).length,
        })),
      )
      .filter(({ on }) => on >= first)
      .sort((one, other) => other.on.localeCompare(one.on))
  }
}
