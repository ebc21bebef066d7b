import type { LocalDate } from '@bienfonde/domain'
import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, Field, Info, ObjectType, Query, Resolver } from 'type-graphql'
import { LocalDateScalar } from '../../schema/scalars.ts'
import type { Moment } from '../Statistics.ts'
import type { StatisticsContext } from '../StatisticsContext.ts'
import { BacklogArguments, FlowArguments, questionOf, SeriesArguments, StatisticsArguments } from './arguments.ts'
import { namesAsked } from './asked.ts'
import { Backlog, backlogOf } from './backlog.ts'
import { CaseloadFigures, figuresTeller, wantedBy } from './CaseloadFigures.ts'
import { Definitions, definitionsUnder } from './definitions.ts'
import { CaseloadFlow, flowOf } from './flow.ts'
import { labelled } from './labels.ts'
import { type AnswerScope, CaseloadStatistics } from './StatisticsAnswer.ts'
import { factFilter } from './StatisticsFilter.ts'

@ObjectType({ simpleResolvers: true, description: 'Une tranche de temps, et ses chiffres.' })
export class TimePoint {
  @Field(() => String, { description: 'La tranche, comme 2026-2027, 2026-2027 T1, 2026-04 ou un jour.' })
  key!: string

  @Field(() => LocalDateScalar, { description: 'Son premier jour dans la période.' })
  from!: LocalDate

  @Field(() => LocalDateScalar, { description: 'Son dernier jour dans la période.' })
  to!: LocalDate

  @Field(() => CaseloadFigures, { description: 'Ses chiffres ; ce qui est ouvert l’est à la fin de la tranche.' })
  figures!: CaseloadFigures
}

/** What one question weighs beside a field, when the cost of a request is estimated. */
const weight = ({ childComplexity }: { childComplexity: number }) => 800 + childComplexity

const scopeOf = ({ unit, period, asOf }: FlowArguments, { today }: Moment): AnswerScope => ({
  ...{ unit, from: period.from, to: period.to },
  knownOn: asOf ?? today,
})

/** The questions of the statistics endpoint: counts and days, from which no complaint and no person can be reached. */
@Resolver()
export class StatisticsResolver {
  @Query(() => CaseloadStatistics, {
    complexity: weight,
    description: 'Les chiffres d’une période, par groupe, et le tout.',
  })
  async caseloadStatistics(
    @Args(() => StatisticsArguments) asked: StatisticsArguments,
    @Ctx() context: StatisticsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Partial<CaseloadStatistics>> {
    const moment = await context.moment()
    const names = namesAsked(info)
    const tell = figuresTeller(names)
    const question = questionOf(asked, wantedBy(names))
    const groups = names.has('groups') ? moment.figures({ ...question, groupBy: asked.groupBy }) : []
    const words = labelled(moment.sectors)
    return {
      ...scopeOf(asked, moment),
      ...(names.has('total') && { total: tell(moment.whole(question)) }),
      groups: groups.map(figures => ({ key: figures.key.map(words), figures: tell(figures) })),
    }
  }

  @Query(() => CaseloadFlow, {
    complexity: weight,
    description: 'Le mouvement d’une période, qui s’équilibre toujours.',
  })
  async caseloadFlow(
    @Args(() => FlowArguments) asked: FlowArguments,
    @Ctx() context: StatisticsContext,
  ): Promise<CaseloadFlow> {
    const moment = await context.moment()
    return { ...scopeOf(asked, moment), ...flowOf(moment.whole(questionOf(asked))) }
  }

  @Query(() => [TimePoint], {
    complexity: ({ childComplexity }) => 800 + 100 * childComplexity,
    description: 'Les chiffres, tranche après tranche ; une tranche où rien ne s’est passé y est aussi.',
  })
  async timeSeries(
    @Args(() => SeriesArguments) asked: SeriesArguments,
    @Ctx() context: StatisticsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TimePoint[]> {
    const moment = await context.moment()
    const names = namesAsked(info)
    const tell = figuresTeller(names)
    const question = { ...questionOf(asked, wantedBy(names)), groupBy: [asked.grain], everyPiece: true }
    return moment.figures(question).map(figures => ({
      key: figures.key[0]?.value ?? '',
      ...{ from: figures.from, to: figures.to },
      figures: tell(figures),
    }))
  }

  @Query(() => Backlog, { complexity: weight, description: 'L’âge de ce qui est ouvert à la fin d’un jour.' })
  async backlogAge(
    @Args(() => BacklogArguments) { on, unit, filter, asOf }: BacklogArguments,
    @Ctx() context: StatisticsContext,
  ): Promise<Backlog> {
    const moment = await context.moment()
    const day = on ?? asOf ?? moment.today
    const backlog = moment.backlog({ on: day, unit, filter: factFilter(filter), asOf: asOf ?? null })
    return { unit, from: day, to: day, knownOn: asOf ?? moment.today, ...backlogOf(backlog) }
  }

  @Query(() => Definitions, { description: 'Ce que veulent dire les chiffres.' })
  async definitions(@Ctx() context: StatisticsContext): Promise<Definitions> {
    return definitionsUnder((await context.moment()).settings)
  }
}
