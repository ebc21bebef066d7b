import type { LocalDate, RecommendationAnswer } from '@bienfonde/domain'
import { Args, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { RecommendationAnswerCode } from '../schema/codes.ts'
import { LocalDateScalar } from '../schema/scalars.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { PageArguments, pageComplexity } from './page.ts'
import { permitted } from './permitted.ts'
import { SeenDossier } from './SeenDossier.ts'

@ObjectType({ simpleResolvers: true, description: 'Une recommandation adressée au secteur de la personne.' })
export class AddressedRecommendation {
  @Field(() => ID, { description: 'Identifiant de la recommandation dans son dossier.' })
  id!: string

  @Field(() => String, { description: 'RECOMMENDATION ou IMPROVEMENT, une piste d’amélioration.' })
  kind!: string

  @Field(() => SeenDossier, { description: 'Le dossier, tel qu’il faut le nommer pour répondre.' })
  dossier!: SeenDossier

  @Field(() => String, { description: 'Le correctif recommandé.' })
  text!: string

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour où le correctif est attendu.' })
  dueOn!: LocalDate | null

  @Field(() => RecommendationAnswerCode, { nullable: true, description: 'La réponse du secteur, si elle est donnée.' })
  answer!: RecommendationAnswer | null

  @Field(() => String, { nullable: true, description: 'Le plan d’action, ou la raison du refus.' })
  plan!: string | null

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour de la mise en œuvre.' })
  implementedOn!: LocalDate | null

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour de la fin du suivi.' })
  closedOn!: LocalDate | null
}

@ObjectType({ simpleResolvers: true, description: 'Une page des recommandations d’un secteur.' })
export class RecommendationPage {
  @Field(() => [AddressedRecommendation], {
    description: 'Les recommandations, du dossier le plus ancien au plus récent.',
  })
  rows!: AddressedRecommendation[]

  @Field(() => Int, { description: 'Nombre de recommandations, toutes pages comprises.' })
  total!: number

  @Field(() => String, { nullable: true, description: 'Repère à donner pour la page suivante ; absent à la dernière.' })
  next!: string | null
}

const findRecommendations = statement(
  'recommendations_of_sector',
  `select (select count(*)::int from recommendation where sector = $1 and visible) as total,
     coalesce((select json_agg(page) from (
       select r.recommendation_id as id, r.kind, json_build_object('id', d.id, 'fileNumber', d.file_number, 'version', d.version)
           as dossier,
         r.text, r.due_on as "dueOn", r.answer, r.plan, r.implemented_on as "implementedOn", r.closed_on as "closedOn"
       from recommendation r join dossier d on d.id = r.dossier_id
       where r.sector = $1 and r.visible
         and ($3::text is null or (d.file_number, r.recommendation_id) > ($3::text, $4::text))
       order by d.file_number, r.recommendation_id limit $2
     ) page), '[]') as found`,
)

const order = 'RECOMMENDATIONS'

@Resolver()
export class AddressedRecommendationsResolver {
  @Query(() => RecommendationPage, {
    description: 'Les recommandations adressées au secteur de la personne, depuis l’avis qui les a fait connaître.',
    complexity: pageComplexity,
  })
  async addressedRecommendations(
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() context: Context,
  ): Promise<RecommendationPage> {
    const { sector } = permitted(context, 'READ_CONSULTATIONS')
    const [fileNumber = null, id = null] = after ? readCursor(after, order, ['fileNumber', 'code']) : []
    const [answer] = await context.database.ask<{ total: number; found: AddressedRecommendation[] }>(
      findRecommendations,
      [sector, first + 1, fileNumber, id],
    )
    const { total = 0, found = [] } = answer ?? {}
    const rows = found.slice(0, first)
    const last = rows.at(-1)
    const next = last && found.length > first ? cursorOf(order, [last.dossier.fileNumber, last.id]) : null
    return { rows, total, next }
  }
}
