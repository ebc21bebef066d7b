import { addBusinessDays, addDays, type LocalDate, type RecommendationAnswer, type Settings } from '@bienfonde/domain'
import { IsOptional } from 'class-validator'
import { Args, ArgsType, Ctx, Field, ID, Int, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { RecommendationAnswerCode } from '../schema/codes.ts'
import { LocalDateScalar } from '../schema/scalars.ts'
import { shortText, Text } from '../schema/Text.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { PageArguments, pageComplexity } from './page.ts'
import { permitted } from './permitted.ts'
import { settingsNow, today } from './settings.ts'

/** Where a recommendation or a lead stands, as a condition on its row; $2 is today, $3 the last day of asking that is late. */
const standings = {
  OVERDUE: `closed_on is null and implemented_on is null and answer is distinct from 'REFUSED' and followed
    and (due_on < $2::date or (answer is null and issued_on <= $3::date))`,
  AWAITING_ANSWER: 'closed_on is null and answer is null and followed',
  IN_PROGRESS: `closed_on is null and implemented_on is null and answer in ('ACCEPTED', 'PARTLY_ACCEPTED')`,
  TO_CLOSE: `closed_on is null and (implemented_on is not null or answer = 'REFUSED')`,
  CLOSED: 'closed_on is not null',
  IDEAS: 'closed_on is null and answer is null and not followed',
} as const
type Standing = keyof typeof standings
const names = Object.keys(standings) as Standing[]

const StandingCode = Object.fromEntries(names.map(name => [name, name])) as { [Name in Standing]: Name }
registerEnumType<typeof StandingCode>(StandingCode, {
  name: 'FollowUpStanding',
  description: 'Où en est ce qui est demandé à un secteur.',
  valuesConfig: {
    OVERDUE: { description: 'En retard : réponse ou mise en œuvre' },
    AWAITING_ANSWER: { description: 'Réponse attendue' },
    IN_PROGRESS: { description: 'Acceptée, à mettre en œuvre' },
    TO_CLOSE: { description: 'Suivi à terminer par le Secrétariat' },
    CLOSED: { description: 'Suivi terminé' },
    IDEAS: { description: 'Piste sans date, que personne ne suit' },
  },
})

@ArgsType()
export class FollowUpArguments extends PageArguments {
  @Field(() => StandingCode, { defaultValue: 'OVERDUE', description: 'Ce qui en est là seulement.' })
  standing!: Standing

  @Field(() => String, { nullable: true, description: 'Code du secteur ; absent, tous.' })
  @IsOptional()
  @Text(shortText)
  sector?: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'Une recommandation ou une piste d’amélioration, et ce qu’il en advient.',
})
export class FollowUpRow {
  @Field(() => ID, { description: 'Identifiant dans son dossier.' })
  id!: string

  @Field(() => ID, { description: 'Identifiant du dossier.' })
  dossier!: string

  @Field(() => String, { description: 'Numéro du dossier.' })
  fileNumber!: string

  @Field(() => String, { description: 'RECOMMENDATION ou IMPROVEMENT.' })
  kind!: string

  @Field(() => String, { description: 'Code du secteur à qui c’est demandé.' })
  sector!: string

  @Field(() => String, { description: 'Ce qui est demandé.' })
  text!: string

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour où c’est attendu.' })
  dueOn!: LocalDate | null

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour où c’est parvenu au secteur.' })
  issuedOn!: LocalDate | null

  @Field(() => RecommendationAnswerCode, { nullable: true, description: 'La réponse du secteur.' })
  answer!: RecommendationAnswer | null

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour de la mise en œuvre.' })
  implementedOn!: LocalDate | null

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour de la fin du suivi.' })
  closedOn!: LocalDate | null
}

@ObjectType({ simpleResolvers: true, description: 'Combien de demandes en sont à chaque point.' })
export class FollowUpCounts {
  @Field(() => Int, { description: 'En retard.' })
  overdue!: number

  @Field(() => Int, { description: 'Réponse attendue.' })
  awaitingAnswer!: number

  @Field(() => Int, { description: 'À mettre en œuvre.' })
  inProgress!: number

  @Field(() => Int, { description: 'Suivi à terminer.' })
  toClose!: number

  @Field(() => Int, { description: 'Recommandations faites, en tout.' })
  recommendations!: number

  @Field(() => Int, { description: 'Parmi elles, acceptées en tout ou en partie.' })
  accepted!: number

  @Field(() => Int, { description: 'Parmi les acceptées, mises en œuvre.' })
  carriedOut!: number
}

@ObjectType({ simpleResolvers: true, description: 'Une page des demandes faites aux secteurs.' })
export class FollowUpPage {
  @Field(() => [FollowUpRow], { description: 'Les demandes, la plus ancienne d’abord.' })
  rows!: FollowUpRow[]

  @Field(() => FollowUpCounts, { description: 'Le compte de tout, quel que soit l’état demandé.' })
  counts!: FollowUpCounts

  @Field(() => String, { nullable: true, description: 'Repère à donner pour la page suivante ; absent à la dernière.' })
  next!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Un dossier d’un thème.' })
export class ThemeDossier {
  @Field(() => ID, { description: 'Identifiant du dossier.' })
  id!: string

  @Field(() => String, { description: 'Numéro du dossier.' })
  fileNumber!: string

  @Field(() => LocalDateScalar, { description: 'Jour où il a été relié.' })
  linkedOn!: LocalDate
}

@ObjectType({ simpleResolvers: true, description: 'Un thème qui réunit des dossiers.' })
export class Theme {
  @Field(() => ID, { description: 'Ce qui fait le thème : ses mots, sans accents ni majuscules.' })
  id!: string

  @Field(() => String, { description: 'Son nom, tel qu’il a été écrit la première fois.' })
  title!: string

  @Field(() => Int, { description: 'Nombre de dossiers.' })
  count!: number

  @Field(() => [ThemeDossier], { description: 'Les dossiers, le plus récemment relié d’abord ; cent au plus.' })
  dossiers!: ThemeDossier[]
}

const counted = (standing: Standing) => `count(*) filter (where ${standings[standing]})::int`
const find = (standing: Standing) =>
  statement(
    `follow_ups_${standing.toLowerCase()}`,
    `select (select json_build_object('overdue', ${counted('OVERDUE')}, 'awaitingAnswer', ${counted('AWAITING_ANSWER')},
         'inProgress', ${counted('IN_PROGRESS')}, 'toClose', ${counted('TO_CLOSE')},
         'recommendations', count(*) filter (where kind = 'RECOMMENDATION')::int,
         'accepted', count(*) filter (where kind = 'RECOMMENDATION' and answer in ('ACCEPTED', 'PARTLY_ACCEPTED'))::int,
         'carriedOut', count(*) filter (where kind = 'RECOMMENDATION' and implemented_on is not null)::int)
       from recommendation where visible and ($1::text is null or sector = $1)) as counts,
     coalesce((select json_agg(page) from (
       select r.recommendation_id as id, d.id as dossier, d.file_number as "fileNumber", r.kind, r.sector, r.text,
         r.due_on as "dueOn", r.issued_on as "issuedOn", r.answer, r.implemented_on as "implementedOn",
         r.closed_on as "closedOn"
       from recommendation r join dossier d on d.id = r.dossier_id
       where visible and ($1::text is null or sector = $1) and ${standings[standing]}
         and $2::date is not null and $3::date is not null
         and ($5::text is null or (d.file_number, r.recommendation_id) > ($5::text, $6::text))
       order by d.file_number, r.recommendation_id limit $4) page), '[]') as found`,
  )
const statements = Object.fromEntries(names.map(name => [name, find(name)])) as Record<
  Standing,
  ReturnType<typeof find>
>
const findThemes = statement(
  'themes',
  `select theme as id, (array_agg(title order by linked_on, d.id))[1] as title, count(*)::int as count,
     (json_agg(json_build_object('id', d.id, 'fileNumber', d.file_number, 'linkedOn', linked_on)
       order by linked_on desc, d.file_number)) as dossiers
   from theme_link t join dossier d on d.id = t.dossier_id
   group by theme order by count(*) desc, theme limit 100`,
)

/** The last day on which something was asked whose answer is late today. */
function lateSince(on: LocalDate, { delays, calendar }: Settings): LocalDate {
  let day = addDays(on, -delays.recommendationAnswer - 1)
  while (addBusinessDays(day, delays.recommendationAnswer, calendar) >= on) day = addDays(day, -1)
  return day
}

const order = 'FOLLOW_UPS'

@Resolver()
export class FollowUpsResolver {
  @Query(() => FollowUpPage, {
    description: 'Ce qui est demandé aux secteurs après les plaintes, et ce qu’il en advient ; aucune identité.',
    complexity: pageComplexity,
  })
  async followUps(
    @Args(() => FollowUpArguments) { first, after, standing, sector }: FollowUpArguments,
    @Ctx() context: Context,
  ): Promise<FollowUpPage> {
    permitted(context, 'READ_CASELOAD')
    const on = today(context)
    const late = lateSince(on, await settingsNow(context))
    const [fileNumber = null, id = null] = after ? readCursor(after, order, ['fileNumber', 'code']) : []
    const [answer] = await context.database.ask<{ counts: FollowUpCounts; found: FollowUpRow[] }>(
      statements[standing],
      [sector ?? null, on, late, first + 1, fileNumber, id],
    )
    if (!answer) throw new Error('The follow-ups gave no answer')
    const rows = answer.found.slice(0, first)
    const last = rows.at(-1)
    const next = last && answer.found.length > first ? cursorOf(order, [last.fileNumber, last.id]) : null
    return { rows, counts: answer.counts, next }
  }

  @Query(() => [Theme], {
    description: 'Les thèmes qui réunissent des dossiers, le plus fréquent d’abord.',
    complexity: 500,
  })
  async themes(@Ctx() context: Context): Promise<Theme[]> {
    permitted(context, 'READ_CASELOAD')
    const themes = await context.database.ask<Theme & Record<string, unknown>>(findThemes)
    return themes.map(theme => ({ ...theme, dossiers: theme.dossiers.slice(0, 100) }))
  }
}
