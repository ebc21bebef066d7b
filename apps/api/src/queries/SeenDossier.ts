import { Field, ID, Int, ObjectType } from 'type-graphql'

@ObjectType({ simpleResolvers: true, description: 'Un dossier tel qu’il faut le nommer pour y faire une étape.' })
export class SeenDossier {
  @Field(() => ID, { description: 'Identifiant du dossier.' })
  id!: string

  @Field(() => String, { description: 'Numéro du dossier.' })
  fileNumber!: string

  @Field(() => Int, { description: 'Version vue, à rendre avec l’étape.' })
  version!: number
}
