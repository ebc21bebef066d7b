import {
  type LetterKind,
  letterFlawCodes,
  letterFlaws,
  letterKinds,
  localDateAt,
  type RefusalCode,
  refusals,
  tells,
} from '@bienfonde/domain'
import { ValidateNested } from 'class-validator'
import { Args, ArgsType, Ctx, createUnionType, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Context } from '../context.ts'
import { settingsNow } from '../queries/settings.ts'
import { codesOf } from '../schema/codes.ts'
import { InputRefused } from '../schema/InputRefused.ts'
import { foreseenTelling, LetterStepInput } from './foreseenTelling.ts'
import { leavingLetter } from './leavingLetter.ts'
import { pressLetter } from './pressLetter.ts'
import { readableDossier } from './readableDossier.ts'
import { templateFlawSentence } from './templateFlawSentence.ts'

export const LetterKindCode = codesOf('LetterKindCode', 'Genre d’une lettre.', letterKinds)

@ObjectType({ simpleResolvers: true, description: 'Un passage d’une lettre à revoir avant qu’elle parte.' })
export class LetterFlawEntry {
  @Field(() => String, { description: 'Code de ce qui est à revoir.' })
  code!: string

  @Field(() => String, { description: 'Le passage.' })
  passage!: string

  @Field(() => String, { description: 'Pourquoi, en une phrase.' })
  message!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'La lettre qui partirait, exactement ; sans le nom ni l’adresse de la personne.',
})
export class LetterPreview {
  @Field(() => LetterKindCode, { description: 'Son genre.' })
  kind!: LetterKind

  @Field(() => String, { description: 'Son empreinte, à rendre avec l’étape (letterSeen).' })
  digest!: string

  @Field(() => Int, { description: 'Version du modèle de ce genre.' })
  template!: number

  @Field(() => Int, { description: 'Version de la mise en page commune.' })
  layout!: number

  @Field(() => String, { description: 'La lettre en texte seul.' })
  text!: string

  @Field(() => String, { description: 'La lettre en HTML.' })
  html!: string

  @Field(() => String, { description: 'La lettre en PDF/A, en base 64.' })
  pdf!: string

  @Field(() => [LetterFlawEntry], { description: 'Ce qui est à revoir dans son texte ; vide si rien ne l’est.' })
  flaws!: LetterFlawEntry[]
}

@ObjectType({ simpleResolvers: true, description: 'Pourquoi la lettre ne peut être composée.' })
export class LetterNotMade {
  @Field(() => String, { description: 'Code du refus.' })
  code!: string

  @Field(() => String, { description: 'Le refus, en une phrase.' })
  message!: string

  @Field(() => String, { nullable: true, description: 'Champ que le refus concerne, s’il y en a un.' })
  field!: string | null
}

const LetterPreviewOutcome = createUnionType({
  name: 'LetterPreviewOutcome',
  description: 'Ce que répond la demande de relire une lettre avant de décider.',
  types: () => [LetterPreview, LetterNotMade] as const,
  resolveType: answer => ('digest' in answer ? LetterPreview : LetterNotMade),
})

@ArgsType()
export class LetterPreviewArguments {
  @Field(() => ID, { description: 'Identifiant du dossier.' })
  dossier!: string

  @Field(() => LetterStepInput, { description: 'L’étape, telle qu’elle serait envoyée.' })
  @ValidateNested()
  step!: LetterStepInput
}

const notMade = (code: string, message: string, field: string | null = null) =>
  Object.assign(new LetterNotMade(), { code, message, field })
const refused = (code: RefusalCode, field?: string) => notMade(code, refusals[code], field ?? null)

@Resolver()
export class LetterPreviewResolver {
  @Query(() => LetterPreviewOutcome, {
    description: 'La lettre exacte qu’une étape ferait partir, à relire avant de décider.',
    complexity: 200,
  })
  async letterPreview(
    @Args(() => LetterPreviewArguments) { dossier, step }: LetterPreviewArguments,
    @Ctx() context: Context,
  ): Promise<LetterPreview | LetterNotMade> {
    const { actor, database, now } = context
    const found = await readableDossier(context, dossier)
    if (!found) return refused('DOSSIER_UNKNOWN')
    const at = now()
    const on = localDateAt(at)
    const settings = await settingsNow(context)
    const decision = foreseenTelling(step, found.complaint, {
      actor,
      at: at.toISOString(),
      on,
      settings,
      // Reading writes nothing: a passage that looks identifying is confirmed with the step itself.
      confirmation: 'Relecture.',
    })
    if (!decision) throw new InputRefused([{ field: 'step', message: 'Une seule étape est à donner.' }])
    if (!decision.accepted) return refused(decision.refusal.code, decision.refusal.field)
    const event = decision.events.find(tells)
    const leaving = event && (await leavingLetter(database.ask, found.complaint, { event, on }, settings))
    if (!leaving) return notMade('NO_LETTER', 'Cette étape ne fait partir aucune lettre.')
    const { letter, template, layout, mark } = leaving
    const sources = { letter, template: template.source, layout: layout.source, digest: mark.digest }
    const pressed = await pressLetter(sources)
    if ('flaws' in pressed)
      return notMade(
        'TEMPLATE_FAULTY',
        `Le modèle en vigueur ne compose pas cette lettre. ${pressed.flaws.map(templateFlawSentence).join(' ')}`,
      )
    const flaws = letterFlaws(pressed.text).map(({ code, passage }) => ({
      code,
      passage,
      message: letterFlawCodes[code],
    }))
    const { pdf, html, text } = pressed
    return Object.assign(new LetterPreview(), {
      kind: letter.kind,
      ...mark,
      html,
      text,
      pdf: pdf.toString('base64'),
      flaws,
    })
  }
}
