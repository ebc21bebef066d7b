import { IsOptional, IsUUID } from 'class-validator'
import { Args, ArgsType, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { statement } from '../database/statement.ts'
import { permitted } from '../queries/permitted.ts'
import { InputRefused } from '../schema/InputRefused.ts'
import { InstantScalar, LocalDateScalar } from '../schema/scalars.ts'
import { openIncoming, settleIncoming } from './incoming.ts'
import { type KeptDocument, type Proposal, proposeRegistration } from './proposeRegistration.ts'
import { type MessageRefusal, MessageRefused, messageRefusals, readMessage } from './readMessage.ts'

@ObjectType({ simpleResolvers: true, description: 'Un message arrivé à la boîte du Ministère ; rien n’en est montré.' })
export class IncomingMessage {
  @Field(() => ID, { description: 'Identifiant du message.' })
  id!: string

  @Field(() => InstantScalar, { description: 'Moment où il est arrivé.' })
  receivedAt!: Date

  @Field(() => Int, { description: 'Taille, en octets.' })
  bytes!: number

  @Field(() => Int, { description: 'Nombre de documents joints.' })
  documents!: number

  @Field(() => String, { nullable: true, description: 'Pourquoi il n’est pas lu, en une phrase, s’il ne l’est pas.' })
  refusal!: string | null

  @Field(() => String, { nullable: true, description: 'Nom de la personne qui l’a ouvert la dernière.' })
  openedByName!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'Un document d’un message, scellé jusqu’à ce qu’une étape le joigne.',
})
export class ProposedDocument implements KeptDocument {
  @Field(() => ID, { description: 'Référence à donner à l’étape qui le joint.' })
  id!: string

  @Field(() => String, { description: 'Nom du document.' })
  name!: string

  @Field(() => String, { description: 'Type de contenu.' })
  mediaType!: string

  @Field(() => Int, { description: 'Taille, en octets.' })
  size!: number
}

@ObjectType({ simpleResolvers: true, description: 'Un document d’un message qui n’est pas gardé.' })
export class LeftOutDocument {
  @Field(() => String, { description: 'Nom du document.' })
  name!: string

  @Field(() => String, { description: 'Pourquoi.' })
  reason!: string
}

@ObjectType({ simpleResolvers: true, description: 'Ce qu’un message propose d’inscrire ; rien n’est inscrit.' })
export class RegistrationProposal implements Proposal {
  @Field(() => LocalDateScalar, { description: 'Jour de la réception.' })
  receivedOn!: string

  @Field(() => String, { description: 'Prénom, tel que le message le donne.' })
  givenName!: string

  @Field(() => String, { description: 'Nom, tel que le message le donne.' })
  familyName!: string

  @Field(() => String, { description: 'Adresse de courriel.' })
  email!: string

  @Field(() => String, { description: 'Propos de la personne, sous l’objet du message.' })
  words!: string

  @Field(() => [ProposedDocument], { description: 'Documents gardés.' })
  documents!: ProposedDocument[]

  @Field(() => [LeftOutDocument], { description: 'Documents qui ne le sont pas.' })
  leftOut!: LeftOutDocument[]
}

@ArgsType()
export class IncomingMessageArguments {
  @Field(() => ID, { description: 'Le message.' })
  @IsUUID()
  id!: string
}

@ArgsType()
export class SettleIncomingMessageArguments extends IncomingMessageArguments {
  @Field(() => ID, { nullable: true, description: 'Dossier où il est inscrit ; absent, le message est écarté.' })
  @IsOptional()
  @IsUUID()
  registeredAs?: string | null
}

const findWaiting = statement(
  'incoming_waiting',
  `select m.id, m.received_at as "receivedAt", m.bytes::int as bytes, m.documents, m.refusal, s.name as "openedByName"
   from incoming_message m left join staff s on s.id = m.opened_by
   where m.settled_at is null order by m.received_at, m.id limit 200`,
)

const gone = () => new InputRefused([{ field: 'id', message: 'Ce message n’attend plus : quelqu’un s’en est chargé.' }])

@Resolver()
export class IncomingMessagesResolver {
  @Query(() => [IncomingMessage], {
    description: 'Les messages arrivés à la boîte du Ministère qui attendent d’être inscrits ou écartés.',
    complexity: 400,
  })
  async incomingMessages(@Ctx() context: Context): Promise<IncomingMessage[]> {
    permitted(context, 'REGISTER')
    const found = await context.database.ask<IncomingMessage & { refusal: MessageRefusal | null }>(findWaiting)
    return found.map(row => ({ ...row, refusal: row.refusal && messageRefusals[row.refusal] }))
  }

  @Mutation(() => RegistrationProposal, {
    description: 'Ouvre un message pour l’inscrire ; qui l’a ouvert est gardé, et rien n’est inscrit.',
  })
  async openIncomingMessage(
    @Args(() => IncomingMessageArguments) { id }: IncomingMessageArguments,
    @Ctx() context: Context,
  ): Promise<RegistrationProposal> {
    const { id: by } = permitted(context, 'REGISTER')
    const { database, master, now } = context
    const raw = await openIncoming(database.ask, master, id, by)
    if (!raw) throw gone()
    try {
      return await proposeRegistration(database.ask, master, by, await readMessage(raw, now()))
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error
      throw new InputRefused([{ field: 'id', message: messageRefusals[error.refusal] }])
    }
  }

  @Mutation(() => Boolean, {
    description: 'Détruit un message une fois inscrit, ou écarté ; qui l’a fait est gardé.',
  })
  async settleIncomingMessage(
    @Args(() => SettleIncomingMessageArguments) { id, registeredAs }: SettleIncomingMessageArguments,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { id: by } = permitted(context, 'REGISTER')
    return settleIncoming(context.database.ask, id, by, registeredAs ?? null)
  }
}
