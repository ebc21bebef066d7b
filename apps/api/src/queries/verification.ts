import { Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { verify } from '../journal/verify.ts'
import { permitted } from './permitted.ts'

@ObjectType({ simpleResolvers: true, description: 'Un endroit où le journal n’est plus ce qui fut écrit.' })
export class JournalBreak {
  @Field(() => ID, { description: 'Identifiant du dossier ; vide si le dossier a disparu.' })
  dossier!: string

  @Field(() => String, { description: 'Numéro du dossier ; vide s’il n’est plus connu.' })
  fileNumber!: string

  @Field(() => Int, { nullable: true, description: 'Rang de la ligne, si c’en est une.' })
  seq!: number | null

  @Field(() => String, { description: 'Ce qui ne va pas, en une phrase.' })
  message!: string
}

@ObjectType({ simpleResolvers: true, description: 'Ce qu’une vérification du journal a trouvé.' })
export class JournalVerification {
  @Field(() => Boolean, { description: 'Vrai si le journal est intact.' })
  holds!: boolean

  @Field(() => Int, { description: 'Nombre de dossiers vérifiés.' })
  dossiers!: number

  @Field(() => Int, { description: 'Nombre de lignes vérifiées.' })
  lines!: number

  @Field(() => Int, { description: 'Nombre de ruptures trouvées.' })
  broken!: number

  @Field(() => [JournalBreak], { description: 'Les cent premières ruptures.' })
  breaks!: JournalBreak[]

  @Field(() => String, { description: 'Sceau du journal, à noter ailleurs : il change si le journal est réécrit.' })
  seal!: string
}

const shown = 100

@Resolver()
export class VerificationResolver {
  @Query(() => JournalVerification, {
    description: 'Refait la chaîne d’empreintes de tout le journal et dit où elle se rompt.',
    complexity: 10_001,
  })
  async verification(@Ctx() context: Context): Promise<JournalVerification> {
    permitted(context, 'VERIFY_JOURNAL')
    const { breaks, ...found } = await verify(context.database)
    return { ...found, holds: breaks.length === 0, broken: breaks.length, breaks: breaks.slice(0, shown) }
  }
}
