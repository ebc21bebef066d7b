import { mostDrafts } from '@bienfonde/domain'
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { type Ask, statement } from '../database/statement.ts'
import { permitted } from '../queries/permitted.ts'
import { InputRefused } from '../schema/InputRefused.ts'
import { discardDraft, draftContent, draftsOf, keepDraft, purgeDrafts } from '../vault/drafts.ts'
import type { MasterKey } from '../vault/keys.ts'
import { KeepRegistrationDraftInput, RegistrationDraft, RegistrationDraftArguments } from './RegistrationDraft.ts'

// The drafts of one person are kept one after the other: the limit holds whatever is sent at once.
const holdPerson = statement('drafts_hold', 'select id from staff where id = $1 for no key update')
const findOthers = statement(
  'drafts_others',
  `select (select count(*) from draft where staff_id = $1 and id <> $2)::int as kept,
     exists (select from dossier where id = $2) as registered`,
)

@Resolver()
export class RegistrationDraftsResolver {
  @Query(() => [RegistrationDraft], {
    description: 'Les inscriptions que la personne a commencées et pas encore envoyées, la plus récente d’abord.',
  })
  registrationDrafts(@Ctx() context: Context): Promise<RegistrationDraft[]> {
    const { id } = permitted(context, 'REGISTER')
    return draftsOf(context.database.ask, id)
  }

  @Query(() => String, {
    nullable: true,
    description: 'Ce qui est écrit dans un brouillon de la personne ; absent s’il n’existe plus.',
  })
  async registrationDraft(
    @Args(() => RegistrationDraftArguments) { id }: RegistrationDraftArguments,
    @Ctx() context: Context,
  ): Promise<string | null> {
    const { id: author } = permitted(context, 'REGISTER')
    return (await draftContent(context.database.ask, context.master, author, id)) ?? null
  }

  @Mutation(() => RegistrationDraft, {
    description: 'Conserve sous scellé une inscription commencée, à la place de ce qui en était conservé.',
  })
  keepRegistrationDraft(
    @Arg('input', () => KeepRegistrationDraftInput) input: KeepRegistrationDraftInput,
    @Ctx() context: Context,
  ): Promise<RegistrationDraft> {
    const { id: author } = permitted(context, 'REGISTER')
    if (input.author !== author) throw refused('Une autre personne a ouvert une session dans ce navigateur.', 'author')
    return context.database.transaction(ask => keep(ask, context.master, author, input))
  }

  @Mutation(() => Boolean, { description: 'Détruit un brouillon de la personne ; faux s’il n’existait plus.' })
  discardRegistrationDraft(
    @Args(() => RegistrationDraftArguments) { id }: RegistrationDraftArguments,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { id: author } = permitted(context, 'REGISTER')
    return discardDraft(context.database.ask, author, id)
  }
}

async function keep(
  ask: Ask,
  master: MasterKey,
  author: string,
  input: KeepRegistrationDraftInput,
): Promise<RegistrationDraft> {
  await ask(holdPerson, [author])
  await purgeDrafts(ask)
  const [others] = await ask<{ kept: number; registered: boolean }>(findOthers, [author, input.id])
  if (others?.registered) throw refused('Cette plainte est déjà inscrite.')
  if ((others?.kept ?? 0) >= mostDrafts) {
    throw refused(
      `Vous conservez déjà ${mostDrafts} brouillons : inscrivez ou supprimez-en un pour en commencer un autre.`,
    )
  }
  return keepDraft(ask, master, author, input)
}

const refused = (message: string, field = 'id') => new InputRefused([{ field, message }])
