import { type FiscalYear, fiscalYearLabel, fiscalYears, restatements } from '@bienfonde/domain'
import { IsOptional, IsUUID, Max, Min } from 'class-validator'
import { Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql'
import { askFor, momentFor, type Reader } from '../annualReport/reader.ts'
import { reportAt } from '../annualReport/reportAt.ts'
import { statement } from '../database/statement.ts'
import { EditionComparison, FrozenEdition, FrozenEditionHead } from './FrozenEdition.ts'
import { digestOf, editionOf } from './frozenEditions.ts'
import { causesSince } from './restatementCauses.ts'

@ArgsType()
export class EditionsArguments {
  @Field(() => Int, { nullable: true, description: 'Les éditions de ce seul exercice ; de tous, sinon.' })
  @IsOptional()
  @Min(fiscalYears[0])
  @Max(fiscalYears[1])
  fiscalYear?: FiscalYear | null
}

@ArgsType()
export class EditionArguments {
  @Field(() => ID, { description: 'L’édition.' })
  @IsUUID()
  id!: string
}

const findEditions = statement(
  'editions',
  `select id, fiscal_year as "fiscalYear", number, known_on::text as "knownOn", frozen_at as "frozenAt",
     note, software, digest
   from frozen_edition
   where $1::int is null or fiscal_year = $1 order by fiscal_year desc, number desc limit 500`,
)

@Resolver()
export class EditionsResolver {
  @Query(() => [FrozenEditionHead], {
    description: 'Les éditions arrêtées du rapport annuel, la plus récente d’abord.',
  })
  async editions(
    @Args(() => EditionsArguments) { fiscalYear = null }: EditionsArguments,
    @Ctx() reader: Reader,
  ): Promise<FrozenEditionHead[]> {
    const ask = askFor(reader)
    const found = await ask<FrozenEditionHead>(findEditions, [fiscalYear])
    return found.map(head => ({ ...head, label: fiscalYearLabel(head.fiscalYear) }))
  }

  @Query(() => FrozenEdition, { nullable: true, description: 'Une édition arrêtée, telle qu’elle a été arrêtée.' })
  async edition(
    @Args(() => EditionArguments) { id }: EditionArguments,
    @Ctx() reader: Reader,
  ): Promise<FrozenEdition | undefined> {
    const ask = askFor(reader)
    const kept = await editionOf(ask, id)
    if (!kept) return undefined
    return {
      ...kept,
      label: fiscalYearLabel(kept.fiscalYear),
      frozenAt: kept.frozenAt.toISOString(),
      intact: digestOf(kept) === kept.digest,
    }
  }

  @Query(() => EditionComparison, {
    nullable: true,
    complexity: ({ childComplexity }) => 800 + childComplexity,
    description:
      'Ce qu’une édition serait si on la comptait de nouveau : avec ce qui était connu, puis avec ce qui l’est.',
  })
  async editionComparison(
    @Args(() => EditionArguments) { id }: EditionArguments,
    @Ctx() reader: Reader,
  ): Promise<EditionComparison | undefined> {
    const ask = askFor(reader)
    const kept = await editionOf(ask, id)
    if (!kept) return undefined
    const moment = await momentFor(reader)
    const again = reportAt(moment, kept.fiscalYear, kept.knownOn).report
    const now = reportAt(moment, kept.fiscalYear, null).report
    return {
      reproduced: restatements(kept.report, again).length === 0,
      restatements: restatements(kept.report, now),
      causes: await causesSince(ask, kept, moment.settings),
    }
  }
}
