import { identityRefusal, localDateAt, replay } from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { type Ask, statement } from '../database/statement.ts'
import { journalOf } from '../journal/recorded.ts'
import { permitted } from '../queries/permitted.ts'
import { InputRefused } from '../schema/InputRefused.ts'
import { InstantScalar } from '../schema/scalars.ts'
import { contactsOf, dossiersMarked } from '../vault/contacts.ts'
import { IdentityInput } from '../vault/identityInput.ts'

/** How many searches one person may make in an hour: an example of ours. */
export const contactSearchesAnHour = 30

@ObjectType({ simpleResolvers: true, description: 'Un dossier déjà inscrit avec les mêmes coordonnées.' })
export class SameContactsDossier {
  @Field(() => ID, { description: 'Identifiant du dossier.' })
  id!: string

  @Field(() => String, { description: 'Numéro du dossier.' })
  fileNumber!: string
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Une recherche de dossiers par les coordonnées : qui l’a faite et ce qu’elle a montré, jamais ce qui était cherché.',
})
export class ContactSearch {
  @Field(() => InstantScalar, { description: 'Moment de la recherche.' })
  at!: Date

  @Field(() => ID, { description: 'Identifiant de la personne qui a cherché.' })
  by!: string

  @Field(() => String, { description: 'Nom de la personne qui a cherché.' })
  byName!: string

  @Field(() => [String], { description: 'Numéros des dossiers montrés.' })
  fileNumbers!: string[]
}

/** Beyond this, contact details are those of an office and not of a person. */
const mostMarked = 50
const mostListed = 200

// The searches of one person are counted one after the other: the limit holds whatever is sent at once.
const holdPerson = statement('contact_search_hold', 'select id from staff where id = $1 for no key update')
const countSearches = statement(
  'contact_search_count',
  `select count(*)::int as made from contact_search where staff_id = $1 and at > clock_timestamp() - interval '1 hour'`,
)
const addSearch = statement('contact_search_add', 'insert into contact_search (staff_id, shown) values ($1, $2)')
const findSearches = statement(
  'contact_searches',
  `select at, staff_id as by, s.name as "byName",
     array(select file_number from dossier where dossier.id = any (shown) order by file_number) as "fileNumbers"
   from contact_search join staff s on s.id = staff_id order by contact_search.id desc limit ${mostListed}`,
)
const findNumber = statement('contact_file_number', 'select file_number from dossier where id = $1')

@Resolver()
export class SameContactsResolver {
  @Mutation(() => [SameContactsDossier], {
    description: `Cherche les dossiers inscrits avec les mêmes coordonnées, parmi ceux dont la personne pourrait ouvrir l’identité. Chaque recherche est inscrite, sans ses termes ; ${contactSearchesAnHour} par heure au plus.`,
  })
  async seekSameContacts(
    @Arg('input', () => IdentityInput, { description: 'Les coordonnées de la personne au bout du fil.' })
    input: IdentityInput,
    @Ctx() context: Context,
  ): Promise<SameContactsDossier[]> {
    const { id } = permitted(context, 'REGISTER')
    const contacts = contactsOf(input)
    if (contacts.length === 0) return []
    return context.database.transaction(async ask => {
      await ask(holdPerson, [id])
      const [count] = await ask<{ made: number }>(countSearches, [id])
      if ((count?.made ?? 0) >= contactSearchesAnHour) {
        const message = `Vous avez fait ${contactSearchesAnHour} recherches dans l’heure : attendez avant la prochaine.`
        throw new InputRefused([{ field: 'identity', message }])
      }
      const found = await openable(ask, context, contacts)
      await ask(addSearch, [id, found.map(dossier => dossier.id)])
      return found
    })
  }

  @Query(() => [ContactSearch], {
    description: `Le registre des recherches par les coordonnées : les ${mostListed} dernières.`,
  })
  contactSearches(@Ctx() context: Context): Promise<ContactSearch[]> {
    permitted(context, 'READ_OPENINGS')
    return context.database.ask<ContactSearch>(findSearches)
  }
}

/** Of the dossiers marked alike, those that may be told: what cannot be opened is not even counted. */
async function openable(ask: Ask, { actor, master, now }: Context, contacts: string[]): Promise<SameContactsDossier[]> {
  const on = localDateAt(now())
  const found: SameContactsDossier[] = []
  for (const id of await dossiersMarked(ask, master, contacts, mostMarked)) {
    const complaint = replay(await journalOf(ask, id))
    // Somebody who did not sign is not to be named by the telephone they left.
    if (complaint.registration?.anonymous ?? true) continue
    if (identityRefusal(complaint, actor, on, ['IDENTITY'])) continue
    const [row] = await ask<{ file_number: string }>(findNumber, [id])
    if (row) found.push({ id, fileNumber: row.file_number })
  }
  return found.sort((one, other) => one.fileNumber.localeCompare(other.fileNumber))
}
