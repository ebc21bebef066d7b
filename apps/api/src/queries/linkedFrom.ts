import { type LocalDate, localDateAt, permits, type Relation } from '@bienfonde/domain'
import { isUUID } from 'class-validator'
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { RelationCode } from '../schema/codes.ts'
import { LocalDateScalar } from '../schema/scalars.ts'

@ObjectType({ simpleResolvers: true, description: 'Un autre dossier, qui dit être lié à celui que l’on lit.' })
export class LinkingDossier {
  @Field(() => ID, { description: 'Identifiant de cet autre dossier.' })
  id!: string

  @Field(() => String, { description: 'Numéro de cet autre dossier.' })
  fileNumber!: string

  @Field(() => RelationCode, { description: 'Ce qui relie les deux dossiers.' })
  relation!: Relation

  @Field(() => String, { description: 'Pourquoi ils sont liés, sans rien qui identifie la personne.' })
  reason!: string

  @Field(() => LocalDateScalar, { description: 'Jour où le lien a été inscrit.' })
  on!: LocalDate
}

const findLinking = statement(
  'dossiers_linked_from',
  `select d.id, d.file_number, j.event ->> 'relation' as relation, j.event ->> 'reason' as reason, j.at
   from journal j join dossier d on d.id = j.dossier_id
   where j.type = 'RELATED_COMPLAINT_LINKED' and j.event ->> 'related' = $1
   order by j.at desc, d.file_number limit 50`,
)

interface Row {
  id: string
  file_number: string
  relation: Relation
  reason: string
  at: Date
}

@Resolver()
export class LinkedFromResolver {
  @Query(() => [LinkingDossier], {
    description:
      'Les dossiers où un lien vers celui-ci est inscrit, du plus récent au plus ancien, 50 au plus ; aucun, qu’il n’existe pas ou qu’il ne soit pas accessible.',
    complexity: 50,
  })
  async linkedFrom(
    @Arg('dossier', () => ID) dossier: string,
    @Ctx() { actor, database }: Context,
  ): Promise<LinkingDossier[]> {
    if (!permits(actor, 'READ_DOSSIER') || !isUUID(dossier)) return []
    const rows = await database.ask<Row>(findLinking, [dossier.toLowerCase()])
    return rows.map(({ file_number, at, ...row }) => ({ ...row, fileNumber: file_number, on: localDateAt(at) }))
  }
}
