import { draftLength } from '@bienfonde/domain'
import { IsUUID, MinLength } from 'class-validator'
import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql'
import { InstantScalar } from '../schema/scalars.ts'
import { shortText, Text } from '../schema/Text.ts'
import type { KeptDraft } from '../vault/drafts.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'Une inscription commencée et pas encore envoyée, que la personne qui l’écrit retrouve seule.',
})
export class RegistrationDraft implements KeptDraft {
  @Field(() => ID, { description: 'Identifiant du brouillon : celui que portera le dossier une fois inscrit.' })
  id!: string

  @Field(() => InstantScalar, { description: 'Moment où le brouillon a été conservé.' })
  keptAt!: Date

  @Field(() => InstantScalar, { description: 'Moment où il sera détruit s’il n’est pas repris.' })
  expiresAt!: Date
}

@InputType({ description: 'Une inscription commencée, à conserver sous scellé.' })
export class KeepRegistrationDraftInput {
  @Field(() => ID, { description: 'Identifiant que portera le dossier ; le brouillon qui le porte est remplacé.' })
  @IsUUID()
  id!: string

  @Field(() => ID, {
    description:
      'La personne qui écrit : si une autre a ouvert une session dans le même navigateur, rien n’est conservé.',
  })
  @Text(shortText)
  author!: string

  @Field(() => String, {
    description: `Ce qui est écrit dans la page, tel qu’elle le note ; ${draftLength} caractères au plus.`,
  })
  @MinLength(1)
  @Text(draftLength)
  content!: string
}

@ArgsType()
export class RegistrationDraftArguments {
  @Field(() => ID, { description: 'Le brouillon.' })
  @IsUUID()
  id!: string
}
