import type { Dimension, LocalDate, TimeGrain, Unit } from '@bienfonde/domain'
import { ArrayMaxSize, ArrayUnique, IsOptional, ValidateNested } from 'class-validator'
import { ArgsType, Field, InputType } from 'type-graphql'
import { LocalDateScalar } from '../../schema/scalars.ts'
import type { Question, Wanted } from '../Question.ts'
import { CountedUnitCode, DimensionCode, TimeGrainCode } from './codes.ts'
import { factFilter, StatisticsFilter } from './StatisticsFilter.ts'

@InputType({ description: 'Une période : ses deux jours en font partie.' })
export class PeriodInput {
  @Field(() => LocalDateScalar, { description: 'Premier jour.' })
  from!: LocalDate

  @Field(() => LocalDateScalar, { description: 'Dernier jour.' })
  to!: LocalDate
}

@ArgsType()
class Population {
  @Field(() => CountedUnitCode, { defaultValue: 'DOSSIERS', description: 'Ce qui est compté.' })
  unit!: Unit

  @Field(() => StatisticsFilter, { nullable: true, description: 'Ce qui est retenu ; tout, sinon.' })
  @IsOptional()
  @ValidateNested()
  filter?: StatisticsFilter | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'Répond avec ce qui était connu le soir de ce jour, d’après le journal ; ce qui est connu maintenant, sinon.',
  })
  @IsOptional()
  asOf?: LocalDate | null
}

@ArgsType()
export class FlowArguments extends Population {
  @Field(() => PeriodInput, { description: 'La période.' })
  @ValidateNested()
  period!: PeriodInput
}

@ArgsType()
export class StatisticsArguments extends FlowArguments {
  @Field(() => [DimensionCode], {
    defaultValue: [],
    description: 'Jusqu’à trois dimensions ; sans elles, le tout seulement.',
  })
  @ArrayMaxSize(3)
  @ArrayUnique()
  groupBy!: Dimension[]
}

@ArgsType()
export class SeriesArguments extends FlowArguments {
  @Field(() => TimeGrainCode, { description: 'Comment la période se découpe.' })
  grain!: TimeGrain
}

@ArgsType()
export class BacklogArguments extends Population {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Le jour à la fin duquel on compte ; aujourd’hui, sinon.',
  })
  @IsOptional()
  on?: LocalDate | null
}

/** The arguments in the terms of a question. */
export const questionOf = ({ period, unit, filter, asOf }: FlowArguments, wanted?: Wanted): Question => ({
  ...{ from: period.from, to: period.to, unit, groupBy: [] },
  ...(wanted && { wanted }),
  delays: (wanted?.delays.length ?? 0) > 0,
  filter: factFilter(filter),
  asOf: asOf ?? null,
})
