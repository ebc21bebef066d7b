import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { LocalDateScalar } from '../schema/scalars.ts'
import { settingsNow, today } from './settings.ts'

@ObjectType({ simpleResolvers: true, description: 'Où joindre le Secrétariat.' })
export class MinistryContacts {
  @Field(() => String, { description: 'Nom de l’unité.' })
  unit!: string

  @Field(() => [String], { description: 'Adresse, ligne par ligne.' })
  address!: readonly string[]

  @Field(() => String, { description: 'Courriel.' })
  email!: string

  @Field(() => String, { description: 'Téléphone.' })
  telephone!: string
}

@ObjectType({ simpleResolvers: true, description: 'Les délais auxquels le Secrétariat s’engage.' })
export class Commitments {
  @Field(() => Int, { description: 'Accusé de réception, en jours ouvrables.' })
  acknowledgementDays!: number

  @Field(() => Int, { description: 'Réponse, en jours ouvrables.' })
  replyDays!: number

  @Field(() => String, {
    description: 'D’où viennent ces délais ; « exemple » tant que le Ministère n’a pas fixé les siens.',
  })
  label!: string
}

@ObjectType({ simpleResolvers: true, description: 'Le paragraphe sur le recours, tel que les avis le portent.' })
export class Recourse {
  @Field(() => String, { description: 'En français.' })
  fr!: string

  @Field(() => String, { description: 'En anglais.' })
  en!: string
}

@ObjectType({ simpleResolvers: true, description: 'Ce que le Ministère a fixé.' })
export class Ministry {
  @Field(() => LocalDateScalar, { description: 'Le jour qu’il est au Ministère.' })
  today!: string

  @Field(() => MinistryContacts, { description: 'Où joindre le Secrétariat.' })
  contacts!: MinistryContacts

  @Field(() => Commitments, { description: 'Les délais auxquels le Secrétariat s’engage.' })
  commitments!: Commitments

  @Field(() => Recourse, { description: 'Le recours au Protecteur du citoyen.' })
  recourse!: Recourse
}

@Resolver()
export class MinistryResolver {
  @Query(() => Ministry, { description: 'Ce que le Ministère a fixé : coordonnées, délais, recours.' })
  async ministry(@Ctx() context: Context): Promise<Ministry> {
    const { actor: _ } = context
    const { contacts, commitments, recourse } = await settingsNow(context)
    return { today: today(context), contacts, commitments, recourse: { fr: recourse.FR, en: recourse.EN } }
  }
}
