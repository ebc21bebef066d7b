import { IsOptional, IsUUID, Length, Max, MaxLength, Min } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'

@InputType({ description: 'Le dossier auquel une étape s’applique, tel que la personne l’a sous les yeux.' })
export class DossierRef {
  @Field(() => ID, { description: 'Identifiant du dossier ; pour une plainte nouvelle, un UUID choisi par le client.' })
  @IsUUID()
  id!: string

  @Field(() => Int, { description: 'Version vue par la personne ; 0 pour une plainte nouvelle.' })
  @Min(0)
  @Max(2_147_483_647)
  expectedVersion!: number

  @Field(() => ID, {
    description: 'Clé choisie par le client pour cet envoi : répétée, elle donne la même réponse sans second effet.',
  })
  @Length(8, 100)
  idempotencyKey!: string

  @Field(() => String, {
    nullable: true,
    description: 'Raison de maintenir un passage qui paraît identifier la personne.',
  })
  @IsOptional()
  @MaxLength(2_000)
  confirmation?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Empreinte de la lettre telle que la personne l’a relue (letterPreview), si l’étape en fait partir une ; exigée pour l’avis du résultat.',
  })
  @IsOptional()
  @MaxLength(64)
  letterSeen?: string | null
}
