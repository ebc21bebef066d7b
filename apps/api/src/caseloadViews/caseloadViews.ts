import { identifyingPassages, mostViews } from '@bienfonde/domain'
import { ArrayMaxSize, IsUUID } from 'class-validator'
import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { type Ask, statement } from '../database/statement.ts'
import { permitted } from '../queries/permitted.ts'
import { InputRefused } from '../schema/InputRefused.ts'
import { CaseloadView, KeepCaseloadViewInput } from './CaseloadView.ts'

const columns = 'id, name, filter, sort, columns, is_default as "isDefault"'

const findViews = statement(
  'caseload_views',
  `select ${columns} from caseload_view where staff_id = $1 order by rank, id limit ${mostViews}`,
)
// The views of one person change one after the other: the limit and the names hold whatever is sent at once.
const holdPerson = statement('caseload_views_hold', 'select id from staff where id = $1 for update')
const findOthers = statement(
  'caseload_views_others',
  `select count(*)::int as kept, coalesce(bool_or(lower(name) = lower($3)), false) as named,
     coalesce(max(rank), 0) + 1 as next
   from caseload_view where staff_id = $1 and id is distinct from $2::uuid`,
)
const leaveDefault = statement(
  'caseload_views_leave_default',
  'update caseload_view set is_default = false where staff_id = $1 and is_default and id is distinct from $2::uuid',
)
const addView = statement(
  'caseload_view_add',
  `insert into caseload_view (staff_id, name, filter, sort, columns, is_default, rank)
   values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
)
const replaceView = statement(
  'caseload_view_replace',
  `update caseload_view set (name, filter, sort, columns, is_default) = ($2, $3, $4, $5, $6)
   where staff_id = $1 and id = $7 returning ${columns}`,
)
const removeView = statement(
  'caseload_view_remove',
  'delete from caseload_view where staff_id = $1 and id = $2 returning id',
)
const orderViews = statement(
  'caseload_views_order',
  `update caseload_view set rank = place from unnest($2::uuid[]) with ordinality as asked (id, place)
   where caseload_view.id = asked.id and staff_id = $1`,
)

@ArgsType()
export class OrderCaseloadViewsArguments {
  @Field(() => [ID], { description: 'Les vues de la personne, dans l’ordre voulu.' })
  @ArrayMaxSize(mostViews)
  @IsUUID(undefined, { each: true })
  ids!: string[]
}

@ArgsType()
export class RemoveCaseloadViewArguments {
  @Field(() => ID, { description: 'La vue à supprimer.' })
  @IsUUID()
  id!: string
}

@Resolver()
export class CaseloadViewsResolver {
  @Query(() => [CaseloadView], { description: 'Les vues que la personne garde, dans son ordre.' })
  caseloadViews(@Ctx() context: Context): Promise<CaseloadView[]> {
    const { id } = permitted(context, 'READ_CASELOAD')
    return context.database.ask<CaseloadView>(findViews, [id])
  }

  @Mutation(() => CaseloadView, { description: 'Garde une vue de la liste des dossiers, ou en remplace une.' })
  keepCaseloadView(
    @Arg('input', () => KeepCaseloadViewInput) input: KeepCaseloadViewInput,
    @Ctx() context: Context,
  ): Promise<CaseloadView> {
    const { id: person } = permitted(context, 'READ_CASELOAD')
    const name = input.name.normalize('NFC').replace(/\s+/g, ' ').trim()
    namesNobody('name', name)
    namesNobody('filter.search', input.filter.search ?? '')
    return context.database.transaction(ask => keep(ask, person, { ...input, name }))
  }

  @Mutation(() => Boolean, { description: 'Supprime une vue ; faux si elle n’existait plus.' })
  async removeCaseloadView(
    @Args(() => RemoveCaseloadViewArguments) { id }: RemoveCaseloadViewArguments,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { id: person } = permitted(context, 'READ_CASELOAD')
    return (await context.database.ask(removeView, [person, id])).length > 0
  }

  @Mutation(() => [CaseloadView], {
    description: 'Range les vues ; celles qui ne sont pas nommées restent où elles sont.',
  })
  async orderCaseloadViews(
    @Args(() => OrderCaseloadViewsArguments) { ids }: OrderCaseloadViewsArguments,
    @Ctx() context: Context,
  ): Promise<CaseloadView[]> {
    const { id: person } = permitted(context, 'READ_CASELOAD')
    await context.database.ask(orderViews, [person, ids])
    return context.database.ask<CaseloadView>(findViews, [person])
  }
}

async function keep(ask: Ask, person: string, input: KeepCaseloadViewInput): Promise<CaseloadView> {
  const { id = null, name, filter, sort, columns, isDefault } = input
  await ask(holdPerson, [person])
  const [others] = await ask<{ kept: number; named: boolean; next: number }>(findOthers, [person, id, name])
  if (others?.named) throw refused('name', 'Une de vos vues porte déjà ce nom.')
  if (!id && (others?.kept ?? 0) >= mostViews) {
    throw refused('name', `Vous gardez déjà ${mostViews} vues : supprimez-en une pour en ajouter une autre.`)
  }
  if (isDefault) await ask(leaveDefault, [person, id])
  const said = [person, name, JSON.stringify(filter), sort, columns, isDefault]
  const [view] = id
    ? await ask<CaseloadView>(replaceView, [...said, id])
    : await ask<CaseloadView>(addView, [...said, others?.next])
  if (!view) throw refused('id', 'Cette vue n’existe plus.')
  return view
}

const refused = (field: string, message: string) => new InputRefused([{ field, message }])

/** Views are kept in clear: what identifies a person has no place in them. A file number does not. */
function namesNobody(field: string, text: string): void {
  if (identifyingPassages(text).some(({ kind }) => kind !== 'NUMBER')) {
    throw refused(field, 'Ce texte paraît identifier une personne : une vue n’en garde rien.')
  }
}
