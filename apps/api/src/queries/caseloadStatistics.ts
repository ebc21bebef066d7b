import { fiscalYearBounds, fiscalYearLabel, fiscalYearOf, type Outcome, outcomes, type Unit } from '@bienfonde/domain'
import { IsOptional, Max, Min } from 'class-validator'
import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { OutcomeCode } from '../schema/codes.ts'
import { LocalDateScalar } from '../schema/scalars.ts'
import { CountedUnitCode, countedUnits } from '../statistics/contract/codes.ts'
import type { Figures } from '../statistics/figures.ts'
import { statisticsOf } from '../statistics/Statistics.ts'
import { permitted } from './permitted.ts'
import { today } from './settings.ts'

@ArgsType()
export class FiscalYearArguments {
  @Field(() => Int, {
    nullable: true,
    description:
      'Année civile où l’exercice commence : 2026 va du 1er avril 2026 au 31 mars 2027 ; l’exercice en cours, sinon.',
  })
  @IsOptional()
  @Min(1990)
  @Max(2990)
  fiscalYear?: number | null
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Le mouvement d’un exercice, pour une unité : ouverts au début + reçus + rouverts − fermés = ouverts à la fin.',
})
export class CaseloadMovement {
  @Field(() => CountedUnitCode, { description: 'Ce qui est compté.' })
  unit!: Unit

  @Field(() => Int, { description: 'Ouverts au début du premier jour de l’exercice.' })
  openAtStart!: number

  @Field(() => Int, { description: 'Reçus pendant l’exercice, selon le jour de réception.' })
  received!: number

  @Field(() => Int, { description: 'Rouverts pendant l’exercice, après une fermeture.' })
  reopened!: number

  @Field(() => Int, { description: 'Fermés pendant l’exercice ; un dossier fermé deux fois compte deux fois.' })
  closed!: number

  @Field(() => Int, {
    description: 'Ouverts à la fin du dernier jour de l’exercice, ou aujourd’hui s’il est en cours.',
  })
  openAtEnd!: number
}

@ObjectType({ simpleResolvers: true, description: 'Un résultat, parmi ce qui a été fermé pendant l’exercice.' })
export class OutcomeCount {
  @Field(() => OutcomeCode, { description: 'Le résultat.' })
  outcome!: Outcome

  @Field(() => Int, { description: 'Motifs fermés avec ce résultat ; leur somme est le nombre de motifs fermés.' })
  matters!: number

  @Field(() => Int, {
    description: 'Dossiers fermés dont un motif au moins a ce résultat ; un dossier peut compter sous deux résultats.',
  })
  dossiers!: number
}

@ObjectType({ simpleResolvers: true, description: 'Les chiffres d’un exercice.' })
export class CaseloadStatistics {
  @Field(() => Int, { description: 'Année civile où l’exercice commence.' })
  fiscalYear!: number

  @Field(() => String, { description: 'L’exercice, comme 2026-2027.' })
  label!: string

  @Field(() => LocalDateScalar, { description: 'Premier jour de l’exercice.' })
  from!: string

  @Field(() => LocalDateScalar, { description: 'Dernier jour de l’exercice.' })
  to!: string

  @Field(() => [CaseloadMovement], { description: 'Le mouvement, en dossiers puis en motifs.' })
  movement!: CaseloadMovement[]

  @Field(() => [OutcomeCount], { description: 'Les résultats de ce qui a été fermé, chacun avec ses deux unités.' })
  outcomes!: OutcomeCount[]
}

@Resolver()
export class CaseloadStatisticsResolver {
  @Query(() => CaseloadStatistics, {
    description:
      'Les chiffres d’un exercice. Population : toutes les plaintes inscrites, reçues au plus tard le dernier jour de l’exercice, sans exclusion ; les résultats portent sur ce qui a été fermé pendant l’exercice.',
  })
  async caseloadStatistics(
    @Args(() => FiscalYearArguments) { fiscalYear }: FiscalYearArguments,
    @Ctx() context: Context,
  ): Promise<CaseloadStatistics> {
    permitted(context, 'READ_STATISTICS')
    const year = fiscalYear ?? fiscalYearOf(today(context))
    const { from, to } = fiscalYearBounds(year)
    const asked = { from, to, groupBy: [], filter: {}, asOf: null, delays: false }
    const { figures, whole } = await statisticsOf(context.database).now(today(context))
    const movement = countedUnits.map(({ code }) => {
      const found = whole({ ...asked, unit: code })
      return {
        unit: code,
        openAtStart: found.openAtStart,
        received: found.flows('RECEIVED'),
        reopened: found.flows('REOPENED'),
        closed: found.flows('CLOSED'),
        openAtEnd: found.open,
      }
    })
    const results = countedUnits.map(({ code }) => figures({ ...asked, unit: code, groupBy: ['OUTCOME'] }))
    const closedAs = (groups: readonly Figures[] | undefined, outcome: Outcome) =>
      groups?.find(({ key }) => key[0]?.value === outcome)?.flows('CLOSED') ?? 0
    const counts = outcomes.map(({ code }) => ({
      outcome: code,
      matters: closedAs(results[1], code),
      dossiers: closedAs(results[0], code),
    }))
    return { fiscalYear: year, label: fiscalYearLabel(year), from, to, movement, outcomes: counts }
  }
}
