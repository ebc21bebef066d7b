import { type FiscalYear, fiscalYears, type LocalDate } from '@bienfonde/domain'
import { IsOptional, Max, Min } from 'class-validator'
import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql'
import { publishedEarlier } from '../frozenEditions/frozenEditions.ts'
import { codesOf } from '../schema/codes.ts'
import { LocalDateScalar } from '../schema/scalars.ts'
import { AnnualReportEntry } from './AnnualReportEntry.ts'
import { momentFor, type Reader } from './reader.ts'
import { reportAt } from './reportAt.ts'

const audiences = [
  { code: 'INTERNAL', label: 'Le Secrétariat : tous les chiffres, exacts.' },
  { code: 'PUBLIC', label: 'Le public : les petits nombres sont cachés, et ce qui les ferait retrouver.' },
] as const

type Audience = (typeof audiences)[number]['code']
const AudienceCode = codesOf('Audience', 'À qui des chiffres sont destinés.', audiences)

@ArgsType()
export class AnnualReportArguments {
  @Field(() => Int, { description: 'Année civile où l’exercice commence : 2026 va du 1er avril 2026 au 31 mars 2027.' })
  @Min(fiscalYears[0])
  @Max(fiscalYears[1])
  fiscalYear!: FiscalYear

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Répond avec ce qui était connu le soir de ce jour ; ce qui est connu maintenant, sinon.',
  })
  @IsOptional()
  asOf?: LocalDate | null

  @Field(() => AudienceCode, { defaultValue: 'INTERNAL', description: 'À qui le rapport est destiné.' })
  audience!: Audience
}

@Resolver()
export class AnnualReportResolver {
  @Query(() => AnnualReportEntry, {
    complexity: ({ childComplexity }) => 800 + childComplexity,
    description:
      'Le rapport annuel : l’exercice, le précédent et l’écart, chaque ligne avec sa définition et son unité.',
  })
  async annualReport(
    @Args(() => AnnualReportArguments) { fiscalYear, asOf = null, audience }: AnnualReportArguments,
    @Ctx() reader: Reader,
  ): Promise<AnnualReportEntry> {
    const moment = await momentFor(reader)
    const counted = reportAt(moment, fiscalYear, asOf)
    if (audience === 'INTERNAL') return counted.report
    return counted.published(await publishedEarlier(reader.database.ask, fiscalYear)).report
  }
}
