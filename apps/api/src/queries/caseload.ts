import { addBusinessDays } from '@bienfonde/domain'
import { IsOptional, ValidateNested } from 'class-validator'
import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { CaseloadFilter } from './CaseloadFilter.ts'
import { CaseloadRow } from './CaseloadRow.ts'
import { type CaseloadSort, CaseloadSortCode, caseloadSorts, caseloadStatement } from './caseloadStatement.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { soonInBusinessDays } from './dueState.ts'
import { passagesOf } from './highlight.ts'
import { PageArguments, pageComplexity } from './page.ts'
import { permitted } from './permitted.ts'
import { settingsNow, today } from './settings.ts'

@ArgsType()
export class CaseloadArguments extends PageArguments {
  @Field(() => CaseloadFilter, { nullable: true, description: 'Ce que la liste retient ; tout, si rien n’est donné.' })
  @IsOptional()
  @ValidateNested()
  filter?: CaseloadFilter | null

  @Field(() => CaseloadSortCode, { defaultValue: 'REPLY_DUE_ASC', description: 'Ordre de la liste.' })
  sort!: CaseloadSort
}

@ObjectType({ simpleResolvers: true, description: 'Une page de la liste des dossiers.' })
export class CaseloadPage {
  @Field(() => [CaseloadRow], { description: 'Les dossiers de la page, dans l’ordre demandé.' })
  rows!: CaseloadRow[]

  @Field(() => Int, { description: 'Nombre de dossiers que le filtre retient, toutes pages comprises.' })
  total!: number

  @Field(() => String, { nullable: true, description: 'Repère à donner pour la page suivante ; absent à la dernière.' })
  next!: string | null
}

interface Found extends Omit<CaseloadRow, 'passage'> {
  headline: string | null
  exact: number
}

@Resolver()
export class CaseloadResolver {
  @Query(() => CaseloadPage, {
    description: 'Les dossiers, sans rien qui identifie les personnes plaignantes.',
    complexity: pageComplexity,
  })
  async caseload(
    @Args(() => CaseloadArguments) { filter, sort, first, after }: CaseloadArguments,
    @Ctx() context: Context,
  ): Promise<CaseloadPage> {
    permitted(context, 'READ_CASELOAD')
    const on = today(context)
    const { calendar } = await settingsNow(context)
    const { key, kind } = caseloadSorts[sort]
    const { statement, values } = caseloadStatement({
      filter: filter ?? {},
      sort,
      first,
      after: after ? readCursor(after, sort, ['flag', kind, 'uuid']) : undefined,
      today: on,
      soon: addBusinessDays(on, soonInBusinessDays, calendar),
    })
    const [answer] = await context.database.ask<{ total: number; found: Found[] }>(statement, values)
    const { total = 0, found = [] } = answer ?? {}
    const rows = found.slice(0, first).map(({ headline, exact: _, ...row }) => ({
      ...row,
      changedAt: new Date(row.changedAt).toISOString(),
      passage: passagesOf(headline),
    }))
    const last = rows.at(-1)
    const ended = found.length <= first || !last
    const next = ended ? null : cursorOf(sort, [found[first - 1]?.exact ?? 0, last[key], last.id])
    return { rows, total, next }
  }
}
