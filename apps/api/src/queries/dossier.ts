import { type ActingRole, type Actor, concerns, permits, type Recorded, replay, type Settings } from '@bienfonde/domain'
import { isUUID, MaxLength } from 'class-validator'
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { type JournalRow, recorded } from '../journal/recorded.ts'
import { ministrySettings } from '../ministry/settings.ts'
import { ActingRoleCode } from '../schema/codes.ts'
import { JsonScalar } from '../schema/JsonScalar.ts'
import { InstantScalar, LocalDateScalar } from '../schema/scalars.ts'
import { today } from './settings.ts'

@ObjectType({ simpleResolvers: true, description: 'Une ligne du journal d’un dossier.' })
export class JournalLine {
  @Field(() => Int, { description: 'Rang de la ligne, à partir de 1.' })
  seq!: number

  @Field(() => InstantScalar, { description: 'Moment de l’acte.' })
  at!: string

  @Field(() => LocalDateScalar, { description: 'Jour de l’acte, à l’heure du Ministère.' })
  on!: string

  @Field(() => ID, { description: 'Identifiant de la personne qui a agi.' })
  by!: string

  @Field(() => String, { nullable: true, description: 'Nom de la personne qui a agi, si le registre la connaît.' })
  byName!: string | null

  @Field(() => ActingRoleCode, { description: 'Rôle sous lequel la personne a agi.' })
  role!: ActingRole

  @Field(() => String, { nullable: true, description: 'Raison de maintenir un passage qui paraissait identifier.' })
  confirmation!: string | null

  @Field(() => JsonScalar, {
    description: 'L’événement, tel que le domaine le définit ; aucun renseignement personnel.',
  })
  event!: unknown

  @Field(() => String, { description: 'Empreinte de la ligne, qui couvre celle d’avant.' })
  hash!: string
}

@ObjectType({ simpleResolvers: true, description: 'Ce que le coffre garde pour un dossier, sans rien en montrer.' })
export class VaultSummary {
  @Field(() => Boolean, { description: 'Vrai si une identité ou des coordonnées y sont gardées.' })
  identity!: boolean

  @Field(() => Int, { description: 'Nombre de documents joints.' })
  attachments!: number

  @Field(() => LocalDateScalar, { nullable: true, description: 'Jour de l’effacement, s’il a eu lieu.' })
  erasedOn!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Un dossier : son journal, que le portail rejoue avec les règles.' })
export class Dossier {
  @Field(() => ID, { description: 'Identifiant du dossier.' })
  id!: string

  @Field(() => String, { description: 'Numéro du dossier.' })
  fileNumber!: string

  @Field(() => Int, { description: 'Nombre de lignes du journal ; à rendre avec toute étape.' })
  version!: number

  @Field(() => LocalDateScalar, { description: 'Le jour qu’il est au Ministère.' })
  today!: string

  @Field(() => [JournalLine], { description: 'Le journal entier, dans l’ordre.', complexity: 100 })
  journal!: JournalLine[]

  @Field(() => JsonScalar, { description: 'Les réglages du processus, dont les règles ont besoin.' })
  settings!: Settings

  @Field(() => VaultSummary, { description: 'Ce que le coffre garde, sans rien en montrer.' })
  vault!: VaultSummary
}

@ArgsType()
export class FileNumberArguments {
  @Field(() => String, { description: 'Numéro de dossier, comme 2026-000123.' })
  @MaxLength(40)
  fileNumber!: string
}

interface Found {
  file_number: string
  version: number
  settings: Record<string, unknown> | null
  lines: (Omit<JournalRow, 'at'> & { at: string; name: string | null; hash: string })[]
}

const findDossier = statement(
  'dossier_read',
  `select d.file_number, d.version, (select jsonb_object_agg(key, value) from setting) as settings,
     (select json_agg(line order by line.seq) from (
       select j.seq, j.event, j.actor_id, j.actor_role, j.at, j.confirmation, j.hash, s.name
       from journal j left join staff s on s.id::text = j.actor_id where j.dossier_id = d.id
     ) line) as lines
   from dossier d where d.id = $1`,
)
const findNumber = statement('dossier_by_number', 'select id from dossier where file_number = $1')

const mayRead = (actor: Actor) => permits(actor, 'READ_DOSSIER')

@Resolver()
export class DossierResolver {
  @Query(() => Dossier, {
    nullable: true,
    description: 'Un dossier ; rien, qu’il n’existe pas ou qu’il ne soit pas accessible.',
  })
  async dossier(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<Dossier | null> {
    const { actor, database } = context
    if (!mayRead(actor) || !isUUID(id)) return null
    const [found] = await database.ask<Found>(findDossier, [id])
    if (!found) return null
    const journal = found.lines.map(({ name, hash, at, ...row }) => ({
      ...recorded({ ...row, at: new Date(at) }),
      byName: name,
      hash,
    }))
    const complaint = replay(journal satisfies Recorded[])
    if (!concerns(complaint, actor)) return null
    const { registration, attachments, erasedOn } = complaint
    return {
      id: id.toLowerCase(),
      fileNumber: found.file_number,
      version: found.version,
      today: today(context),
      journal,
      settings: ministrySettings(found.settings),
      vault: { identity: Boolean(registration?.identity) && !erasedOn, attachments: attachments.length, erasedOn },
    }
  }

  @Query(() => ID, {
    nullable: true,
    description:
      'L’identifiant du dossier qui porte ce numéro ; rien, qu’il n’existe pas ou qu’il ne soit pas accessible.',
  })
  async dossierByNumber(
    @Args(() => FileNumberArguments) { fileNumber }: FileNumberArguments,
    @Ctx() { actor, database }: Context,
  ): Promise<string | null> {
    if (!mayRead(actor)) return null
    const [found] = await database.ask<{ id: string }>(findNumber, [fileNumber.trim()])
    return found?.id ?? null
  }
}
