import {
  type Actor,
  type LocalDate,
  labelOf,
  localDateAt,
  type PackageBasis,
  packageBases,
  permits,
} from '@bienfonde/domain'
import { isUUID } from 'class-validator'
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { readableDossier } from '../letters/readableDossier.ts'
import { permitted } from '../queries/permitted.ts'
import { PackageBasisCode } from '../schema/codes.ts'
import { InstantScalar, LocalDateScalar } from '../schema/scalars.ts'

@ObjectType({ simpleResolvers: true, description: 'Un envoi préparé pour le Protecteur du citoyen.' })
export class OmbudsmanPackage {
  @Field(() => ID, { description: 'Repère de l’envoi.' })
  id!: string

  @Field(() => ID, { description: 'Identifiant du dossier.' })
  dossier!: string

  @Field(() => String, { description: 'Numéro du dossier au Ministère.' })
  fileNumber!: string

  @Field(() => String, { nullable: true, description: 'Numéro du dossier au Protecteur du citoyen, s’il est connu.' })
  ombudsmanFileNumber!: string | null

  @Field(() => Int, { description: 'Ligne du journal du dossier par laquelle il fut préparé.' })
  line!: number

  @Field(() => LocalDateScalar, { description: 'Jour de sa préparation.' })
  preparedOn!: LocalDate

  @Field(() => Boolean, { description: 'Vrai s’il porte l’identité de la personne.' })
  withIdentity!: boolean

  @Field(() => PackageBasisCode, { description: 'Son fondement.' })
  basis!: PackageBasis

  @Field(() => String, { description: 'Son fondement, en mots, avec sa référence.' })
  basisLabel!: string

  @Field(() => String, { description: 'La personne à joindre au Ministère.' })
  contact!: string

  @Field(() => Int, { nullable: true, description: 'Son poids en octets, une fois composé.' })
  bytes!: number | null

  @Field(() => String, { nullable: true, description: 'Son empreinte SHA-256, une fois composé.' })
  sha256!: string | null

  @Field(() => Int, { description: 'Combien de fois le Protecteur du citoyen l’a pris.' })
  fetched!: number

  @Field(() => InstantScalar, { nullable: true, description: 'La dernière fois qu’il l’a pris.' })
  lastFetchedAt!: string | null

  @Field(() => Boolean, {
    description: 'Vrai si la personne qui demande peut le prendre, par POST /files/package.zip.',
  })
  takes!: boolean
}

interface Row {
  dossier: string
  fileNumber: string
  seq: number
  at: Date
  event: {
    escalation: string
    withIdentity: boolean
    basis: PackageBasis
    reference: string | null
    contact: { name: string; title: string; telephone: string; extension: string | null }
  }
  number: string | null
  bytes: number | null
  sha256: string | null
  fetched: number
  lastFetchedAt: Date | null
}

const findPackages = statement(
  'packages',
  `select j.dossier_id as dossier, d.file_number as "fileNumber", j.seq, j.at, j.event, p.bytes, p.sha256,
     coalesce(f.fetched, 0)::int as fetched, f.last as "lastFetchedAt",
     (select e.event ->> 'ombudsmanFileNumber' from journal e
      where e.dossier_id = j.dossier_id and e.seq < j.seq and e.event ->> 'escalation' = j.event ->> 'escalation'
        and e.event ->> 'ombudsmanFileNumber' <> '' order by e.seq desc limit 1) as number
   from journal j join dossier d on d.id = j.dossier_id
   left join ombudsman_package p on p.dossier_id = j.dossier_id and p.line = j.seq
   left join lateral (
     select count(*) as fetched, max(fetched_at) as last from ombudsman_package_fetch g
     join staff s on s.id::text = g.actor_id and s.role = 'OMBUDSMAN' where g.package_id = p.id) f on true
   where j.type = 'PACKAGE_PREPARED' and ($1::uuid is null or j.dossier_id = $1)
   order by j.at desc limit 500`,
)

@Resolver()
export class OmbudsmanPackagesResolver {
  @Query(() => [OmbudsmanPackage], {
    description: 'Les envois destinés au Protecteur du citoyen, le plus récent d’abord ; 500 au plus.',
    complexity: 100,
  })
  async ombudsmanPackages(@Ctx() context: Context): Promise<OmbudsmanPackage[]> {
    const actor = permitted(context, 'READ_PACKAGES')
    return (await context.database.ask<Row>(findPackages, [null])).map(row => told(row, actor))
  }

  @Query(() => [OmbudsmanPackage], {
    nullable: true,
    description:
      'Les envois préparés d’un dossier ; rien, que le dossier n’existe pas ou qu’il ne soit pas accessible.',
    complexity: 100,
  })
  async dossierPackages(
    @Arg('dossier', () => ID) dossier: string,
    @Ctx() context: Context,
  ): Promise<OmbudsmanPackage[] | null> {
    const { actor, database } = context
    if (!isUUID(dossier) || !permits(actor, 'PREPARE') || !(await readableDossier(context, dossier))) return null
    return (await database.ask<Row>(findPackages, [dossier])).map(row => told(row, actor))
  }
}

function told({ dossier, fileNumber, seq, at, event, number, ...row }: Row, actor: Actor): OmbudsmanPackage {
  const { withIdentity, basis, reference, contact } = event
  const takes = permits(actor, 'READ_PACKAGES') || !withIdentity
  const extension = contact.extension ? `, poste ${contact.extension}` : ''
  return {
    id: `${dossier}-${seq}`,
    dossier,
    fileNumber,
    ombudsmanFileNumber: number,
    line: seq,
    preparedOn: localDateAt(at),
    withIdentity,
    basis,
    basisLabel: `${labelOf(packageBases, basis)}${reference ? ` – ${reference}` : ''}`,
    contact: `${contact.name}, ${contact.title}, ${contact.telephone}${extension}`,
    bytes: row.bytes,
    sha256: row.sha256,
    fetched: row.fetched,
    lastFetchedAt: row.lastFetchedAt?.toISOString() ?? null,
    takes,
  }
}
