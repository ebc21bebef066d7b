import { soonUntil } from '@bienfonde/domain'
import { IsOptional, Max, Min, ValidateNested } from 'class-validator'
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Context } from '../context.ts'
import { CaseloadFilter } from './CaseloadFilter.ts'
import { CaseloadRow } from './CaseloadRow.ts'
import type { CaseloadAsked } from './caseloadConditions.ts'
import { type CaseloadSort, CaseloadSortCode, caseloadSorts } from './caseloadSorts.ts'
import { caseloadCount, caseloadStatement } from './caseloadStatement.ts'
import { cursorOf, readCursor } from './cursor.ts'
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

  @Field(() => Int, {
    defaultValue: 0,
    description: 'Nombre de dossiers passés avant la page, pour aller loin d’un coup ; sans effet avec un repère.',
  })
  @Min(0)
  @Max(10_000_000)
  skip!: number
}

@ObjectType({ simpleResolvers: true, description: 'Une page de la liste des dossiers.' })
export class CaseloadPage {
  @Field(() => [CaseloadRow], { description: 'Les dossiers de la page, dans l’ordre demandé.' })
  rows!: CaseloadRow[]

  @Field(() => String, { nullable: true, description: 'Repère à donner pour la page suivante ; absent à la dernière.' })
  next!: string | null

  /** Who asked what: the total is counted only if it is asked for, and unless a search has counted it. */
  asked!: CaseloadAsked
  known!: number | null
}

interface Found extends Omit<CaseloadRow, 'passage'> {
  headline: string | null
  exact: number
}

@Resolver(() => CaseloadPage)
export class CaseloadResolver {
  @Query(() => CaseloadPage, {
    description: 'Les dossiers, sans rien qui identifie les personnes plaignantes.',
    complexity: pageComplexity,
  })
  async caseload(
    @Args(() => CaseloadArguments) { filter, sort, first, after, skip }: CaseloadArguments,
    @Ctx() context: Context,
  ): Promise<CaseloadPage> {
    const asked = await askedNow(context, filter)
    const { key, kind } = caseloadSorts[sort]
    const { statement, values } = caseloadStatement({
      ...asked,
      sort,
      first,
      after: after ? readCursor(after, sort, ['flag', kind, 'uuid']) : undefined,
      skip: after ? 0 : skip,
    })
    const [answer] = await context.database.ask<{ total: number | null; found: Found[] }>(statement, values)
    const { total: known = null, found = [] } = answer ?? {}
    const rows = found.slice(0, first).map(({ headline, exact: _, ...row }) => ({
      ...row,
      changedAt: new Date(row.changedAt).toISOString(),
      passage: passagesOf(headline),
    }))
    const last = rows.at(-1)
    const ended = found.length <= first || !last
    const next = ended ? null : cursorOf(sort, [found[first - 1]?.exact ?? 0, last[key], last.id])
    return { rows, next, asked, known }
  }

  @FieldResolver(() => Int, { description: 'Nombre de dossiers que le filtre retient, toutes pages comprises.' })
  async total(@Root() { asked, known }: CaseloadPage, @Ctx() { database }: Context): Promise<number> {
    if (known !== null) return known
    const { statement, values } = caseloadCount(asked)
    const [answer] = await database.ask<{ total: number }>(statement, values)
    return answer?.total ?? 0
  }
}

/** What is asked of the list by whoever may read it, on the ministry's own day. */
export async function askedNow(context: Context, filter: CaseloadFilter | null | undefined): Promise<CaseloadAsked> {
  const asker = permitted(context, 'READ_CASELOAD')
  const on = today(context)
  return { filter: filter ?? {}, asker, today: on, soon: soonUntil(on, await settingsNow(context)) }
}
