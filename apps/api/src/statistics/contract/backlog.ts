import { type BacklogAge, backlogAges } from '@bienfonde/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { quantiles } from '../quantiles.ts'
import type { BacklogAges } from '../Statistics.ts'
import { DelayFigures } from './CaseloadFigures.ts'
import { BacklogAgeCode } from './codes.ts'
import { AnswerScope } from './StatisticsAnswer.ts'

@ObjectType({ simpleResolvers: true, description: 'Une classe d’âges.' })
export class BacklogClass {
  @Field(() => BacklogAgeCode, { description: 'La classe.' })
  age!: BacklogAge

  @Field(() => Int, { description: 'Combien en sont.' })
  count!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'L’âge de ce qui était ouvert à la fin d’un jour, en jours ouvrables.',
})
export class Backlog extends AnswerScope {
  @Field(() => Int, { description: 'Combien étaient ouverts.' })
  open!: number

  @Field(() => Int, { description: 'Parmi eux, combien étaient en retard.' })
  overdue!: number

  @Field(() => [BacklogClass], { description: 'Les classes d’âges, de la plus jeune à la plus vieille.' })
  classes!: BacklogClass[]

  @Field(() => DelayFigures, { description: 'L’âge : médiane, neuvième décile et moyenne.' })
  age!: DelayFigures
}

/** The backlog in classes and quantiles of business days. */
export function backlogOf({ since, overdue, ageOf }: BacklogAges): Omit<Backlog, keyof AnswerScope> {
  // The earliest day comes first, and is the oldest.
  const ages = new Int32Array(since.length === 0 ? 0 : ageOf(since[0]?.day ?? 0) + 1)
  for (const { day, count } of since) ages[ageOf(day)]! += count
  const classes = backlogAges.map(({ code, upTo }, at) => {
    const within = ages.subarray((backlogAges[at - 1]?.upTo ?? -1) + 1, upTo + 1)
    return { age: code, count: within.reduce((sum, count) => sum + count, 0) }
  })
  const age = quantiles(ages, 0, ages.length, [])
  return { open: age.counted, overdue, classes, age }
}
