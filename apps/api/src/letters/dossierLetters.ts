import { type ExchangeChannel, type LetterKind, labelOf, letterKinds } from '@bienfonde/domain'
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { settingsNow } from '../queries/settings.ts'
import { ExchangeChannelCode } from '../schema/codes.ts'
import { LocalDateScalar } from '../schema/scalars.ts'
import { LetterKindCode } from './letterPreview.ts'
import { lettersOf } from './lettersOf.ts'
import { readableDossier } from './readableDossier.ts'

@ObjectType({ simpleResolvers: true, description: 'Une lettre d’un dossier, telle qu’elle est partie.' })
export class LetterEntry {
  @Field(() => Int, { description: 'Ligne du journal par laquelle elle est partie.' })
  seq!: number

  @Field(() => LetterKindCode, { description: 'Son genre.' })
  kind!: LetterKind

  @Field(() => String, { description: 'Son genre, en mots.' })
  label!: string

  @Field(() => String, { description: 'Son objet.' })
  subject!: string

  @Field(() => LocalDateScalar, { description: 'Le jour qu’elle porte.' })
  date!: string

  @Field(() => ExchangeChannelCode, { description: 'Par où elle est partie.' })
  channel!: ExchangeChannel

  @Field(() => Int, { nullable: true, description: 'Version de son modèle ; absente si elle précède les modèles.' })
  template!: number | null

  @Field(() => String, {
    nullable: true,
    description: 'Son empreinte au journal ; absente si elle précède les modèles.',
  })
  digest!: string | null

  @Field(() => String, { description: 'Où son PDF se lit, sans le nom ni l’adresse de la personne.' })
  pdf!: string
}

@Resolver()
export class DossierLettersResolver {
  @Query(() => [LetterEntry], {
    nullable: true,
    description: 'Les lettres d’un dossier ; rien, que le dossier n’existe pas ou qu’il ne soit pas accessible.',
    complexity: 100,
  })
  async dossierLetters(
    @Arg('dossier', () => ID) dossier: string,
    @Ctx() context: Context,
  ): Promise<LetterEntry[] | null> {
    const found = await readableDossier(context, dossier)
    if (!found) return null
    const letters = await lettersOf(context.database.ask, found.lines, await settingsNow(context))
    return letters.map(({ seq, kind, subject, date, channel, mark }) => ({
      seq,
      kind,
      label: labelOf(letterKinds, kind),
      subject,
      date,
      channel,
      template: mark?.template ?? null,
      digest: mark?.digest ?? null,
      pdf: `/files/letters/${dossier.toLowerCase()}/${seq}.pdf`,
    }))
  }
}
